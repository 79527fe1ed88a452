package org.lianban.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One ledger run on one calendar. Instants are nanoseconds of local time, amounts are what {@link #charged} returns. */
abstract sealed class Run {
    /** The share of a term, and of working days the least number, that is left when the warning is in order. */
    private static final int AMBER_PERCENT = 20;

    final WorkCalendar calendar;
    final Ledger ledger;
    final long start;
    final List<Pause> pauses;
    final int total;

    private Run(WorkCalendar calendar, Ledger ledger) {
        this.calendar = calendar;
        this.ledger = ledger;
        this.start = calendar.localOf(ledger.start().at());
        this.pauses = ledger.pauses(calendar);
        this.total = ledger.total();
    }

    static Run of(WorkCalendar calendar, Ledger ledger) {
        return switch (ledger.budget().unit()) {
            case WORKING_DAYS -> new Days(calendar, ledger);
            case SERVICE_MINUTES -> new Minutes(calendar, ledger);
        };
    }

    /** @param left of the budget when the pause began that has not ended; 0 when {@code end} is known */
    record Reach(long end, long left, @Nullable Pause held) {}

    /** What one unit of the budget is in amounts. */
    abstract long unit();

    /** What the clock charges from one instant to another when nothing pauses it. */
    abstract long charged(long from, long to);

    /** When a term with so much left ends if nothing pauses it any more. */
    abstract long finish(long from, long left);

    /** When so much has been charged, at {@code left} 0 at once. */
    abstract long mark(long from, long left);

    /** Units left when the warning is in order: 20 % rounded up, and of days at least one. */
    abstract int amberLeft();

    Reach due() {
        return reach(total * unit(), true);
    }

    /**
     * Goes from pause to pause: one that begins once the term is over changes nothing, any other puts what is left of
     * the term behind its end.
     */
    private Reach reach(long amount, boolean whole) {
        long left = amount;
        long from = start;
        for (Pause pause : pauses) {
            long end = whole ? finish(from, left) : mark(from, left);
            if (end <= pause.from()) {
                return new Reach(end, 0, null);
            }
            left = Math.max(0, left - charged(from, pause.from()));
            if (pause.open()) {
                return new Reach(pause.from(), left, pause);
            }
            from = pause.to();
        }
        return new Reach(whole ? finish(from, left) : mark(from, left), 0, null);
    }

    Deadline deadline(Instant now) {
        Reach due = due();
        long lastDay = due.held == null ? dayEndedBy(due.end) : day(due.end);
        String doubt = calendar.rules().doubtBetween(day(start), lastDay);
        Instant stopped = ledger.stoppedAt();
        if (due.held != null) {
            return new Deadline(Deadline.State.PAUSED, null, null, null, units(due.left), doubt);
        }
        Instant asked = stopped != null && stopped.isBefore(now) ? stopped : now;
        return new Deadline(stopped == null ? Deadline.State.RUNNING : Deadline.State.STOPPED,
                calendar.instantOf(due.end), LocalDate.ofEpochDay(lastDay), amber(due.end), remaining(asked, due.end),
                doubt);
    }

    private Instant amber(long due) {
        int before = total - amberLeft();
        return calendar.instantOf(before < 0 ? start : Math.min(due, reach(before * unit(), false).end));
    }

    private Budget remaining(Instant asked, long due) {
        if (asked.isBefore(ledger.start().at())) {
            return units(total * unit());
        }
        long now = calendar.localOf(asked);
        if (now >= due) {
            return units(0);
        }
        long left = total * unit() - charged(start, now);
        for (Pause pause : pauses) {
            if (pause.from() < now) {
                left += charged(pause.from(), Math.min(pause.to(), now));
            }
        }
        return units(Math.max(0, left));
    }

    private Budget units(long amount) {
        return new Budget((int) Math.ceilDiv(amount, unit()), ledger.budget().unit());
    }

    static long day(long local) {
        return Math.floorDiv(local, OpenLine.DAY);
    }

    /** The day an end belongs to: 24:00 is still that day. */
    static long dayEndedBy(long local) {
        return day(local - 1);
    }

    private static final class Days extends Run {
        Days(WorkCalendar calendar, Ledger ledger) {
            super(calendar, ledger);
        }

        @Override
        long unit() {
            return 1;
        }

        @Override
        long charged(long from, long to) {
            return calendar.days().count(day(to)) - calendar.days().count(day(from));
        }

        /** With nothing left it is the first working day that has not ended yet. */
        @Override
        long finish(long from, long left) {
            long day = calendar.days().add(day(from), left);
            long end = calendar.endOf(day);
            return end > from ? end : calendar.endOf(calendar.days().add(day, 1));
        }

        @Override
        long mark(long from, long left) {
            return left == 0 ? Math.max(from, calendar.endOf(day(from))) : finish(from, left);
        }

        @Override
        int amberLeft() {
            return Math.max(1, Math.ceilDiv(total * AMBER_PERCENT, 100));
        }
    }

    private static final class Minutes extends Run {
        Minutes(WorkCalendar calendar, Ledger ledger) {
            super(calendar, ledger);
        }

        @Override
        long unit() {
            return OpenLine.MINUTE;
        }

        @Override
        long charged(long from, long to) {
            return calendar.open().openedBefore(to) - calendar.open().openedBefore(from);
        }

        @Override
        long finish(long from, long left) {
            return calendar.open().add(from, left);
        }

        @Override
        long mark(long from, long left) {
            return left == 0 ? from : finish(from, left);
        }

        @Override
        int amberLeft() {
            return Math.ceilDiv(total * AMBER_PERCENT, 100);
        }
    }
}
