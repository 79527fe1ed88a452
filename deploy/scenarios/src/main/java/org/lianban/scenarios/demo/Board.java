package org.lianban.scenarios.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.scenarios.client.CaseView;

/** What everybody in the tour looks at: one row per case, and what happened lately. */
final class Board {
    private static final int EVENTS_KEPT = 400;

    /** One case. Its story writes number and remark, the watcher writes what it sees; readers get copies. */
    static final class Row {
        private final String title;
        private final String oneThing;
        private String remark = "";
        private @Nullable String caseNo;
        private @Nullable CaseView seen;
        private @Nullable Instant begun;
        private @Nullable Instant ended;
        private @Nullable Throwable failure;

        Row(String title, String oneThing) {
            this.title = title;
            this.oneThing = oneThing;
        }
    }

    /**
     * @param title what the story shows
     * @param begun when it was handed in
     * @param failure why its story broke off
     */
    record Line(String title, String oneThing, String remark, @Nullable String caseNo, @Nullable CaseView seen,
            @Nullable Instant begun, @Nullable Instant ended, @Nullable Throwable failure) {
        boolean settled() {
            return seen != null && seen.ended();
        }
    }

    record Event(Instant at, String caseNo, String text, boolean alarming) {}

    private final String title;
    private final List<Row> rows = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private long eventCount;

    /** @param title in Chinese */
    Board(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    synchronized Row add(String title, String oneThing) {
        Row row = new Row(title, oneThing);
        rows.add(row);
        return row;
    }

    String code(Row row) {
        return row.oneThing;
    }

    synchronized void filed(Row row, String caseNo, Instant at) {
        row.caseNo = caseNo;
        row.begun = at;
    }

    synchronized void remark(Row row, String remark) {
        row.remark = remark;
    }

    synchronized void failed(Row row, Throwable failure) {
        row.failure = failure;
        notifyAll();
    }

    synchronized void saw(Row row, CaseView seen, Instant at) {
        row.seen = seen;
        if (seen.ended() && row.ended == null) {
            row.ended = at;
        }
        notifyAll();
    }

    synchronized void happened(Event event) {
        eventCount++;
        events.add(event);
        if (events.size() > EVENTS_KEPT) {
            events.removeFirst();
        }
    }

    synchronized List<Line> lines() {
        return rows.stream().map(Board::line).toList();
    }

    synchronized Line line(int number) {
        return line(rows.get(number));
    }

    private static Line line(Row row) {
        return new Line(row.title, row.oneThing, row.remark, row.caseNo, row.seen, row.begun, row.ended, row.failure);
    }

    synchronized int size() {
        return rows.size();
    }

    synchronized Row row(int number) {
        return rows.get(number);
    }

    /** The latest events, oldest first. */
    synchronized List<Event> latest(int most) {
        return List.copyOf(events.subList(Math.max(0, events.size() - most), events.size()));
    }

    /** Events after the first {@code known}, as far as they are kept. */
    synchronized List<Event> after(long known) {
        int fresh = (int) Math.min(eventCount - known, events.size());
        return fresh <= 0 ? Collections.emptyList() : latest(fresh);
    }

    synchronized long eventCount() {
        return eventCount;
    }

    /** What a story waits for. */
    interface Condition {
        boolean holds(CaseView seen);
    }

    /**
     * Waits until the case looks like that, or has ended.
     *
     * @throws IllegalStateException when it takes longer than {@code seconds}
     */
    synchronized CaseView await(Row row, long seconds, Condition condition) throws InterruptedException {
        long limit = System.nanoTime() + seconds * 1_000_000_000L;
        while (row.seen == null || !condition.holds(row.seen) && !row.seen.ended()) {
            long left = (limit - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new IllegalStateException(row.title + ": waited " + seconds + " s in vain");
            }
            wait(left);
        }
        return row.seen;
    }

    /** Waits until every case has ended or its story broke off; false after {@code seconds}. */
    synchronized boolean awaitEnd(long seconds) throws InterruptedException {
        long limit = System.nanoTime() + seconds * 1_000_000_000L;
        while (rows.stream().anyMatch(row -> row.failure == null && row.ended == null)) {
            long left = (limit - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
