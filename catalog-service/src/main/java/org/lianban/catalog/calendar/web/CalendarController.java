package org.lianban.catalog.calendar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.lianban.catalog.calendar.Arrangement;
import org.lianban.catalog.calendar.LocalDays;
import org.lianban.catalog.calendar.handler.CalendarHandler;
import org.lianban.catalog.calendar.query.CalendarQueries;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.web.Bodies;
import org.lianban.catalog.listing.web.CatalogMeters;
import org.lianban.catalog.listing.web.Commands;
import org.lianban.catalog.listing.web.Examples;
import org.lianban.command.Fault;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.http.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 工作日历. */
@RestController
@RequestMapping("/api/calendars/{region}")
@Tag(name = "calendars", description = "工作日历")
class CalendarController {
    private final CalendarQueries calendars;
    private final CalendarHandler handler;
    private final Commands commands;

    CalendarController(CalendarQueries calendars, CalendarHandler handler, Commands commands) {
        this.calendars = calendars;
        this.handler = handler;
        this.commands = commands;
    }

    @GetMapping
    @Operation(summary = "The calendar in force for a region: its own, else the national one")
    Mono<WorkingCalendar> inForce(@Parameter(example = "410721") @PathVariable String region) {
        checked(region);
        return calendars.inForce(region).switchIfEmpty(Mono.error(() -> Problem.notFound("没有工作日历")));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Publish an arrangement of holidays under its document number",
            description = "Years that are named are arranged anew, the others stay. CN is the national calendar.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
                    content = @io.swagger.v3.oas.annotations.media.Content(
                            schema = @Schema(implementation = Arrangement.class),
                            examples = @ExampleObject(Examples.ARRANGEMENT))),
            parameters = @Parameter(in = io.swagger.v3.oas.annotations.enums.ParameterIn.HEADER,
                    name = Commands.IDEMPOTENCY_KEY, example = "2027-arrangement"))
    @ApiResponse(responseCode = "201")
    Mono<WorkingCalendar> publish(@Parameter(example = "CN") @PathVariable String region, @RequestBody String body,
            ServerHttpRequest request) {
        checked(region);
        Command command = commands.of(request, body);
        return handler.arrange(command, region, Bodies.read(body, Arrangement.class))
                .map(outcome -> commands.done(CatalogMeters.Subject.CALENDAR, outcome));
    }

    @PostMapping(path = "/local-days", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Publish days on which the region differs: CLOSED, OPEN or WINDOW_OPEN",
            description = "Each with who approved it and the document. Statutory limits do not see them.")
    @ApiResponse(responseCode = "201")
    Mono<WorkingCalendar> local(@Parameter(example = "410721") @PathVariable String region, @RequestBody String body,
            ServerHttpRequest request) {
        checked(region);
        Command command = commands.of(request, body);
        return handler.arrangeLocally(command, region, Bodies.read(body, LocalDays.class))
                .map(outcome -> commands.done(CatalogMeters.Subject.CALENDAR, outcome));
    }

    private static void checked(String region) {
        if (!region.equals(Arrangement.NATIONAL) && !region.matches("[0-9]{6}")) {
            throw Problem.badRequest(List.of(new Fault("/region", "MALFORMED", "行政区划代码应为六位数字或CN")));
        }
    }
}
