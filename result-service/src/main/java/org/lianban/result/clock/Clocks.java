package org.lianban.result.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Term;
import org.lianban.contracts.result.ResultEvent.Timer;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.Item;
import org.lianban.time.Budget;
import org.lianban.time.Entry;
import org.lianban.time.Ledger;
import org.lianban.time.WorkCalendar;

/**
 * 全部时钟 of a case. The intake clock restarts with each resubmission. Acceptance stops notice and acceptance clocks,
 * the end of the item stops all of its clocks, and so does withdrawal or cancelling: nobody is late for what was
 * called off.
 */
public final class Clocks {
    private Clocks() {}

    /** In the order case, items; per item in the order of {@link Timer}. Empty while the case's filing is not known. */
    public static List<Clock> of(Bundle b, Terms terms) {
        var clocks = new ArrayList<Clock>();
        if (b.filing() == null) {
            return clocks;
        }
        intake(b, terms, clocks);
        var frozen = b.frozen();
        if (frozen != null) {
            b.items().forEach((no, item) -> {
                if (item.task() != null) {
                    item(b, no, item, terms, clocks);
                }
            });
        }
        return clocks;
    }

    /** The earliest instant at which any clock has something to publish. */
    public static Optional<Instant> wake(List<Clock> clocks) {
        return clocks.stream().map(Clock::wake).flatMap(Optional::stream).min(Instant::compareTo);
    }

    private static void intake(Bundle b, Terms terms, List<Clock> clocks) {
        var handedIn = b.intake().handedInAt();
        if (handedIn == null) {
            return;
        }
        var frozen = b.frozen();
        var stop = first(b.intake().correctedAt(), frozen == null ? null : frozen.at(), b.withdrawnAt().orElse(null));
        var origin = b.intake().origin();
        add(clocks, terms.calendar(), handedIn, (start, calendar) -> new Clock(Timer.INTAKE, null,
                origin == null ? null : origin.window(),
                stopped(Ledger.started(terms.rules().intake(), start, b.intake().round() == 0 ? "提交申请" : "补正后重新提交"),
                        stop, frozen != null && frozen.at().equals(stop) ? "已分发" : "已一次告知或撤回"),
                calendar, b.book().intakeMarks()));
    }

    private static void item(Bundle b, String no, Item item, Terms terms, List<Clock> clocks) {
        var frozen = b.frozen();
        var task = item.task();
        if (frozen == null || task == null) {
            return;
        }
        var acceptance = item.handling().acceptance();
        var over = over(b, no, item);
        var spoken = first(acceptance == null ? null : acceptance.at(), over);
        var calendar = terms.calendar();
        add(clocks, calendar.statutory(), b.receivedAt().orElse(frozen.receivedAt()),
                (start, days) -> clock(Timer.STATUTORY_NOTICE, no, item,
                        stopped(Ledger.started(terms.rules().notice(), start, "窗口收件"), spoken, "部门已答复"), days));
        add(clocks, calendar, frozen.at(), (start, days) -> clock(Timer.ACCEPTANCE, no, item,
                stopped(Ledger.started(terms.rules().acceptance(), start, "推送部门"), spoken, "部门已答复"), days));
        OneThing.Item listed = terms.item(no);
        if (acceptance == null || listed == null) {
            return;
        }
        var reason = acceptance.deemed() ? "视为受理" : "受理";
        Term promise = listed.promise();
        if (promise != null) {
            var rows = pauses(item, Item.Pause::promise);
            if (terms.waitingStopsPromise(listed)) {
                rows = Stream.concat(waiting(item, acceptance.effectiveAt()), rows);
            }
            var entries = rows;
            add(clocks, calendar, acceptance.effectiveAt(), (start, days) -> clock(Timer.PROMISE, no, item,
                    stopped(ledger(Terms.budget(promise), start, reason, entries), over, "已办结"), days));
        }
        Term statutory = listed.statutory();
        if (statutory != null) {
            add(clocks, calendar.statutory(), acceptance.effectiveAt(), (start, days) -> clock(Timer.STATUTORY, no,
                    item, stopped(ledger(Terms.budget(statutory), start, reason, pauses(item, Item.Pause::statutory)),
                            over, "已办结"),
                    days));
        }
    }

    private interface Making {
        Clock at(Instant start, WorkCalendar calendar);
    }

    /** A start before the first year of the calendar cannot be counted from; no deadline is better than a wrong one. */
    private static void add(List<Clock> clocks, WorkCalendar calendar, Instant start, Making making) {
        if (!calendar.dateOf(start).isBefore(calendar.firstDay())) {
            clocks.add(making.at(start, calendar));
        }
    }

    private static Clock clock(Timer timer, String no, Item item, Ledger ledger, WorkCalendar calendar) {
        var task = item.task();
        return new Clock(timer, no, task == null ? null : task.department(), ledger, calendar, item.marks().bits());
    }

    /** When nothing more was to be done for the item: it ended, or it was called off. */
    private static @Nullable Instant over(Bundle b, String no, Item item) {
        return first(item.end() == null ? null : item.end().at(), item.gate().cancelledAt(),
                b.withdrawnAt(no).orElse(null));
    }

    private static Ledger ledger(Budget budget, Instant start, String reason, Stream<Entry> pauses) {
        var entries = new ArrayList<Entry>();
        entries.add(new Entry.Start(start, reason));
        pauses.limit(Ledger.MAX_ENTRIES - 2L).forEach(entries::add);
        return Ledger.of(budget, entries);
    }

    /** A department's clock may run behind ours: what stopped before it started has stopped at once. */
    private static Ledger stopped(Ledger ledger, @Nullable Instant at, String reason) {
        if (at == null) {
            return ledger;
        }
        var start = ledger.entries().getFirst().at();
        return ledger.with(new Entry.Stop(at.isBefore(start) ? start : at, reason));
    }

    private static Stream<Entry> pauses(Item item, java.util.function.Predicate<Item.Pause> which) {
        var rows = new ArrayList<Entry>();
        for (var pause : item.pauses()) {
            if (which.test(pause)) {
                rows.addAll(span("special", pause.procedure(), pause.from(), pause.to()));
            }
        }
        return rows.stream();
    }

    private static Stream<Entry> waiting(Item item, Instant from) {
        var released = item.gate().releasedAt();
        if (item.task() == null || item.task().hard().isEmpty() || released != null && !released.isAfter(from)) {
            return Stream.empty();
        }
        return span("prerequisite", "等待前置事项结果", from, released).stream();
    }

    private static List<Entry> span(String key, String reason, Instant from, @Nullable Instant to) {
        var suspend = new Entry.Suspend(from, key, reason);
        return to == null
                ? List.of(suspend)
                : List.of(suspend, new Entry.Resume(to.isBefore(from) ? from : to, key));
    }

    private static @Nullable Instant first(@Nullable Instant... candidates) {
        return Stream.of(candidates).filter(java.util.Objects::nonNull).min(Instant::compareTo).orElse(null);
    }
}
