package org.lianban.catalog.calendar;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Decision;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.contracts.catalog.ContentHash;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.form.OwnRules;

/**
 * 放假安排公布: what an administrator publishes for a region.
 *
 * @param document number or title of the notice, kept with every year that it arranges
 * @param years years to add or to arrange anew; the others stay
 * @param windowHours new opening hours; empty: they stay
 */
@OwnRules
public record Arrangement(String document, List<ArrangedYear> years, List<WorkingCalendar.Hours> windowHours) {
    /** The calendar of every region that has none of its own. */
    public static final String NATIONAL = "CN";

    /** Arranges nothing. */
    public static final Arrangement NONE = new Arrangement("", List.of(), List.of());

    /** @param provisional whether only the statutory days are known; a published year cannot become provisional again */
    public record ArrangedYear(int year, boolean provisional, List<WorkingCalendar.Exception> exceptions) {}

    /**
     * A new version of a region's calendar, or everything that forbids it.
     *
     * @param before the calendar in force; null is no calendar at all
     */
    public Decision<WorkingCalendar> decide(String region, @Nullable WorkingCalendar before) {
        List<Fault> faults = ArrangementCheck.of(before, this);
        if (!faults.isEmpty()) {
            return Decision.refused(Refusal.unacceptable(faults));
        }
        TreeMap<Integer, WorkingCalendar.Year> all = new TreeMap<>();
        if (before != null) {
            before.years().forEach(year -> all.put(year.year(), year));
        }
        years.forEach(
                y -> all.put(y.year(), new WorkingCalendar.Year(y.year(), y.provisional(), document, y.exceptions())));
        List<WorkingCalendar.Hours> hours = windowHours.isEmpty() && before != null
                ? before.windowHours()
                : windowHours;
        WorkingCalendar own = before != null && before.region().equals(region) ? before : null;
        WorkingCalendar unnamed = new WorkingCalendar(region, own == null ? 1 : own.version() + 1, "",
                before == null ? "Asia/Shanghai" : before.timeZone(), List.copyOf(all.values()), hours,
                own == null ? List.of() : own.local());
        return Decision.accepted(named(unnamed));
    }

    /** The version with its hash, which names exactly this version and no other. */
    static WorkingCalendar named(WorkingCalendar c) {
        return new WorkingCalendar(c.region(), c.version(), ContentHash.of(c), c.timeZone(), c.years(), c.windowHours(),
                c.local());
    }
}
