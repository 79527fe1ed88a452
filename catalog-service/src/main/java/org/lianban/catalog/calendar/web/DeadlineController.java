package org.lianban.catalog.calendar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.calendar.Arrangement;
import org.lianban.catalog.calendar.DeadlineQuestion;
import org.lianban.catalog.calendar.handler.CalendarHandler;
import org.lianban.catalog.listing.query.RegisterQueries;
import org.lianban.command.Fault;
import org.lianban.command.FaultCode;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.lianban.kit.catalog.Calendars;
import org.lianban.time.Budget;
import org.lianban.time.DayEnd;
import org.lianban.time.Explanation;
import org.lianban.time.WorkCalendar;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 期限试算与说明. */
@RestController
@Tag(name = "deadlines", description = "期限试算与说明")
record DeadlineController(CalendarHandler calendars, RegisterQueries departments) {
    /**
     * @param due the term is over from this instant on
     * @param lastDay the day {@code due} belongs to
     * @param doubt why the answer is provisional; absent when it is not
     */
    record Explained(String region, String calendar, OffsetDateTime start, int limit, Budget.Unit unit,
            @Nullable OffsetDateTime due, @Nullable LocalDate lastDay, boolean provisional, @Nullable String doubt,
            List<Explanation.Step> steps) {}

    @GetMapping("/api/deadlines/explain")
    @Operation(summary = "When a term ends, and why, day by day", description = "All bad parameters are named at once.")
    Mono<Explained> explain(
            @Parameter(required = true, example = "410721") @RequestParam @Nullable String region,
            @Parameter(required = true, description = "an instant with offset, a local date and time, or a date",
                    example = "2026-09-30T17:10:00+08:00") @RequestParam @Nullable String start,
            @Parameter(required = true, description = "0 to 10000",
                    example = "120") @RequestParam @Nullable String limit,
            @Parameter(required = true, description = "WORKING_DAYS or SERVICE_MINUTES",
                    example = "SERVICE_MINUTES") @RequestParam @Nullable String unit) {
        Parameters parameters = new Parameters();
        boolean national = Arrangement.NATIONAL.equals(region);
        String where = national ? region : parameters.region(region);
        parameters.required("region", where);
        parameters.required("start", parameters.text("start", start));
        int amount = (int) parameters.number("limit", limit, 0, 0, Budget.MAX_AMOUNT);
        parameters.required("limit", limit == null || limit.isEmpty() ? null : limit);
        Budget.Unit of = parameters.choice("unit", unit, Budget.Unit.class);
        parameters.required("unit", of);
        return (national || where == null ? Mono.just(true) : departments.regionKnown(where)).flatMap(known -> {
            if (!known) {
                parameters.fault("region", FaultCode.UNKNOWN, "region", "已登记地区的行政区划代码");
            }
            return calendars.inForce(where == null ? Arrangement.NATIONAL : where);
        }).switchIfEmpty(Mono.error(() -> Problem.unavailable("工作日历尚未载入"))).map(calendar -> explained(parameters,
                String.valueOf(where), Calendars.of(calendar, DayEnd.MIDNIGHT), start,
                new Budget(amount, of == null ? Budget.Unit.WORKING_DAYS : of)));
    }

    private static Explained explained(Parameters parameters, String region, WorkCalendar calendar,
            @Nullable String start, Budget limit) {
        Optional<Instant> from = start == null ? Optional.empty() : DeadlineQuestion.start(start, calendar.zone());
        if (from.isEmpty() && start != null && !start.isEmpty()) {
            parameters.fault("start", FaultCode.MALFORMED, "start", "日期、日期时间或带时区的时刻，例如2026-09-30T17:10:00+08:00");
        }
        parameters.orRefuse();
        Explanation explanation = from.flatMap(at -> DeadlineQuestion.explain(calendar, at, limit))
                .orElseThrow(() -> Problem.badRequest(List.of(new Fault("?start", "NOT_COVERED",
                        "工作日历自%s起，不能从更早的日期起算".formatted(calendar.firstDay())))));
        ZoneId zone = calendar.zone();
        var deadline = explanation.deadline();
        return new Explained(region, explanation.calendarVersion(),
                from.orElseThrow().atZone(zone).toOffsetDateTime(), limit.amount(), limit.unit(),
                deadline.due() == null ? null : deadline.due().atZone(zone).toOffsetDateTime(), deadline.lastDay(),
                deadline.provisional(), deadline.doubt(), explanation.steps());
    }
}
