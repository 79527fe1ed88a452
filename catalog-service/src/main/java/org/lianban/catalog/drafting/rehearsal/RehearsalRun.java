package org.lianban.catalog.drafting.rehearsal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 推演 of a draft, as far as it is.
 *
 * @param draftRevision what was replayed
 * @param cases fetched so far
 * @param report found so far
 * @param failure why it ended early
 */
public record RehearsalRun(long id, String draft, int draftRevision, State state, int cases, @Nullable Report report,
        @Nullable String failure, Instant startedAt, Instant changedAt) {
    public enum State {
        RUNNING, DONE, FAILED
    }

    /** What was found so far. */
    public record Found(@Nullable Report report, @Nullable String failure) {}
}
