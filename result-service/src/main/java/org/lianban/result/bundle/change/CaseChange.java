package org.lianban.result.bundle.change;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.CaseEvent;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.contracts.province.CaseStatus.Change;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.clock.Terms;

/**
 * One case that a transaction changed.
 *
 * @param before empty for a case that nobody had spoken of
 * @param after as it is stored, with its new version; {@code caseNo} and version together name this change once
 * @param events everything that happened, in order, our own events included
 * @param states changes of state that are shown outside, in order
 * @param terms version, calendar and rules of the case; null until its filing is known and the catalogue copy has both
 * @param traceparent of the event or request that came last
 */
public record CaseChange(Bundle before, Bundle after, List<RecordedEvent> events, List<Change> states,
        @Nullable Terms terms, @Nullable String traceparent) {
    public CaseChange {
        events = List.copyOf(events);
        states = List.copyOf(states);
    }

    /** The events of one type, consumed or our own, in order. */
    public <E extends CaseEvent> Stream<E> events(Class<E> type) {
        return events.stream().map(RecordedEvent::event).filter(type::isInstance).map(type::cast);
    }

    public String caseNo() {
        return after.caseNo();
    }

    /**
     * One event of a case in the order in which it was applied.
     *
     * @param event as consumed, or a ResultEvent of our own
     * @param source who published it, {@code intake}; {@code result} for our own
     * @param sequence of its stream, from 1
     * @param actor who caused it, as {@code ROLE:id[@window][ for X]}
     * @param time when the publisher committed it
     */
    public record RecordedEvent(CaseEvent event, String source, long sequence, @Nullable String actor, Instant time) {
        /** The source of our own events. */
        public static final String OWN = "result";
    }
}
