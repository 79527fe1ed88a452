package org.lianban.catalog.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lianban.time.Budget;
import org.lianban.time.Explanation;
import org.lianban.time.Ledger;
import org.lianban.time.WorkCalendar;

/** 期限试算: when a term ends that starts at an instant, and why. */
public final class DeadlineQuestion {
    private static final Pattern OFFSET = Pattern.compile(".*T.*([+-][0-9]{2}:[0-9]{2}|Z)");
    /** A plus sign that was not escaped in a query arrives as a space. */
    private static final Pattern LOST_PLUS = Pattern.compile(" (?=[0-9]{2}:[0-9]{2}$)");

    private DeadlineQuestion() {}

    /** @param text an instant with offset, a local date and time, or a date; empty where it is none of them */
    public static Optional<Instant> start(String text, ZoneId zone) {
        try {
            if (text.length() == "2026-01-01".length()) {
                return Optional.of(LocalDate.parse(text).atStartOfDay(zone).toInstant());
            }
            String plus = LOST_PLUS.matcher(text).replaceFirst("+");
            return Optional.of(OFFSET.matcher(plus).matches()
                    ? OffsetDateTime.parse(plus).toInstant()
                    : LocalDateTime.parse(plus).atZone(zone).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Empty where the calendar begins later. */
    public static Optional<Explanation> explain(WorkCalendar calendar, Instant start, Budget limit) {
        return calendar.dateOf(start).isBefore(calendar.firstDay())
                ? Optional.empty()
                : Optional.of(Ledger.started(limit, start, "起算").explain(calendar, start));
    }
}
