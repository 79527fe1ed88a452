package org.lianban.catalog.calendar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.lianban.catalog.calendar.Arrangement;
import org.lianban.catalog.calendar.LocalDays;
import org.lianban.catalog.calendar.handler.CalendarHandler;
import org.lianban.catalog.listing.web.Commands;
import org.lianban.catalog.listing.web.Examples;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.http.Parameters;
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
record CalendarController(CalendarHandler calendars, Commands commands) {
    @GetMapping
    @Operation(summary = "The calendar in force for a region: its own, else the national one")
    Mono<WorkingCalendar> inForce(@PathVariable String region) {
        checked(region);
        return calendars.inForce(region).switchIfEmpty(Mono.error(() -> Problem.notFound("没有工作日历")));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Publish an arrangement of holidays under its document number",
            description = "Years that are named are arranged anew, the others stay. CN is the national calendar.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
                    content = @io.swagger.v3.oas.annotations.media.Content(
                            examples = @ExampleObject(Examples.ARRANGEMENT))))
    Mono<WorkingCalendar> publish(@PathVariable String region,
            @RequestBody Arrangement arrangement, ServerHttpRequest request) {
        checked(region);
        return commands.byOwner(Commands.Subject.CALENDAR, request, arrangement,
                c -> calendars.arrange(c, region, arrangement));
    }

    @PostMapping(path = "/local-days", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Publish days on which the region differs: CLOSED, OPEN or WINDOW_OPEN",
            description = "Each with who approved it and the document. Statutory limits do not see them.")
    Mono<WorkingCalendar> local(@PathVariable String region,
            @RequestBody LocalDays days, ServerHttpRequest request) {
        checked(region);
        return commands.byOwner(Commands.Subject.CALENDAR, request, days,
                c -> calendars.arrangeLocally(c, region, days));
    }

    private static void checked(String region) {
        if (!region.equals(Arrangement.NATIONAL)) {
            Parameters parameters = new Parameters();
            parameters.region(region);
            parameters.orRefuse();
        }
    }
}
