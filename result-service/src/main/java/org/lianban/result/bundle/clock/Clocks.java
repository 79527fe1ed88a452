package org.lianban.result.bundle.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.result.bundle.Bundle;
import org.lianban.time.WorkCalendar;

/**
 * 全部时钟 of a case. The intake clock restarts with each resubmission. Acceptance stops notice and acceptance clocks,
 * the end of the item stops all of its clocks but those of its result, and so does withdrawal or cancelling: nobody is
 * late for what was called off.
 */
public final class Clocks {
    private Clocks() {}

    /**
     * Stopped ones included, in the order case, items; per item in the order of
     * {@link org.lianban.contracts.event.ResultEvent.Timer}, of one kind the current one first. Empty while the case's
     * filing is not known.
     */
    public static List<Clock> of(Bundle b, Terms terms) {
        var clocks = new ArrayList<Clock>();
        if (b.filing() != null) {
            CaseClocks.add(b, terms, clocks);
            b.items().forEach((no, item) -> {
                if (item.task() != null && b.frozen() != null) {
                    ItemClocks.add(b, no, item, terms, clocks);
                    ResultClocks.add(b, no, item, terms, clocks);
                }
            });
        }
        return clocks;
    }

    /** Of one item only. */
    public static List<Clock> of(Bundle b, Terms terms, String itemNo) {
        var clocks = new ArrayList<Clock>();
        var item = b.item(itemNo);
        if (b.filing() != null && b.frozen() != null && item.task() != null) {
            ItemClocks.add(b, itemNo, item, terms, clocks);
            ResultClocks.add(b, itemNo, item, terms, clocks);
        }
        return clocks;
    }

    /** Those that may still have something to say: after the settlement only the clocks of results do. */
    public static List<Clock> running(Bundle b, Terms terms) {
        if (!b.isOver()) {
            return of(b, terms);
        }
        var clocks = new ArrayList<Clock>();
        b.items().forEach((no, item) -> {
            if (item.task() != null && b.frozen() != null) {
                ResultClocks.add(b, no, item, terms, clocks);
            }
        });
        return clocks;
    }

    /** The earliest instant at which any clock has something to publish. */
    public static Optional<Instant> wake(List<Clock> clocks) {
        return clocks.stream().map(Clock::wake).flatMap(Optional::stream).min(Instant::compareTo);
    }

    /** Makes a clock from its start on. */
    interface Making {
        Clock at(Instant start, WorkCalendar calendar);
    }

    /** A start before the first year of the calendar cannot be counted from; no deadline is better than a wrong one. */
    static void add(List<Clock> clocks, WorkCalendar calendar, Instant start, Making making) {
        if (!calendar.dateOf(start).isBefore(calendar.firstDay())) {
            clocks.add(making.at(start, calendar));
        }
    }

    /**
     * 预警与超时: the open clocks of a case that have warned, and those that have breached, by the code of their timer: one
     * code per clock, in alphabetical order.
     */
    public record Alarms(List<String> soon, List<String> over) {
        public static final Alarms NONE = new Alarms(List.of(), List.of());

        public Alarms {
            soon = soon.stream().sorted().toList();
            over = over.stream().sorted().toList();
        }

        public static Alarms of(List<Clock> clocks) {
            var open = clocks.stream().filter(Clock::open).toList();
            return new Alarms(
                    open.stream().filter(c -> !c.breached() && c.warned() && c.deadline(c.start()).due() != null)
                            .map(Clock::timer).map(Timer::name).toList(),
                    open.stream().filter(Clock::breached).map(Clock::timer).map(Timer::name).toList());
        }
    }
}
