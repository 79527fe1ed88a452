package org.lianban.result.notices.sms;

/** 通知范围: of what the applicant is told. */
public enum Scope {
    /** Nothing. */
    NONE,
    /** What he has to know or to do: receipt, notices, decisions, collection. */
    MILESTONES,
    /** Every change of state of the case and of each item. */
    EVERY_CHANGE
}
