package org.lianban.intake.consultation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;
import org.lianban.form.Field;
import org.lianban.http.Actors;
import org.lianban.http.Page;
import org.lianban.intake.commands.web.Doors;
import org.lianban.intake.commands.web.HonoursKey;
import org.lianban.intake.consultation.Consultation;
import org.lianban.intake.consultation.Consultation.Command;
import org.lianban.intake.consultation.handler.TicketHandler;
import org.lianban.kit.access.AccessLog;
import org.lianban.text.TextKind;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 咨询、申报辅导、材料预审: advice before an application; starts no clock. */
@RestController
@RequestMapping("/api/consultations")
@Tag(name = "consultations",
        description = "咨询辅导: questions, guidance and pre-checks per one-thing; none starts a clock")
public record ConsultationController(Doors doors, TicketHandler<Consultation> handler, AccessLog log) {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final Set<Role> ADVISERS = EnumSet.of(Role.WINDOW_CLERK, Role.DEPARTMENT_OFFICER,
            Role.LEAD_DEPARTMENT, Role.AGENT);

    /** 接单. @param adviser left out: whoever asks */
    record AdviserBody(@Field(kind = TextKind.CODE, label = "辅导人员", example = "w1-3") @Nullable String adviser) {}

    @Operation(summary = "Ask; whoever takes it down first answers for it (首问责任)")
    @ApiResponse(responseCode = "201", description = "Taken down; no clock starts")
    @HonoursKey
    @PostMapping(consumes = JSON)
    Mono<ResponseEntity<Consultation>> open(@RequestBody Consultation.ConsultationTerms body,
            ServerHttpRequest request) {
        Actor actor = Actors.of(request.getHeaders(), Role.APPLICANT);
        Doors.refuse(body.fault().stream().toList());
        return Doors.said(handler.open(doors.keyed(body, actor, request), body.region(),
                (number, now) -> body.opened(number, actor.text(), now)),
                made -> "/api/consultations/" + made.number());
    }

    @Operation(summary = "接单: an adviser takes it on, or it is passed to another")
    @HonoursKey
    @PostMapping(path = "/{number}/adviser", consumes = JSON)
    Mono<ResponseEntity<Consultation>> take(@PathVariable String number, @RequestBody AdviserBody body,
            ServerHttpRequest request) {
        Actor actor = adviser(request);
        return move(number, new Command.Take(body.adviser() == null ? actor.id() : body.adviser()), actor, request);
    }

    @Operation(summary = "答复: with the pre-check's result where one was asked for")
    @HonoursKey
    @PostMapping(path = "/{number}/answer", consumes = JSON)
    Mono<ResponseEntity<Consultation>> answer(@PathVariable String number, @RequestBody Command.Reply body,
            ServerHttpRequest request) {
        return move(number, body, adviser(request), request);
    }

    @Operation(summary = "追问")
    @HonoursKey
    @PostMapping(path = "/{number}/question", consumes = JSON)
    Mono<ResponseEntity<Consultation>> ask(@PathVariable String number, @RequestBody Command.AskAgain body,
            ServerHttpRequest request) {
        return move(number, body, Actors.of(request.getHeaders(), Role.APPLICANT), request);
    }

    @Operation(summary = "办结")
    @HonoursKey
    @PostMapping("/{number}/closure")
    Mono<ResponseEntity<Consultation>> close(@PathVariable String number, ServerHttpRequest request) {
        return move(number, new Command.Close(), Actors.of(request.getHeaders(), Role.APPLICANT), request);
    }

    private Mono<ResponseEntity<Consultation>> move(String number, Command command, Actor actor,
            ServerHttpRequest request) {
        return Doors.said(handler.move(doors.keyed(command, actor, request), number,
                (consultation, now) -> consultation.decide(command, actor.text(), now)));
    }

    private static Actor adviser(ServerHttpRequest request) {
        return Doors.actor(request, Role.WINDOW_CLERK, ADVISERS, "由咨询辅导人员接单和答复");
    }

    @Operation(summary = "One consultation; how to reach the enquirer only with a purpose, and logged")
    @ApiResponse(responseCode = "404", description = "No such consultation")
    @GetMapping("/{number}")
    Mono<Consultation> one(@PathVariable String number, ServerHttpRequest request) {
        return Tickets.one(handler, log, number, request, List.of("enquirer"));
    }

    @Operation(summary = "Consultations of a region by number, masked; at most 200 a page")
    @GetMapping
    Mono<Page<Consultation>> list(@ParameterObject Tickets.Asked asked,
            @Parameter(
                    schema = @Schema(implementation = Consultation.State.class)) @RequestParam @Nullable String state,
            @RequestParam @Nullable String oneThing) {
        return Tickets.list(handler, Consultation::number, asked, state, Consultation.State.class, "oneThing",
                oneThing);
    }
}
