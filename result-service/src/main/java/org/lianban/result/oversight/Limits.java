package org.lianban.result.oversight;

import java.time.Instant;
import java.util.Objects;
import org.lianban.time.Budget;
import org.lianban.time.Ledger;
import org.lianban.time.WorkCalendar;

/** 期限: when a limit that starts at an instant ends, on the working calendar of a region. */
public final class Limits {
    private Limits() {}

    /**
     * From this instant on the limit is missed. The start day is not counted (民法典 201). Past the last covered year the
     * answer is provisional and computed anew whenever it is looked at.
     */
    public static Instant end(Period period, Instant start, WorkCalendar calendar) {
        return switch (period.unit()) {
            case WORKING_DAYS -> {
                var ledger = Ledger.started(Budget.workingDays(period.amount()), start, "起算");
                yield Objects.requireNonNull(ledger.deadline(calendar, start).due());
            }
            case DAYS -> calendar.endOf(calendar.dateOf(start).plusDays(period.amount()));
        };
    }
}
