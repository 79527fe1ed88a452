package org.lianban.result.bundle.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.result.bundle.Spoken;
import org.lianban.time.Deadline;
import org.lianban.time.Entry;
import org.lianban.time.Explanation;
import org.lianban.time.Ledger;
import org.lianban.time.WorkCalendar;

/**
 * One clock of a case.
 *
 * @param itemNo null: of the whole case
 * @param responsible the window or the department that has to act; null where the applicant has to, or nobody is known
 * @param spoken whether its warning and its breach were published already
 * @param detail what tells it from other clocks of its kind: round of a correction, code of an owed material, key of a
 *     procedure; null where there is no other
 * @param stated the deadline as a notice or a signed commitment states it: it stands whatever the ledger comes to;
 *     null: the ledger's
 */
public record Clock(Timer timer, @Nullable String itemNo, @Nullable String responsible, Ledger ledger,
        WorkCalendar calendar, Spoken spoken, @Nullable String detail, @Nullable Instant stated) {

    /** A clock that is the only one of its kind and runs by its ledger. */
    public Clock(Timer timer, @Nullable String itemNo, @Nullable String responsible, Ledger ledger,
            WorkCalendar calendar, Spoken spoken) {
        this(timer, itemNo, responsible, ledger, calendar, spoken, null, null);
    }

    /** 时限状态. */
    public enum Status {
        /** 计时中. */
        RUNNING,
        /** 已暂停. */
        PAUSED,
        /** 按时完成. */
        MET,
        /** 超时, finished late or still open. */
        BREACHED
    }

    /**
     * A clock as read at one instant.
     *
     * @param open the clock has not stopped
     * @param dueSoon open, in time, and past its amber instant
     * @param lateBy zero unless breached: until it stopped, or until now
     */
    public record Reading(Clock clock, Deadline deadline, Status status, boolean open, boolean dueSoon,
            Duration lateBy) {}

    public Instant start() {
        return ledger.entries().getFirst().at();
    }

    public Optional<Instant> stoppedAt() {
        return ledger.entries().getLast() instanceof Entry.Stop stop ? Optional.of(stop.at()) : Optional.empty();
    }

    public boolean open() {
        return !(ledger.entries().getLast() instanceof Entry.Stop);
    }

    /** What the clock comes to. Everything but what remains is independent of {@code now}. */
    public Deadline deadline(Instant now) {
        var counted = ledger.deadline(calendar, now);
        if (stated == null) {
            return counted;
        }
        var amber = counted.amber();
        return new Deadline(counted.state(), stated, calendar.dateOf(stated.minusMillis(1)),
                amber == null || amber.isAfter(stated) ? stated : amber, counted.remaining(), null);
    }

    public Reading read(Instant now) {
        var deadline = deadline(now);
        var due = deadline.due();
        if (due == null) {
            return new Reading(this, deadline, Status.PAUSED, open(), false, Duration.ZERO);
        }
        var stopped = stoppedAt();
        var at = stopped.orElse(now);
        if (deadline.breachedAt(at)) {
            return new Reading(this, deadline, Status.BREACHED, open(), false, Duration.between(due, at));
        }
        if (stopped.isPresent()) {
            return new Reading(this, deadline, Status.MET, false, false, Duration.ZERO);
        }
        var amber = deadline.amber();
        return new Reading(this, deadline, Status.RUNNING, true, amber != null && !now.isBefore(amber), Duration.ZERO);
    }

    public Explanation explain(Instant now) {
        var counted = ledger.explain(calendar, now);
        if (stated == null || stated.equals(counted.deadline().due())) {
            return counted;
        }
        var deadline = deadline(now);
        var steps = new ArrayList<>(counted.steps());
        var last = calendar.dateOf(stated.minusMillis(1));
        steps.set(steps.size() - 1, new Explanation.Step(Explanation.Kind.DUE, last, last, 0,
                "到期 " + stated.atZone(calendar.zone()).toLocalDateTime() + "（以载明的期限为准）", null));
        return new Explanation(deadline, counted.calendarVersion(), steps);
    }

    boolean warned() {
        return spoken.warned(timer);
    }

    boolean breached() {
        return spoken.breached(timer);
    }

    /** When the warning is in order; empty for a term so short that it would come with the start. */
    static Optional<Instant> warning(Clock clock, Deadline deadline) {
        var amber = deadline.amber();
        return amber == null || !amber.isAfter(clock.start()) || amber.equals(deadline.due())
                ? Optional.empty()
                : Optional.of(amber);
    }

    /** The next instant at which this clock has something to publish; empty when stopped, paused or done. */
    Optional<Instant> wake() {
        if (!open() || breached()) {
            return Optional.empty();
        }
        // Everything but what remains is independent of the instant asked about.
        var deadline = deadline(start());
        var due = deadline.due();
        if (due == null) {
            return Optional.empty();
        }
        return warned() ? Optional.of(due) : warning(this, deadline).or(() -> Optional.of(due));
    }
}
