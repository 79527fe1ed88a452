package org.lianban.kit.catalog;

import java.time.ZoneId;
import java.util.ArrayList;
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
                ZoneId.of(published.timeZone()), years, hours, dayEnd, local(published)));
    }

    private static LocalLayer local(WorkingCalendar published) {
        if (published.local().isEmpty()) {
            return LocalLayer.NONE;
        }
        var days = new ArrayList<LocalLayer.LocalDay>();
        var windows = new ArrayList<LocalLayer.WindowDay>();
        for (WorkingCalendar.LocalDay day : published.local()) {
            boolean works = day.change() == WorkingCalendar.LocalDay.Change.OPEN;
            if (works || day.change() == WorkingCalendar.LocalDay.Change.CLOSED) {
                days.add(new LocalLayer.LocalDay(day.date(), works, works ? "本地上班" : "本地停办", day.document()));
            }
            var hours = day.hours().isEmpty() ? published.windowHours() : day.hours();
            if (day.change() == WorkingCalendar.LocalDay.Change.WINDOW_OPEN || works && !day.hours().isEmpty()) {
                windows.add(new LocalLayer.WindowDay(day.date(),
                        hours.stream().map(h -> new Hours(h.opens(), h.closes())).toList(), "窗口不打烊"));
            }
        }
        return new LocalLayer(published.region() + "@" + published.version(), days, windows);
    }

    private static CalendarYear.DayException exception(WorkingCalendar.Exception e) {
        return new CalendarYear.DayException(e.date(), switch (e.kind()) {
            case HOLIDAY -> CalendarYear.Kind.HOLIDAY;
            case WORKDAY -> CalendarYear.Kind.WORKDAY;
        }, e.name());
    }
}
