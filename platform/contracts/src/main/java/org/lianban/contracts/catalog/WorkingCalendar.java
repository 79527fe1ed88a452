package org.lianban.contracts.catalog;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * 工作日历 of one region: the State Council's arrangement of each year and the opening hours of the windows.
 *
 * @param region GB/T 2260 county code, or {@code CN} for the national calendar every region without its own uses
 * @param version from 1
 * @param timeZone IANA name
 * @param years ascending, without gaps
 * @param windowHours opening hours on a working day, ascending, not overlapping
 */
public record WorkingCalendar(String region, int version, String contentHash, String timeZone, List<Year> years,
        List<Hours> windowHours) {

    /**
     * @param provisional true while the State Council has not published the year: only statutory days are known and
     *     every deadline that touches it is marked
     * @param notice the document the year was taken from
     */
    public record Year(int year, boolean provisional, String notice, List<Exception> exceptions) {}

    /** A day that differs from its weekday: a holiday, or a make-up working day (调休上班). */
    public record Exception(LocalDate date, Kind kind, String name) {}

    public enum Kind {
        HOLIDAY, WORKDAY
    }

    public record Hours(LocalTime opens, LocalTime closes) {}

    /** Monday to Friday work unless an exception says otherwise. */
    public static boolean ordinaryWorkday(DayOfWeek day) {
        return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY;
    }
}
