package org.lianban.catalog.calendar;

import java.time.ZoneId;
import java.util.List;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.contracts.catalog.WorkingCalendar.Kind;
import org.lianban.time.CalendarSpec;
import org.lianban.time.CalendarYear;
import org.lianban.time.CalendarYear.DayException;
import org.lianban.time.DayEnd;
import org.lianban.time.Hours;
import org.lianban.time.LocalLayer;
import org.lianban.time.WorkCalendar;

/** Turns a published calendar into one that counts; days end at 24:00. */
public final class Calendars {
    private Calendars() {}

    public static WorkCalendar countable(WorkingCalendar calendar) {
        List<CalendarYear> years = calendar.years().stream().map(Calendars::year).toList();
        List<Hours> hours = calendar.windowHours().stream().map(h -> new Hours(h.opens(), h.closes())).toList();
        return WorkCalendar.of(new CalendarSpec(calendar.region() + "@" + calendar.version(),
                ZoneId.of(calendar.timeZone()), years, hours, DayEnd.MIDNIGHT, LocalLayer.NONE));
    }

    private static CalendarYear year(WorkingCalendar.Year year) {
        return new CalendarYear(year.year(), year.provisional(), year.notice(), year.exceptions().stream()
                .map(e -> new DayException(e.date(), kind(e.kind()), e.name())).toList());
    }

    private static CalendarYear.Kind kind(Kind kind) {
        return switch (kind) {
            case HOLIDAY -> CalendarYear.Kind.HOLIDAY;
            case WORKDAY -> CalendarYear.Kind.WORKDAY;
        };
    }
}
