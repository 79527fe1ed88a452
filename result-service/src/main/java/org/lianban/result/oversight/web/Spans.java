package org.lianban.result.oversight.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.command.FaultCode;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.lianban.result.oversight.query.RatingQueries.Span;

/**
 * The region and the days that a figure is asked for.
 *
 * @param to the last day, included
 */
record Spans(String region, LocalDate from, LocalDate to) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MOST_DAYS = 366;

    /** @param to the last day, included */
    record Asked(@Parameter(required = true) @Nullable String region,
            @Parameter(required = true) @Nullable String from,
            @Parameter(required = true) @Nullable String to) {}

    static Spans of(Parameters parameters, Asked asked) {
        return of(parameters, asked.region(), asked.from(), asked.to());
    }

    /** @throws Problem 400 with every fault, those that were found before included */
    static Spans of(Parameters parameters, @Nullable String region, @Nullable String from, @Nullable String to) {
        var wanted = parameters.region(region);
        parameters.required("region", wanted);
        var first = parameters.date("from", from);
        parameters.required("from", first);
        var last = parameters.date("to", to);
        parameters.required("to", last);
        if (first != null && last != null
                && (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) > MOST_DAYS)) {
            parameters.fault("to", FaultCode.OUT_OF_RANGE, "止日", first, first.plusDays(MOST_DAYS));
        }
        parameters.orRefuse();
        return new Spans(Objects.requireNonNull(wanted), Objects.requireNonNull(first), Objects.requireNonNull(last));
    }

    /** @param name of the parameter that says the day */
    static Spans ofDay(Parameters parameters, @Nullable String region, String name, @Nullable String day) {
        parameters.required(name, parameters.date(name, day));
        parameters.required("region", parameters.region(region));
        parameters.orRefuse();
        return of(new Parameters(), region, day, day);
    }

    /** In China. */
    Span span() {
        return new Span(from.atStartOfDay(ZONE).toInstant(), to.plusDays(1).atStartOfDay(ZONE).toInstant());
    }
}
