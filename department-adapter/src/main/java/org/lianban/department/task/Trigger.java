package org.lianban.department.task;

/** What can move a task. */
public enum Trigger {
    ACKNOWLEDGED,
    /** The department has a data check in its hands. */
    VERIFICATION_STARTED,
    /** Accepted, or deemed so, with no open prerequisite. */
    ACCEPTED,
    /** Accepted, or deemed so, while a prerequisite is open (容缺预审). */
    ACCEPTED_FOR_PRE_REVIEW,
    /** 部门补正: the department asked the applicant to mend something. */
    CORRECTION_REQUESTED,
    /** 补正到齐. */
    CORRECTION_SUPPLIED,
    /** 补正期限 ran out: the department goes on with what it has. */
    CORRECTION_LAPSED,
    NOT_ACCEPTED,
    PRE_REVIEWED,
    SUSPENDED,
    RESUMED,
    UNAVAILABLE,
    APPROVED,
    DENIED,
    MATCHED,
    MISMATCHED,
    /** The last open prerequisite was satisfied, the last owed material came, or a further result came for a task that may be decided. */
    RELEASED,
    /** An upstream result or an owed material came, but something is still open. */
    RESULT_ARRIVED,
    /** A prerequisite failed or an owed material is overdue. */
    BLOCKED,
    REASSIGNED,
    WITHDRAWN,
    TERMINATED
}
