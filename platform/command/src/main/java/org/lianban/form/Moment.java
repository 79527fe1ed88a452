package org.lianban.form;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A date, a time of day or an instant out of a text.
 *
 * @param day what its range is asked of; null: any
 */
record Moment(Object value, @Nullable LocalDate day) {
    /** {@code +12026-01-01} is a year that ISO 8601 knows and nobody means; twenty-nine characters are nanoseconds. */
    private static final int LONGEST = 40;

    /** @throws java.time.DateTimeException where it is not written as ISO 8601 has it */
    static Moment read(String text, Class<?> type) {
        String given = text.length() > LONGEST ? "" : text;
        if (type == LocalDate.class) {
            LocalDate date = LocalDate.parse(given);
            return new Moment(date, date);
        }
        if (type == LocalTime.class) {
            return new Moment(LocalTime.parse(given), null);
        }
        if (type == YearMonth.class) {
            YearMonth month = YearMonth.parse(given);
            return new Moment(month, month.atDay(1));
        }
        OffsetDateTime time = OffsetDateTime.parse(given);
        if (type == Instant.class) {
            return new Moment(time.toInstant(), time.toLocalDate());
        }
        if (type == OffsetDateTime.class) {
            return new Moment(time, time.toLocalDate());
        }
        throw new IllegalStateException("no form knows " + type);
    }

    static boolean within(LocalDate day, Field field) {
        return !day.isBefore(LocalDate.parse(field.from())) && !day.isAfter(LocalDate.parse(field.until()));
    }

    static String form(Class<?> type) {
        if (type == LocalDate.class) {
            return " 2026-03-02 这样的日期";
        }
        if (type == LocalTime.class) {
            return " 09:00 这样的时间";
        }
        return type == YearMonth.class ? " 2026-03 这样的月份" : " 2026-03-05T09:00:00+08:00 这样带时区的时刻";
    }
}
