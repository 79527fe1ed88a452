package org.lianban.result.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor.Role;
import org.lianban.form.Field;
import org.lianban.http.Page;
import org.lianban.result.oversight.FileRow;
import org.lianban.result.oversight.expiry.Licence;
import org.lianban.result.oversight.handler.FileHandlers;
import org.lianban.text.TextKind;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 证照续办: licences that end, and whether the holder wants a renewal. */
@RestController
@RequestMapping("/api/licence-renewals")
@Tag(name = "renewals", description = "证照到期提醒与续办授权")
record RenewalController(FileHandlers files, OversightDoor door) {
    /** @param caseNo of FILE: the renewal */
    record RenewalStepForm(@Field(label = "步骤", example = "CONSENT") Move step, @Field(kind = TextKind.CODE,
            label = "续办办件编号", example = "41072120260918YJS000001F") @Nullable String caseNo) {
        /** What may be done with a licence that is watched. */
        enum Move {
            CONSENT, DECLINE, FILE
        }

        Licence.Command command() {
            var needed = new OversightDoor.Needed();
            return needed.orRefuse(switch (step) {
                case CONSENT -> new Licence.Command.Consent(true);
                case DECLINE -> new Licence.Command.Consent(false);
                case FILE -> new Licence.Command.File(needed.of("caseNo", "续办办件编号", caseNo, ""));
            });
        }
    }

    @PostMapping("/{id}/steps")
    @Operation(summary = "Consent to a renewal, decline it, or name the case it was filed as",
            description = "A renewal is not filed without the consent of the holder or the holder's agent.")
    @OversightDoor.FileCommand
    Mono<FileView> step(@PathVariable String id, @RequestBody RenewalStepForm form,
            @RequestHeader HttpHeaders headers) {
        return door.step(files.licences(), id, form.command(), headers, Role.APPLICANT);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A licence with everything that happened to it")
    Mono<FileView> one(@PathVariable String id) {
        return door.one(FileRow.Kind.LICENCE, id);
    }

    @GetMapping
    @Operation(summary = "Licences with a last day, by number",
            description = "state=CONSENTED: renewals to be filed. Keyset paging: pass next as after.")
    Mono<Page<FileView>> list(@ParameterObject OversightDoor.FileQuery query, @Parameter(
            schema = @Schema(implementation = Licence.State.class)) @RequestParam(
                    required = false) @Nullable String state) {
        return door.list(FileRow.Kind.LICENCE, Licence.State.class, state, query);
    }
}
