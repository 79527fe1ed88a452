package org.lianban.catalog.calendar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.calendar.Arrangement;
import org.lianban.catalog.calendar.DeadlineQuestion.Answer;
import org.lianban.catalog.calendar.DeadlineQuestion;
import org.lianban.catalog.calendar.query.CalendarQueries;
import org.lianban.catalog.listing.query.RegisterQueries;
import org.lianban.command.Fault;
import org.lianban.http.Problem;
import org.lianban.kit.catalog.Calendars;
import org.lianban.time.Budget;
import org.lianban.time.DayEnd;
import org.lianban.time.Explanation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 期限试算与说明. */
@RestController
@Tag(name = "deadlines", description = "期限试算与说明")
class DeadlineController {
    private final CalendarQueries calendars;
    private final RegisterQueries departments;

    DeadlineController(CalendarQueries calendars, RegisterQueries departments) {
        this.calendars = calendars;
        this.departments = departments;
    }

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
            @Parameter(required = true, example = "410721") @RequestParam(required = false) @Nullable String region,
            @Parameter(required = true, description = "an instant with offset, a local date and time, or a date",
                    example = "2026-09-30T17:10:00+08:00") @RequestParam(required = false) @Nullable String start,
            @Parameter(required = true, description = "0 to 10000",
                    example = "120") @RequestParam(required = false) @Nullable String limit,
            @Parameter(required = true, description = "WORKING_DAYS or SERVICE_MINUTES",
                    example = "SERVICE_MINUTES") @RequestParam(required = false) @Nullable String unit) {
        return regionFaults(region).flatMap(faults -> calendars.inForce(region == null ? "" : region)
                .switchIfEmpty(Mono.error(() -> Problem.unavailable("工作日历尚未载入")))
                .map(calendar -> answer(String.valueOf(region),
                        DeadlineQuestion.ask(Calendars.of(calendar, DayEnd.MIDNIGHT), faults, start, limit, unit))));
    }

    private Mono<List<Fault>> regionFaults(@Nullable String region) {
        if (region == null || region.isBlank()) {
            return Mono.just(List.of(new Fault("?region", "MISSING", "缺少参数region")));
        }
        if (region.equals(Arrangement.NATIONAL)) {
            return Mono.just(List.of());
        }
        if (!region.matches("[0-9]{6}")) {
            return Mono.just(List.of(new Fault("?region", "MALFORMED", "行政区划代码应为六位数字或CN")));
        }
        return departments.regionKnown(region).map(known -> known
                ? List.of()
                : List.of(new Fault("?region", "UNKNOWN", "没有行政区划代码为%s的地区".formatted(region))));
    }

    private static Explained answer(String region, Answer answer) {
        return switch (answer) {
            case Answer.Refused(var faults) -> throw Problem.badRequest(faults);
            case Answer.Explained explained -> explained(region, explained);
        };
    }

    private static Explained explained(String region, Answer.Explained answer) {
        Explanation explanation = answer.explanation();
        ZoneId zone = answer.zone();
        var deadline = explanation.deadline();
        return new Explained(region, explanation.calendarVersion(), answer.start().atZone(zone).toOffsetDateTime(),
                answer.limit().amount(), answer.limit().unit(),
                deadline.due() == null ? null : deadline.due().atZone(zone).toOffsetDateTime(), deadline.lastDay(),
                deadline.provisional(), deadline.doubt(), explanation.steps());
    }
}
