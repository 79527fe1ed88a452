package org.lianban.intake.parties.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.Set;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;
import org.lianban.form.Field;
import org.lianban.http.Page;
import org.lianban.http.Problem;
import org.lianban.intake.commands.Series;
import org.lianban.intake.commands.web.Doors;
import org.lianban.intake.commands.web.HonoursKey;
import org.lianban.intake.parties.Consent.ConsentTerms;
import org.lianban.intake.parties.Consent.ConsentText;
import org.lianban.intake.parties.PartyForm;
import org.lianban.intake.parties.handler.ConsentHandler;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 授权同意: to data sharing, certificates, and the keeping and reuse of a profile. */
@RestController
@RequestMapping("/api/consents")
@Tag(name = "consents", description = "授权同意: give, revoke, and see every use")
public record ConsentController(Doors doors, ConsentHandler handler) {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final Set<Role> MAY_GIVE = EnumSet.of(Role.APPLICANT, Role.AGENT, Role.WINDOW_CLERK);

    /** Who it is about. */
    record PartyNamed(@Field(label = "当事人") PartyForm party) {}

    @Operation(summary = "The texts that can be agreed to; of each the highest version counts")
    @GetMapping("/texts")
    Page<ConsentText> texts() {
        return new Page<>(handler.texts(), null);
    }

    @Operation(summary = "Agree to a current text, for named purposes and sources")
    @ApiResponse(responseCode = "201", description = "Given; its number is named in applications")
    @ApiResponse(responseCode = "422",
            description = "Every fault at once; another version than the current one is one of them")
    @HonoursKey
    @PostMapping(consumes = JSON)
    Mono<ResponseEntity<ConsentHandler.ConsentShown>> give(@RequestBody ConsentTerms body, ServerHttpRequest request) {
        Actor actor = Doors.actor(request, Role.APPLICANT, MAY_GIVE, "授权同意由申请人、代理人，或者在窗口由工作人员代为登记");
        return Doors.said(handler.give(doors.keyed(body, actor, request), actor),
                made -> "/api/consents/" + made.number());
    }

    @Operation(summary = "Revoke; what was done before stays lawful, what was kept is deleted")
    @ApiResponse(responseCode = "404", description = "No such consent of this party")
    @HonoursKey
    @PostMapping(path = "/{number}/revocation", consumes = JSON)
    Mono<ResponseEntity<ConsentHandler.ConsentShown>> revoke(@PathVariable String number, @RequestBody PartyNamed body,
            ServerHttpRequest request) {
        Actor actor = Doors.actor(request, Role.APPLICANT, MAY_GIVE, "授权同意由申请人、代理人，或者在窗口由工作人员代为撤销");
        return Doors.said(handler.revoke(doors.keyed(body.party(), actor, request), known(number), actor));
    }

    @Operation(summary = "A consent with every use of it, for who gave it; POST, so that the number is in no address")
    @ApiResponse(responseCode = "404", description = "No such consent of this party")
    @PostMapping(path = "/{number}/uses", consumes = JSON)
    Mono<ConsentHandler.ConsentShown> uses(@PathVariable String number, @RequestBody PartyNamed body) {
        return handler.uses(known(number), body.party())
                .map(found -> found.orElseThrow(ConsentController::unknown));
    }

    private static String known(String number) {
        if (!Series.CONSENT.numbers(number)) {
            throw unknown();
        }
        return number;
    }

    private static Problem unknown() {
        return Problem.notFound("没有此编号的授权同意");
    }
}
