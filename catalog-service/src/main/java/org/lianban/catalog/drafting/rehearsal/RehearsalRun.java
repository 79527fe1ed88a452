package org.lianban.catalog.drafting.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    /**
     * 推演报告.
     *
     * @param cases replayed
     * @param sameRoute cases that take the same items with the same departments in the same order
     * @param changedRoutes how often each change would have happened, most frequent first
     * @param deadlines of the whole case, by change in working days: negative is earlier
     * @param unreachable item numbers that no case of the sample reaches
     * @param unplaced answers that the draft has no place for, or questions that old cases never answered
     * @param unknownVersion cases whose own version is not known here
     * @param samples some cases of each kind, at most {@link Rehearsal#SAMPLES}
     */
    public record Report(int cases, int sameRoute, List<Change> changedRoutes, Deadlines deadlines,
            List<String> unreachable, List<Change> unplaced, int unknownVersion, List<Sample> samples) {

        /** @param text what differs */
        public record Change(String text, int cases) {}

        /**
         * @param earlier cases that would have been due earlier
         * @param notComputed cases without a limit on the way, or beyond the calendar
         */
        public record Deadlines(int earlier, int same, int later, int notComputed, Map<Integer, Integer> byWorkingDays,
                @Nullable Integer largest) {}

        /** @param before last day of the case as it was, {@code after} as the draft would have it */
        public record Sample(String caseNo, List<String> changes, @Nullable String before, @Nullable String after) {}
    }
}
