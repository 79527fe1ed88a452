package org.lianban.catalog.calendar;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.calendar.Arrangement.ArrangedYear;
import org.lianban.command.Fault;
import org.lianban.contracts.catalog.ContentHash;
import org.lianban.contracts.catalog.WorkingCalendar.Hours;
import org.lianban.contracts.catalog.WorkingCalendar.LocalDay;
import org.lianban.contracts.catalog.WorkingCalendar.Year;
import org.lianban.contracts.catalog.WorkingCalendar;

/** A new version of a calendar, or everything that forbids it. */
public sealed interface CalendarDecision {

    record Published(WorkingCalendar calendar) implements CalendarDecision {}

    record Refused(List<Fault> faults) implements CalendarDecision {}

    static CalendarDecision of(String region, @Nullable WorkingCalendar before, Arrangement arrangement) {
        List<Fault> faults = ArrangementCheck.of(before, arrangement);
        if (!faults.isEmpty()) {
            return new Refused(faults);
        }
        TreeMap<Integer, Year> years = new TreeMap<>();
        if (before != null) {
            before.years().forEach(year -> years.put(year.year(), year));
        }
        for (ArrangedYear year : arrangement.years()) {
            years.put(year.year(),
                    new Year(year.year(), year.provisional(), arrangement.document(), year.exceptions()));
        }
        List<Hours> hours = arrangement.windowHours().isEmpty() && before != null
                ? before.windowHours()
                : arrangement.windowHours();
        int version = before != null && before.region().equals(region) ? before.version() + 1 : 1;
        String timeZone = before == null ? "Asia/Shanghai" : before.timeZone();
        List<LocalDay> local = before != null && before.region().equals(region) ? before.local() : List.of();
        WorkingCalendar unnamed = new WorkingCalendar(region, version, "", timeZone, List.copyOf(years.values()), hours,
                local);
        return new Published(new WorkingCalendar(region, version, ContentHash.of(unnamed), timeZone, unnamed.years(),
                hours, local));
    }
}
