package org.lianban.time;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/**
 * 年度放假安排: one year of the working calendar, as the State Council's notice arranges it.
 *
 * @param provisional true while that notice is not published: only the statutory days are known, make-up days are not
 *     guessed, and every answer that touches the year is marked
 * @param notice the document the days were taken from
 * @param exceptions at most one a date; within the year or in December of the year before, which a notice may also
 *     name; the later year's notice prevails there
 */
public record CalendarYear(int year, boolean provisional, String notice, List<DayException> exceptions) {
    public enum Kind {
        /** 放假: not a working day, whatever its weekday. */
        HOLIDAY,
        /** 调休上班: a working day, whatever its weekday. */
        WORKDAY
    }

    /** A day that differs from what its weekday says. */
    public record DayException(LocalDate date, Kind kind, String name) {}

    public CalendarYear {
        exceptions = List.copyOf(exceptions);
        var dates = new HashSet<LocalDate>();
        for (DayException exception : exceptions) {
            LocalDate date = exception.date();
            boolean decemberBefore = date.getYear() == year - 1 && date.getMonthValue() == 12;
            if (date.getYear() != year && !decemberBefore) {
                throw new IllegalArgumentException("The arrangement of " + year + " cannot name " + date);
            }
            if (!dates.add(date)) {
                throw new IllegalArgumentException("The arrangement of " + year + " names " + date + " twice");
            }
        }
    }
}
