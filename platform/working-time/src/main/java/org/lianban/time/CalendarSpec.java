package org.lianban.time;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Everything a {@link WorkCalendar} is made of.
 *
 * @param version identity and version of the national part, for example {@code CN@3}
 * @param zone a zone whose offset does not change from the first covered year on: a day then always has 24 hours
 * @param years ascending without gaps, at least one
 * @param windowHours usual opening hours of a working day; ascending, not touching, at least one
 */
public record CalendarSpec(String version, ZoneId zone, List<CalendarYear> years, List<Hours> windowHours,
        DayEnd dayEnd, LocalLayer local) {
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    public CalendarSpec {
        years = List.copyOf(years);
        windowHours = LocalLayer.checked(windowHours);
        if (version.isBlank()) {
            throw new IllegalArgumentException("A calendar needs a version");
        }
        if (windowHours.isEmpty()) {
            throw new IllegalArgumentException("A calendar needs opening hours of the window");
        }
        if (years.isEmpty()) {
            throw new IllegalArgumentException("A calendar needs at least one year");
        }
        for (int i = 1; i < years.size(); i++) {
            if (years.get(i).year() != years.get(i - 1).year() + 1) {
                throw new IllegalArgumentException("Years ascend without gaps, but " + years.get(i).year() + " follows "
                        + years.get(i - 1).year());
            }
        }
        var first = LocalDate.of(years.getFirst().year(), 1, 1);
        var last = LocalDate.of(years.getLast().year(), 12, 31);
        requireSteadyOffset(zone, first);
        local.days().forEach(day -> requireCovered(day.date(), first, last));
        local.windowDays().forEach(day -> requireCovered(day.date(), first, last));
    }

    /** The national calendar in Shanghai time, days ending at 24:00. */
    public static CalendarSpec national(String version, List<CalendarYear> years, List<Hours> windowHours) {
        return new CalendarSpec(version, SHANGHAI, years, windowHours, DayEnd.MIDNIGHT, LocalLayer.NONE);
    }

    public CalendarSpec withLocal(LocalLayer layer) {
        return new CalendarSpec(version, zone, years, windowHours, dayEnd, layer);
    }

    public CalendarSpec withDayEnd(DayEnd end) {
        return new CalendarSpec(version, zone, years, windowHours, end, local);
    }

    private static void requireSteadyOffset(ZoneId zone, LocalDate first) {
        if (zone.getRules().nextTransition(first.atStartOfDay(zone).toInstant()) != null) {
            throw new IllegalArgumentException("The zone of a working calendar keeps one offset, unlike " + zone);
        }
    }

    private static void requireCovered(LocalDate date, LocalDate first, LocalDate last) {
        if (date.isBefore(first) || date.isAfter(last)) {
            throw new IllegalArgumentException("The local layer names " + date + ", which no year covers");
        }
    }
}
