package org.lianban.catalog.calendar;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.WorkingCalendar.Hours;
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
public record Arrangement(String document, List<ArrangedYear> years, List<Hours> windowHours) {
    /** The calendar of every region that has none of its own. */
    public static final String NATIONAL = "CN";

    /** Arranges nothing. */
    public static final Arrangement NONE = new Arrangement("", List.of(), List.of());

    /** @param provisional whether only the statutory days are known; a published year cannot become provisional again */
    public record ArrangedYear(int year, boolean provisional, List<WorkingCalendar.Exception> exceptions) {}

    /** @param before the calendar in force; null is no calendar at all */
    public CalendarDecision decide(String region, @Nullable WorkingCalendar before) {
        return CalendarDecision.of(region, before, this);
    }
}
