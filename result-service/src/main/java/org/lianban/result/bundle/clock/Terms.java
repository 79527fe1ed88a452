package org.lianban.result.bundle.clock;

import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Term;
import org.lianban.time.Budget;
import org.lianban.time.WorkCalendar;

/** The law that a case's clocks run under: the version it was filed under, the calendar of its region, the rules. */
public record Terms(OneThing oneThing, WorkCalendar calendar, ClockRules rules) {

    OneThing.@Nullable Item item(String no) {
        return oneThing.item(no).orElse(null);
    }

    boolean waitingStopsPromise(OneThing.Item item) {
        var all = rules.waitingStopsPromise();
        return all == null ? item.waitingStopsPromise() : all;
    }

    public static Budget budget(Term term) {
        return switch (term.unit()) {
            case WORKING_DAYS -> Budget.workingDays(term.amount());
            case SERVICE_MINUTES -> Budget.serviceMinutes(term.amount());
        };
    }
}
