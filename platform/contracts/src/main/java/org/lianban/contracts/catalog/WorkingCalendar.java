package org.lianban.contracts.catalog;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.lianban.contracts.OmitEmpty;

/**
 * 工作日历 of one region: the State Council's arrangement of each year and the opening hours of the windows.
 *
 * @param region GB/T 2260 county code, or {@code CN} for the national calendar every region without its own uses
 * @param version from 1
 * @param timeZone IANA name
 * @param years ascending, without gaps
 * @param windowHours opening hours on a working day, ascending, not overlapping
 * @param local days on which the region differs, ascending
 */
public record WorkingCalendar(String region, int version, String contentHash, String timeZone, List<Year> years,
        List<Hours> windowHours, @OmitEmpty List<LocalDay> local) {

    public WorkingCalendar {
        local = local == null ? List.of() : List.copyOf(local);
    }

    /** A calendar without days of its own. */
    public WorkingCalendar(String region, int version, String contentHash, String timeZone, List<Year> years,
            List<Hours> windowHours) {
        this(region, version, contentHash, timeZone, years, windowHours, List.of());
    }

    /**
     * 本地日: a day on which this region differs; it never shortens a statutory right.
     *
     * @param hours opening hours of WINDOW_OPEN and OPEN; empty: the ordinary ones
     * @param approver who approved it
     * @param document 文号 or note it rests on
     */
    public record LocalDay(LocalDate date, Change change, List<Hours> hours, String approver, String document) {
        /** 变动. */
        public enum Change {
            /** 停办: a working day on which the windows are closed. */
            CLOSED,
            /** 上班: a rest day on which work is done. */
            OPEN,
            /** 不打烊: windows are open although it is no working day. */
            WINDOW_OPEN
        }
    }

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
