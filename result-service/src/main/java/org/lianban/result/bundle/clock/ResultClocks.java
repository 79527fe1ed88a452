package org.lianban.result.bundle.clock;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.Item;
import org.lianban.time.Budget;
import org.lianban.time.Ledger;
import org.lianban.time.WorkCalendar;

/** 结果时钟: from the approval of an item to its delivery, also after the case has settled. */
final class ResultClocks {
    private ResultClocks() {}

    static void add(Bundle b, String no, Item item, Terms terms, List<Clock> clocks) {
        if (!item.yieldsResult()) {
            return;
        }
        filing(b, no, item, terms, clocks);
        delivery(b, no, item, terms, clocks);
    }

    /** 结果反馈: within the promised limit; where that has run out, ten days (行政许可法 44). */
    private static void filing(Bundle b, String no, Item item, Terms terms, List<Clock> clocks) {
        var end = item.end();
        var task = item.task();
        if (end == null || task == null || !terms.rules().keeps(Timer.RESULT_FILING)) {
            return;
        }
        var filed = item.course().filed();
        var delivered = item.handout().delivered();
        var stop = Ledgers.first(filed == null ? null : filed.at(), item.handout().receivedAt(),
                delivered == null ? null : delivered.at());
        var promised = ItemClocks.promise(no, item, terms, Ledgers.over(b, no, item))
                .map(clock -> clock.deadline(end.at()).due()).filter(due -> due.isAfter(end.at())).orElse(null);
        Clocks.add(clocks, terms.calendar(), end.at(), (start, days) -> new Clock(Timer.RESULT_FILING, no,
                task.department(),
                Ledgers.stopped(Ledger.started(limit(terms, days, start, promised), start, "作出决定"), stop, "结果已反馈"),
                days, item.marks().spoken(), null, promised));
    }

    private static Budget limit(Terms terms, WorkCalendar days, Instant start, @Nullable Instant promised) {
        return promised == null ? terms.rules().further().certificate() : Ledgers.until(days, start, promised);
    }

    /** 当天送达: until the end of the day on which the window has it; 统一领取 waits for the last. */
    private static void delivery(Bundle b, String no, Item item, Terms terms, List<Clock> clocks) {
        var from = arrived(b, item);
        if (from == null || !terms.rules().keeps(Timer.SAME_DAY_DELIVERY)) {
            return;
        }
        var delivered = item.handout().delivered();
        Clocks.add(clocks, terms.calendar(), from, (start, days) -> {
            var today = days.endOf(days.dateOf(start));
            return new Clock(Timer.SAME_DAY_DELIVERY, no, item.handout().window(),
                    Ledgers.stopped(Ledger.started(Budget.workingDays(0), start, "结果到窗"),
                            delivered == null ? null : delivered.at(), "已送达"),
                    days, item.marks().spoken(), null, today.isAfter(start) ? today : null);
        });
    }

    private static @Nullable Instant arrived(Bundle b, Item item) {
        var received = item.handout().receivedAt();
        var chosen = b.outlet().chosen();
        if (received == null || chosen == null || chosen.choice() == ResultEvent.Choice.PER_ITEM) {
            return received;
        }
        if (!b.isSettled()) {
            return null;
        }
        var all = b.deliverable().stream().map(each -> b.item(each).handout().receivedAt()).toList();
        return all.stream().anyMatch(Objects::isNull) ? null : all.stream().max(Instant::compareTo).orElse(received);
    }
}
