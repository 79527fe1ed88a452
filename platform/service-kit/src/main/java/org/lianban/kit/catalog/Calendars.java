package org.lianban.kit.catalog;

import java.time.ZoneId;
import java.util.List;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.time.CalendarSpec;
import org.lianban.time.CalendarYear;
import org.lianban.time.DayEnd;
import org.lianban.time.Hours;
import org.lianban.time.LocalLayer;
import org.lianban.time.WorkCalendar;

/** From the published calendar to one that counts; the version of its explanations is {@code region@version}. */
public final class Calendars {
    private Calendars() {}

    public static WorkCalendar of(WorkingCalendar published, DayEnd dayEnd) {
        List<CalendarYear> years = published.years().stream()
                .map(year -> new CalendarYear(year.year(), year.provisional(), year.notice(),
                        year.exceptions().stream().map(Calendars::exception).toList()))
                .toList();
        var hours = published.windowHours().stream().map(h -> new Hours(h.opens(), h.closes())).toList();
        return WorkCalendar.of(new CalendarSpec(published.region() + "@" + published.version(),
                ZoneId.of(published.timeZone()), years, hours, dayEnd, LocalLayer.NONE));
    }

    private static CalendarYear.DayException exception(WorkingCalendar.Exception e) {
        return new CalendarYear.DayException(e.date(), switch (e.kind()) {
            case HOLIDAY -> CalendarYear.Kind.HOLIDAY;
            case WORKDAY -> CalendarYear.Kind.WORKDAY;
        }, e.name());
    }
}
