package org.lianban.result.bundle.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.CaseEvent;

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
