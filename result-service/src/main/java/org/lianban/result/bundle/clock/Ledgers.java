package org.lianban.result.bundle.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.Course;
import org.lianban.result.bundle.Item;
import org.lianban.time.Budget;
import org.lianban.time.Entry;
import org.lianban.time.Ledger;
import org.lianban.time.WorkCalendar;

/** How facts become the rows of a ledger. */
final class Ledgers {
    private Ledgers() {}

    static Ledger ledger(Budget budget, Instant start, String reason, Stream<Entry> rows) {
        var entries = new ArrayList<Entry>();
        entries.add(new Entry.Start(start, reason));
        rows.limit(Ledger.MAX_ENTRIES - 2L).forEach(entries::add);
        return Ledger.of(budget, entries);
    }

    /** A department's clock may run behind ours: what stopped before it started has stopped at once. */
    static Ledger stopped(Ledger ledger, @Nullable Instant at, String reason) {
        if (at == null) {
            return ledger;
        }
        var start = ledger.entries().getFirst().at();
        return ledger.with(new Entry.Stop(at.isBefore(start) ? start : at, reason));
    }

    static Stream<Entry> pauses(Item item, Predicate<Item.Pause> which) {
        var rows = new ArrayList<Entry>();
        for (var pause : item.pauses()) {
            if (which.test(pause)) {
                rows.addAll(span("special", pause.procedure(), pause.from(), pause.to()));
            }
        }
        return rows.stream();
    }

    static Stream<Entry> waiting(Item item, Instant from) {
        var released = item.gate().releasedAt();
        if (item.task() == null || item.task().hard().isEmpty() || released != null && !released.isAfter(from)) {
            return Stream.empty();
        }
        return span("prerequisite", "等待前置事项结果", from, released).stream();
    }

    /** A correction after the acceptance has begun to count, as one that was accepted by a window may have. */
    static Stream<Entry> correction(Item item, Instant from) {
        var correction = item.course().correction();
        return correction == null || !correction.requestedAt().isAfter(from)
                ? Stream.empty()
                : span("correction", "申请人补正", correction.requestedAt(), correction.suppliedAt()).stream();
    }

    /** 延期 (行政许可法 42), of a limit in working days. */
    static Stream<Entry> extension(Course course, Budget budget) {
        var extension = course.extension();
        return extension == null || budget.unit() != Budget.Unit.WORKING_DAYS
                ? Stream.empty()
                : Stream.of(new Entry.Extend(extension.at(), Budget.workingDays(extension.workingDays()),
                        switch (extension.approver()) {
                            case AGENCY_HEAD -> "经本行政机关负责人批准";
                            case GOVERNMENT_HEAD -> "经本级人民政府负责人批准";
                        }));
    }

    private static List<Entry> span(String key, String reason, Instant from, @Nullable Instant to) {
        var suspend = new Entry.Suspend(from, key, reason);
        return to == null
                ? List.of(suspend)
                : List.of(suspend, new Entry.Resume(to.isBefore(from) ? from : to, key));
    }

    /** The working days up to a stated deadline, so that a warning has a measure. */
    static Budget until(WorkCalendar calendar, Instant start, Instant stated) {
        var from = calendar.dateOf(start);
        var to = calendar.dateOf(stated.minusMillis(1));
        return to.isBefore(from) || from.isBefore(calendar.firstDay()) || to.isAfter(calendar.lastDay())
                ? Budget.workingDays(0)
                : Budget.workingDays(Math.min(Budget.MAX_AMOUNT, calendar.workingDaysBetween(from, to)));
    }

    /** When nothing more was to be done for the item: it ended, or it was called off. */
    static @Nullable Instant over(Bundle b, String no, Item item) {
        return first(item.end() == null ? null : item.end().at(), item.gate().cancelledAt(),
                b.withdrawnAt(no).orElse(null));
    }

    static @Nullable Instant first(@Nullable Instant... candidates) {
        return Stream.of(candidates).filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
    }
}
