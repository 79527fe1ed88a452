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
import org.lianban.http.Actors;
import org.lianban.http.Page;
import org.lianban.intake.commands.web.Doors;
import org.lianban.intake.commands.web.HonoursKey;
import org.lianban.intake.consultation.Objection;
import org.lianban.intake.consultation.handler.TicketHandler;
import org.lianban.kit.access.AccessLog;
import org.lianban.kit.catalog.CatalogCopy;
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

/** 数据异议: to the department whose data are said to be wrong. */
@RestController
@RequestMapping("/api/objections")
@Tag(name = "objections", description = "数据异议: the source department verifies and corrects, or upholds what it said")
public record ObjectionController(Doors doors, TicketHandler<Objection> handler, AccessLog log, CatalogCopy catalog) {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final Set<Role> SOURCES = EnumSet.of(Role.DEPARTMENT_OFFICER, Role.DEPARTMENT_SYSTEM);

    @Operation(summary = "Object to shared data; starts and stops no clock")
    @ApiResponse(responseCode = "201", description = "Sent to the source department")
    @HonoursKey
    @PostMapping(consumes = JSON)
    Mono<ResponseEntity<Objection>> open(@RequestBody Objection.ObjectionTerms body, ServerHttpRequest request) {
        Actor actor = Actors.of(request.getHeaders(), Role.APPLICANT);
        Doors.refuse(body.faults(catalog.department(body.source()).isPresent()));
        return Doors.said(handler.open(doors.keyed(body, actor, request), body.region(),
                (number, now) -> body.opened(number, actor.text(), now)), made -> "/api/objections/" + made.number());
    }

    @Operation(summary = "核实: the source department acknowledges, corrects or upholds")
    @ApiResponse(responseCode = "403", description = "Not the department whose data they are")
    @ApiResponse(responseCode = "409", description = "Answered before")
    @HonoursKey
    @PostMapping(path = "/{number}/finding", consumes = JSON)
    Mono<ResponseEntity<Objection>> find(@PathVariable String number, @RequestBody Objection.Verification body,
            ServerHttpRequest request) {
        Actor actor = Doors.actor(request, Role.DEPARTMENT_OFFICER, SOURCES, "由数据来源部门核实");
        return Doors.said(handler.move(doors.keyed(body, actor, request), number,
                (objection, now) -> objection.decide(body, actor, now)));
    }

    @Operation(summary = "One objection; what the data say only with a purpose, and logged")
    @ApiResponse(responseCode = "404", description = "No such objection")
    @GetMapping("/{number}")
    Mono<Objection> one(@PathVariable String number, ServerHttpRequest request) {
        return Tickets.one(handler, log, number, request, List.of("shown", "claimed"));
    }

    @Operation(summary = "Objections of a region by number, masked; at most 200 a page")
    @GetMapping
    Mono<Page<Objection>> list(@ParameterObject Tickets.Asked asked,
            @Parameter(schema = @Schema(implementation = Objection.State.class)) @RequestParam @Nullable String state,
            @Parameter(example = "POPULATION") @RequestParam @Nullable String source) {
        return Tickets.list(handler, Objection::number, asked, state, Objection.State.class, "source", source);
    }
}
