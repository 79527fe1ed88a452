package org.lianban.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 计时台账: one clock as the rows that moved it. The deadline is budget + extensions + pauses since the start; nothing of
 * it is stored here.
 *
 * <p>
 * Counting of days: the start day is not charged (民法典 201), nor are the working days after the day a pause is noticed
 * up to and including the day it ends (行政许可法 45). A pause that is noticed on the last day before the term ends still
 * holds: what is left is then the day the pause ends, or the next working day. Minutes are charged while the windows
 * are open and no pause lasts. A pause noticed once the term is over changes nothing. Overlapping pauses count once.
 *
 * <p>
 * Rows are in the order they were written, which need not be the order of their instants. A restart, as after a
 * correction, is a new ledger.
 */
public final class Ledger {
    /** The most rows one clock may have. */
    public static final int MAX_ENTRIES = 1_000;

    private final Budget budget;
    private final List<Entry> entries;

    private Ledger(Budget budget, List<Entry> entries) {
        this.budget = budget;
        this.entries = entries;
    }

    public static Ledger started(Budget budget, Instant at, String reason) {
        return new Ledger(budget, List.of(new Entry.Start(at, reason)));
    }

    /**
     * A ledger read back from its rows.
     *
     * @throws IllegalArgumentException when the first row is no start, or a row is one that {@link #refusal} names
     */
    public static Ledger of(Budget budget, List<Entry> entries) {
        if (entries.isEmpty() || !(entries.getFirst() instanceof Entry.Start)) {
            throw new IllegalArgumentException("The first row of a ledger is its start");
        }
        Ledger ledger = new Ledger(budget, List.of(entries.getFirst()));
        for (Entry entry : entries.subList(1, entries.size())) {
            ledger = ledger.with(entry);
        }
        return ledger;
    }

    public Budget budget() {
        return budget;
    }

    public List<Entry> entries() {
        return entries;
    }

    /** Why the row does not fit, as "Expected to …, but …"; empty when it does. */
    public Optional<String> refusal(Entry entry) {
        if (entries.size() >= MAX_ENTRIES) {
            return Optional.of("Expected to add a row, but the ledger has " + MAX_ENTRIES);
        }
        if (entries.getLast() instanceof Entry.Stop) {
            return Optional.of("Expected to add a row, but the clock has stopped");
        }
        return Optional.ofNullable(switch (entry) {
            case Entry.Start start -> "Expected to start the clock, but it started at " + start().at();
            case Entry.Suspend pause -> openPause(pause.key()) == null
                    ? null
                    : "Expected to suspend for " + pause.key() + ", but that pause already lasts";
            case Entry.Resume resume -> refusalOf(resume);
            case Entry.Extend extend -> refusalOf(extend);
            case Entry.Stop stop -> stop.at().isBefore(start().at())
                    ? "Expected to stop after " + start().at() + ", but got " + stop.at()
                    : null;
        });
    }

    /**
     * The ledger with one more row.
     *
     * @throws IllegalArgumentException when {@link #refusal} names a reason
     */
    public Ledger with(Entry entry) {
        refusal(entry).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        List<Entry> more = new ArrayList<>(entries.size() + 1);
        more.addAll(entries);
        more.add(entry);
        return new Ledger(budget, List.copyOf(more));
    }

    /**
     * What the rows come to. Everything but {@code remaining} is independent of {@code now}.
     *
     * @param calendar for a statutory clock {@link WorkCalendar#statutory()}
     * @throws CalendarNotCoveredException when the clock started before the first covered year
     */
    public Deadline deadline(WorkCalendar calendar, Instant now) {
        return Run.of(calendar, this).deadline(now);
    }

    /** The same, with every step that led there. */
    public Explanation explain(WorkCalendar calendar, Instant now) {
        return Explainer.explain(calendar, this, now);
    }

    Entry.Start start() {
        return (Entry.Start) entries.getFirst();
    }

    /** The budget with all extensions. */
    int total() {
        int total = budget.amount();
        for (Entry entry : entries) {
            if (entry instanceof Entry.Extend extend) {
                total += extend.extra().amount();
            }
        }
        return total;
    }

    @Nullable
    Instant stoppedAt() {
        return entries.getLast() instanceof Entry.Stop stop ? stop.at() : null;
    }

    List<Pause> pauses(WorkCalendar calendar) {
        if (entries.size() == 1) {
            return List.of();
        }
        Map<String, Long> open = new HashMap<>();
        List<Pause> pauses = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.Suspend suspend) {
                open.put(suspend.key(), fromStart(suspend.at(), calendar));
            } else if (entry instanceof Entry.Resume resume) {
                long from = Objects.requireNonNull(open.remove(resume.key()), resume.key());
                pauses.add(new Pause(from, fromStart(resume.at(), calendar)));
            }
        }
        open.values().forEach(from -> pauses.add(new Pause(from, Pause.OPEN)));
        Instant stopped = stoppedAt();
        long start = calendar.localOf(start().at());
        return Pause.merged(pauses, start, stopped == null ? Pause.OPEN : calendar.localOf(stopped));
    }

    /** The reasons of the pauses that had begun by one local instant and lasted to another, in the order of rows. */
    String pausedFor(WorkCalendar calendar, long begunBy, long lastedTo) {
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof Entry.Suspend suspend && fromStart(suspend.at(), calendar) <= begunBy
                    && resumed(calendar, suspend.key(), i) >= lastedTo && !reasons.contains(suspend.reason())) {
                reasons.add(suspend.reason());
            }
        }
        return String.join("、", reasons);
    }

    private long resumed(WorkCalendar calendar, String key, int after) {
        for (Entry entry : entries.subList(after, entries.size())) {
            if (entry instanceof Entry.Resume resume && resume.key().equals(key)) {
                return fromStart(resume.at(), calendar);
            }
        }
        return Pause.OPEN;
    }

    /** A pause may lie before the start, where the calendar need not reach. */
    private long fromStart(Instant at, WorkCalendar calendar) {
        return at.isBefore(start().at()) ? calendar.localOf(start().at()) - 1 : calendar.localOf(at);
    }

    private @Nullable String refusalOf(Entry.Extend extend) {
        if (extend.extra().unit() != budget.unit()) {
            return "Expected to extend by " + budget.unit() + ", but got " + extend.extra().unit();
        }
        return total() + extend.extra().amount() <= Budget.MAX_AMOUNT
                ? null
                : "Expected at most " + Budget.MAX_AMOUNT + " units, but got " + extend.extra().amount() + " more";
    }

    private @Nullable String refusalOf(Entry.Resume resume) {
        Entry.Suspend pause = openPause(resume.key());
        if (pause == null) {
            return "Expected to resume " + resume.key() + ", but no such pause lasts";
        }
        return resume.at().isBefore(pause.at())
                ? "Expected to resume " + resume.key() + " after " + pause.at() + ", but got " + resume.at()
                : null;
    }

    private Entry.@Nullable Suspend openPause(String key) {
        for (Entry entry : entries.reversed()) {
            if (entry instanceof Entry.Suspend suspend && suspend.key().equals(key)) {
                return suspend;
            }
            if (entry instanceof Entry.Resume resume && resume.key().equals(key)) {
                return null;
            }
        }
        return null;
    }
}
