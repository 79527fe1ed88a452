package org.lianban.result.bundle.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.result.bundle.Bundle;

/**
 * 到期处理: what the clocks of a case have to say at an instant and have not said yet. A clock that is looked at only
 * after it ran out breaches without a warning, which would help nobody any more.
 */
public final class Due {
    private Due() {}

    /** @param at when it was due to be said; the difference to now is the lateness of the timer */
    public record DueEvent(Instant at, ResultEvent event) {}

    public static List<DueEvent> decide(Bundle b, List<Clock> clocks, ClockRules rules, Instant now) {
        var events = new ArrayList<DueEvent>();
        for (Clock clock : clocks) {
            if (clock.open() && !clock.breached()) {
                decide(b, clock, rules, now, events);
            }
        }
        events.sort(Comparator.comparing(DueEvent::at));
        return events;
    }

    private static void decide(Bundle b, Clock clock, ClockRules rules, Instant now, List<DueEvent> events) {
        var deadline = clock.deadline(now);
        var due = deadline.due();
        if (due == null) {
            return;
        }
        if (deadline.breachedAt(now)) {
            events.add(new DueEvent(due,
                    new ResultEvent.TimerBreached(b.caseNo(), clock.timer(), clock.itemNo(), due, now,
                            clock.responsible(), clock.detail())));
            deem(b, clock, rules, due, now, events);
            return;
        }
        Clock.warning(clock, deadline).filter(amber -> !clock.warned() && !amber.isAfter(now))
                .ifPresent(amber -> events.add(new DueEvent(amber,
                        new ResultEvent.TimerWarned(b.caseNo(), clock.timer(), clock.itemNo(), due, now,
                                clock.responsible(), clock.detail()))));
    }

    /** 视为受理: silence accepts, with effect from the receipt (行政许可法 32 第四项). */
    private static void deem(Bundle b, Clock clock, ClockRules rules, Instant due, Instant now, List<DueEvent> events) {
        var no = clock.itemNo();
        if (clock.timer() != ResultEvent.Timer.STATUTORY_NOTICE || no == null) {
            return;
        }
        var item = b.item(no);
        if (item.task() != null && rules.deemedKinds().contains(item.task().kind())
                && !item.marks().spoken().deemed()) {
            events.add(new DueEvent(due, new ResultEvent.AcceptanceDeemed(b.caseNo(), no, clock.start(), now)));
        }
    }
}
