package org.lianban.result.oversight.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
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

    /** @throws Problem 400 with every fault */
    static Spans of(@Nullable String region, @Nullable String from, @Nullable String to) {
        var faults = new ArrayList<Fault>();
        if (region == null || !region.matches("[0-9]{6}")) {
            faults.add(new Fault("?region", region == null ? "MISSING" : "MALFORMED", "行政区划代码应为六位数字"));
        }
        var first = day("from", from, faults);
        var last = day("to", to, faults);
        if (first != null && last != null
                && (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) > MOST_DAYS)) {
            faults.add(new Fault("?to", "OUT_OF_RANGE", "止日应不早于起日，最长一年"));
        }
        if (!faults.isEmpty()) {
            throw Problem.badRequest(faults);
        }
        return new Spans(Objects.requireNonNull(region), Objects.requireNonNull(first), Objects.requireNonNull(last));
    }

    static @Nullable LocalDate day(String name, @Nullable String text, List<Fault> faults) {
        if (text == null) {
            faults.add(new Fault("?" + name, "MISSING", "缺少参数" + name));
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException bad) {
            faults.add(new Fault("?" + name, "MALFORMED", name + "应为日期，如 2026-11-23"));
            return null;
        }
    }

    /** In China. */
    Span span() {
        return new Span(from.atStartOfDay(ZONE).toInstant(), to.plusDays(1).atStartOfDay(ZONE).toInstant());
    }
}
