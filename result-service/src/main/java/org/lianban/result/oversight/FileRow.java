package org.lianban.result.oversight;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file as it lies in its table: the columns are derived from the body.
 *
 * @param red a limit is missed and what it asked for is still owed
 * @param subject what it is about beyond case and item
 * @param dueAt when it is looked at next; null: nothing runs
 * @param version one more with every event
 */
public record FileRow(String id, Kind kind, @Nullable String caseNo, @Nullable String itemNo, String region,
        @Nullable String department, String state, boolean open, boolean red, @Nullable String subject,
        @Nullable Instant dueAt, Instant openedAt, @Nullable Instant closedAt, long version, String body) {
    /**
     * One event of a file, as recorded.
     *
     * @param what name of the event
     * @param body the event as JSON
     */
    public record Step(String id, long version, Instant at, String actor, String what, String body) {}

    /** What is kept as a file of its own beside a case; whoever locks several does so in this order. */
    public enum Kind {
        /** 工单. */
        TICKET,
        /** 事后核查. */
        CHECK,
        /** 到期证照. */
        LICENCE,
        /** 审管衔接. */
        PUSH,
        /** 督办单. */
        ORDER
    }
}
