package org.lianban.intake.parties.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;
import org.lianban.form.Field;
import org.lianban.http.Actors;
import org.lianban.http.Page;
import org.lianban.http.Problem;
import org.lianban.intake.commands.Days;
import org.lianban.intake.commands.web.Doors;
import org.lianban.intake.commands.web.HonoursKey;
import org.lianban.intake.parties.Mandate;
import org.lianban.intake.parties.PartyForm;
import org.lianban.intake.parties.handler.MandateHandler;
import org.lianban.text.TextKind;
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

/** 授权委托: recorded by the principal with the uploaded document, or by a window clerk who saw it on paper. */
@RestController
@RequestMapping("/api/mandates")
@Tag(name = "mandates", description = "授权委托: who may act for whom")
public record MandateController(Doors doors, MandateHandler handler, InstantSource clock) {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final Set<Role> RECORDERS = EnumSet.of(Role.APPLICANT, Role.WINDOW_CLERK);

    /** 撤销原因. */
    record MandateRevocation(@Field(kind = TextKind.LINES, label = "撤销原因", max = 500,
            example = "不再委托") @Nullable String reason) {}

    /** 委托查询. */
    record MandateSearch(@Field(kind = TextKind.REGION, label = "办理地区", example = "410721") String region,
            @Field(label = "查询身份", example = "PRINCIPAL") Side as, @Field(label = "当事人") PartyForm person) {}

    enum Side {
        PRINCIPAL, AGENT
    }

    @Operation(summary = "Record a mandate",
            description = """
                    A window clerk may leave out proof and answer for having seen the document on paper; everybody else
                    uploads it first. Left out oneThings: all of the region. account: with which the agent acts online.""")
    @ApiResponse(responseCode = "201", description = "Recorded")
    @HonoursKey
    @PostMapping(consumes = JSON)
    Mono<ResponseEntity<Mandate>> record(@RequestBody Mandate.MandateTerms body, ServerHttpRequest request) {
        Actor actor = Doors.actor(request, Role.APPLICANT, RECORDERS, "委托由委托人本人或者窗口人员登记");
        return Doors.said(handler.record(doors.keyed(body, actor, request), actor),
                made -> "/api/mandates/" + made.number());
    }

    @Operation(summary = "撤销委托: what was done under it before stays done",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
                    content = @Content(mediaType = JSON, schema = @Schema(implementation = MandateRevocation.class))))
    @ApiResponse(responseCode = "404", description = "No such mandate")
    @ApiResponse(responseCode = "409", description = "Revoked before")
    @HonoursKey
    @PostMapping("/{number}/revocation")
    Mono<ResponseEntity<Mandate>> revoke(@PathVariable String number,
            @RequestBody(required = false) byte @Nullable [] body, ServerHttpRequest request) {
        Actor actor = Doors.actor(request, Role.APPLICANT, RECORDERS, "委托由委托人本人或者窗口人员撤销");
        MandateRevocation form = Doors.form(body, MandateRevocation.class, new MandateRevocation(null));
        return Doors.said(handler.revoke(doors.keyed(form, actor, request), number,
                form.reason(), actor));
    }

    @Operation(summary = "One mandate, masked")
    @ApiResponse(responseCode = "404", description = "No such mandate")
    @GetMapping("/{number}")
    Mono<Mandate> one(@PathVariable String number) {
        return handler.find(number).map(found -> found.orElseThrow(() -> Problem.notFound("没有此编号的委托")));
    }

    @Operation(summary = "Mandates of a principal, or of an agent: newest first, at most 500, masked",
            description = "In a body, so that no number stands in an address. as: PRINCIPAL or AGENT.")
    @PostMapping(path = "/search", consumes = JSON)
    Mono<Page<Mandate>> search(@RequestBody MandateSearch body, ServerHttpRequest request) {
        Actors.of(request.getHeaders(), Role.APPLICANT);
        Doors.refuse(body.person().faults("/person", Days.in(clock.instant())));
        return handler.of(body.region(), body.person().party(), body.as() == Side.AGENT)
                .map(found -> new Page<>(found, null));
    }
}
