package org.lianban.result.bundle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.CaseEvent;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.contracts.province.CaseStatus.Change;

/**
 * What one transaction does to one case: events in, and out come the new bundle, the history, the changes of state in
 * order, and what this service publishes itself. The join is asked after every event, so the last result settles the case
 * in the transaction that records it.
 */
public final class CaseUnitOfWork {
    private final Bundle before;
    private Bundle bundle;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<ResultEvent> own = new ArrayList<>();
    private final List<Applied> applied = new ArrayList<>();

    /**
     * One event as it was applied.
     *
     * @param source who published it; null: this service
     * @param time when it was committed; null: with this unit of work
     */
    public record Applied(CaseEvent event, @Nullable String source, long sequence, @Nullable String actor,
            @Nullable Instant time) {}

    public CaseUnitOfWork(Bundle before) {
        this.before = before;
        this.bundle = before;
    }

    /** The last sequence applied of the stream that this event belongs to; 0 when none was. */
    public long lastSeen(CaseEvent event) {
        return switch (event) {
            case IntakeEvent e -> bundle.book().intakeSeen();
            case DispatchEvent e -> bundle.book().dispatchSeen();
            case DepartmentEvent e -> bundle.item(e.itemNo()).marks().seen();
            case ResultEvent e -> throw own(e);
        };
    }

    /** Applies the event that follows {@link #lastSeen}. */
    public void apply(CaseEvent event, long sequence, @Nullable String actor) {
        apply(event, sequence, actor, null);
    }

    /** @param time when its publisher committed it */
    public void apply(CaseEvent event, long sequence, @Nullable String actor, @Nullable Instant time) {
        applied.add(new Applied(event, source(event), sequence, actor, time));
        switch (event) {
            case IntakeEvent e -> step(Evolution.apply(bundle, e).sawIntake(sequence), Entry.of(e, actor));
            case DispatchEvent e -> step(Evolution.apply(bundle, e).sawDispatch(sequence), Entry.of(e, actor));
            case DepartmentEvent e -> {
                var next = Evolution.apply(bundle, e);
                var item = next.item(e.itemNo());
                step(next.withItem(e.itemNo(), item.with(item.marks().saw(sequence))), Entry.of(e, actor));
            }
            case ResultEvent e -> throw own(e);
        }
        Join.decide(bundle).ifPresent(this::publish);
    }

    /** Publishes an own decision and applies it. */
    public void publish(ResultEvent event) {
        publish(event, null);
    }

    /** @param actor who commanded it; null: this service by itself */
    public void publish(ResultEvent event, @Nullable String actor) {
        own.add(event);
        applied.add(new Applied(event, null, before.book().published().result() + own.size(), actor, null));
        step(Evolution.apply(bundle, event), Entry.of(event, actor));
    }

    private static String source(CaseEvent event) {
        return switch (event) {
            case IntakeEvent e -> "intake";
            case DispatchEvent e -> "dispatch";
            case DepartmentEvent e -> "department";
            case ResultEvent e -> throw own(e);
        };
    }

    private void step(Bundle next, Entry entry) {
        changes.addAll(Changes.between(bundle, next, entry.at()));
        entries.add(entry);
        bundle = next;
    }

    private static IllegalArgumentException own(ResultEvent event) {
        return new IllegalArgumentException("An event of our own is published, not consumed: " + event.getClass());
    }

    public Bundle before() {
        return before;
    }

    public Bundle bundle() {
        return bundle;
    }

    public boolean changed() {
        return !entries.isEmpty();
    }

    public List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    public List<Change> changes() {
        return Collections.unmodifiableList(changes);
    }

    public List<ResultEvent> own() {
        return Collections.unmodifiableList(own);
    }

    /** Every event that was applied, consumed or our own, in order. */
    public List<Applied> applied() {
        return Collections.unmodifiableList(applied);
    }

    /**
     * Closes the unit of work: counts the version and hands out the sequences of what is published.
     *
     * @return the bundle to be stored
     */
    public Bundle closed() {
        var book = bundle.book();
        return changed() ? bundle.with(book.closed(own.size(), changes.isEmpty() ? 0 : 1)) : bundle;
    }

    /** When the last event of this unit of work was. */
    public @Nullable Instant lastAt() {
        return entries.isEmpty() ? null : entries.getLast().at();
    }
}
