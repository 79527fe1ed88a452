package org.lianban.department.task;

/** What can move a task. */
public enum Trigger {
    ACKNOWLEDGED,
    /** The department has a data check in its hands. */
    VERIFICATION_STARTED,
    /** Accepted, or deemed so, with no open prerequisite. */
    ACCEPTED,
    /** Accepted, or deemed so, while a prerequisite is open (容缺预审). */
    ACCEPTED_FOR_PRE_REVIEW, NOT_ACCEPTED, PRE_REVIEWED, SUSPENDED, RESUMED, UNAVAILABLE, APPROVED, DENIED, MATCHED, MISMATCHED,
    /** The last open prerequisite was satisfied, or a further result came for a task that may be decided. */
    RELEASED,
    /** An upstream result came, but a prerequisite is still open. */
    RESULT_ARRIVED, BLOCKED, REASSIGNED, WITHDRAWN, TERMINATED
}
