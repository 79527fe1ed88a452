package org.lianban.intake.application;

/** The states of an application by name, as stored and as shown; {@link Application} has one record for each. */
public enum Status {
    /** Not filed yet. */
    NONE,
    /** 已提交, waiting for the window. */
    SUBMITTED,
    /** 已一次告知: the applicant's turn. */
    CORRECTION_NOTIFIED,
    /** 已收件. */
    RECEIVED,
    /** 已撤回 as a whole. */
    WITHDRAWN,
    /** 补正不来办结. */
    LAPSED,
    /** 全部办结. */
    SETTLED
}
