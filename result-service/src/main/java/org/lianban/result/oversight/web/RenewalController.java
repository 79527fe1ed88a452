package org.lianban.result.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.http.Actors;
import org.lianban.result.bundle.web.CareFaults;
import org.lianban.result.bundle.web.Page;
import org.lianban.result.oversight.FileKind;
import org.lianban.result.oversight.expiry.LicenceCommand;
import org.lianban.result.oversight.expiry.State;
import org.lianban.result.oversight.handler.CareRoom;
import org.lianban.result.oversight.handler.Speakers;
import org.lianban.result.oversight.query.CareQueries;
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
import tools.jackson.databind.json.JsonMapper;

/** 证照续办: licences that end, and whether the holder wants a renewal. */
@RestController
@RequestMapping("/api/licence-renewals")
@Tag(name = "renewals", description = "证照到期提醒与续办授权")
class RenewalController {
    private final CareRoom room;
    private final Speakers speakers;
    private final FileReads reads;

    RenewalController(CareRoom room, Speakers speakers, CareQueries queries, JsonMapper json) {
        this.room = room;
        this.speakers = speakers;
        this.reads = new FileReads(queries, json);
    }

    /** What may be done with a licence that is watched. */
    enum Move {
        CONSENT, DECLINE, FILE
    }

    /** @param caseNo of FILE: the renewal */
    record StepRequest(@Schema(example = "CONSENT") @Nullable String step,
            @Schema(example = "41072120261201YJS000001A") @Nullable String caseNo) {}

    @PostMapping("/{id}/steps")
    @Operation(summary = "Consent to a renewal, decline it, or name the case it was filed as")
    @ApiResponse(responseCode = "200", description = "Taken, now or when the key was first used")
    @ApiResponse(responseCode = "403", description = "Only the holder or the holder's agent")
    @ApiResponse(responseCode = "409", description = "Not in this state; a renewal is not filed without consent")
    @ApiResponse(responseCode = "422", description = "Every fault of the request at once")
    Mono<FileView> step(@PathVariable String id,
            @RequestHeader(name = CareFaults.KEY_HEADER, required = false) @Nullable String key,
            @RequestBody StepRequest request, @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        var faults = new CareFaults();
        LicenceCommand command = switch (faults.choice("/step", request.step(), Move.values())) {
            case CONSENT -> new LicenceCommand.Consent(true);
            case DECLINE -> new LicenceCommand.Consent(false);
            case FILE -> {
                var caseNo = request.caseNo();
                if (caseNo == null && request.step() != null) {
                    faults.add("/caseNo", "MISSING", "请填写续办办件编号。");
                }
                yield new LicenceCommand.File(caseNo == null ? "" : caseNo);
            }
        };
        faults.number("/caseNo", request.caseNo());
        faults.number("?id", id);
        faults.key(key);
        faults.raise();
        return room.licences().submit(id, command, speakers.of(Actors.of(headers, Actor.Role.APPLICANT)), key)
                .map(reads::view);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A licence with everything that happened to it")
    Mono<FileView> one(@PathVariable String id) {
        return reads.one(FileKind.LICENCE, id);
    }

    @GetMapping
    @Operation(summary = "Licences with a last day, by number",
            description = "state=CONSENTED: renewals to be filed. Keyset paging: pass next as after.")
    Mono<Page<FileView>> list(@RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String caseNo,
            @RequestParam(required = false) @Nullable String open,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        return reads.list(FileKind.LICENCE, State.values(),
                new FileReads.Query(region, department, state, caseNo, open, null, after, limit));
    }
}
