package org.lianban.time;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/**
 * 本地调整: what one county changes on top of the national calendar. Its version becomes part of the calendar's version,
 * so an explanation always says which layer counted.
 *
 * <p>
 * A local day may not shorten anybody's statutory rights, nor lengthen the authority's statutory term: statutory clocks
 * run on {@link WorkCalendar#statutory()}, which leaves this layer out.
 *
 * @param version for example {@code 410721@2}
 * @param days days that work or do not work here only; at most one a date
 * @param windowDays dates whose opening hours differ; at most one a date
 */
public record LocalLayer(String version, List<LocalDay> days, List<WindowDay> windowDays) {
    /** No local adjustment. */
    public static final LocalLayer NONE = new LocalLayer("", List.of(), List.of());

    /**
     * 停办或加班日: a day that is closed, or worked, in this county only (停电, 疫情, 地方民族节日). A closed day has no
     * window hours; a worked one has the usual ones.
     *
     * @param source the approving document
     */
    public record LocalDay(LocalDate date, boolean working, String name, String source) {}

    /**
     * 特定日窗口时间: the opening hours of one date in place of the usual, on a working day or not (节假日不打烊). It
     * changes service minutes only; it makes no working day.
     *
     * @param hours ascending, not overlapping; empty when the windows stay shut
     */
    public record WindowDay(LocalDate date, List<Hours> hours, String name) {
        public WindowDay {
            hours = checked(hours);
        }
    }

    public LocalLayer {
        days = List.copyOf(days);
        windowDays = List.copyOf(windowDays);
        if (version.isBlank() && !(days.isEmpty() && windowDays.isEmpty())) {
            throw new IllegalArgumentException("A local layer with days needs a version");
        }
        requireDistinct(days.stream().map(LocalDay::date).toList());
        requireDistinct(windowDays.stream().map(WindowDay::date).toList());
    }

    boolean isEmpty() {
        return days.isEmpty() && windowDays.isEmpty();
    }

    static List<Hours> checked(List<Hours> hours) {
        int closed = -1;
        for (Hours each : hours) {
            if (each.openMinute() <= closed) {
                throw new IllegalArgumentException("Opening hours ascend with a gap between them, not " + hours);
            }
            closed = each.closeMinute();
        }
        return List.copyOf(hours);
    }

    private static void requireDistinct(List<LocalDate> dates) {
        var seen = new HashSet<LocalDate>();
        for (LocalDate date : dates) {
            if (!seen.add(date)) {
                throw new IllegalArgumentException("The local layer names " + date + " twice");
            }
        }
    }
}
