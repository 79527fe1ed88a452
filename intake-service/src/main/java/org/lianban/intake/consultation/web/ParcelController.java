package org.lianban.intake.consultation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Decision;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.http.Actors;
import org.lianban.http.Page;
import org.lianban.http.Problem;
import org.lianban.intake.commands.Series;
import org.lianban.intake.commands.web.Doors;
import org.lianban.intake.commands.web.HonoursKey;
import org.lianban.intake.consultation.Parcel;
import org.lianban.intake.consultation.handler.TicketHandler;
import org.lianban.intake.windows.WindowRights;
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

/** 快递申报: papers that come by courier to a window, also one of another region. */
@RestController
@RequestMapping("/api/parcels")
@Tag(name = "parcels", description = "快递申报、异地代收: papers on their way to a window")
public record ParcelController(Doors doors, TicketHandler<Parcel> handler, WindowRights rights) {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    @Operation(summary = "Announce a parcel with the papers of an application")
    @ApiResponse(responseCode = "201", description = "Expected; no clock starts")
    @HonoursKey
    @PostMapping(consumes = JSON)
    Mono<ResponseEntity<Parcel>> announce(@RequestBody Parcel.ParcelTerms body, ServerHttpRequest request) {
        Actor actor = Actors.of(request.getHeaders(), Actor.Role.APPLICANT);
        return Doors.said(handler.open(doors.keyed(body, actor, request), body.region(),
                body::announced), made -> "/api/parcels/" + made.number());
    }

    @Operation(summary = "签收: the window has it")
    @ApiResponse(responseCode = "403",
            description = "Not a clerk of the window, or the window does not receive for the region")
    @HonoursKey
    @PostMapping("/{number}/arrival")
    Mono<ResponseEntity<Parcel>> arrive(@PathVariable String number, ServerHttpRequest request) {
        return move(number, new Parcel.Command.Arrive(), request);
    }

    @Operation(summary = "录入: what became of it")
    @HonoursKey
    @PostMapping(path = "/{number}/case", consumes = JSON)
    Mono<ResponseEntity<Parcel>> file(@PathVariable String number, @RequestBody Parcel.Command.File body,
            ServerHttpRequest request) {
        Doors.refuse(Series.faults(body.caseNo()));
        return move(number, body, request);
    }

    @Operation(summary = "寄回 to the sender")
    @HonoursKey
    @PostMapping(path = "/{number}/sending-back", consumes = JSON)
    Mono<ResponseEntity<Parcel>> sendBack(@PathVariable String number, @RequestBody Parcel.Command.SendBack body,
            ServerHttpRequest request) {
        return move(number, body, request);
    }

    private Mono<ResponseEntity<Parcel>> move(String number, Parcel.Command command, ServerHttpRequest request) {
        Actor actor = Doors.actor(request, Actor.Role.WINDOW_CLERK, Set.of(Actor.Role.WINDOW_CLERK), "由收件窗口签收和处理");
        return Doors.said(handler.move(doors.keyed(command, actor, request), number, (parcel, now) -> {
            List<Fault> faults = rights.check(parcel.act(actor));
            return faults.isEmpty()
                    ? parcel.decide(command, actor.text(), now)
                    : Decision.refused(Refusal.forbidden(faults));
        }));
    }

    @Operation(summary = "One parcel, its sender masked")
    @ApiResponse(responseCode = "404", description = "No such parcel")
    @GetMapping("/{number}")
    Mono<Parcel> one(@PathVariable String number) {
        return handler.find(number).map(found -> handler
                .masked(found.orElseThrow(() -> Problem.notFound("没有此编号的快递"))));
    }

    @Operation(summary = "Parcels of a region by number, masked; at most 200 a page")
    @GetMapping
    Mono<Page<Parcel>> list(@ParameterObject Tickets.Asked asked,
            @Parameter(schema = @Schema(implementation = Parcel.State.class)) @RequestParam @Nullable String state,
            @RequestParam @Nullable String window) {
        return Tickets.list(handler, Parcel::number, asked, state, Parcel.State.class, "window", window);
    }
}
