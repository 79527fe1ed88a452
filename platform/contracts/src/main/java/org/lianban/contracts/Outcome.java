package org.lianban.contracts;

/** 办理结论: how an item ended. Every item of a case ends in exactly one of these. */
public enum Outcome {
    /** 准予. */
    APPROVED,
    /** 不予. */
    DENIED,
    /** 核验一致: the data check matched; counts as approval. */
    MATCHED,
    /** 核验不一致. */
    MISMATCHED,
    /** 不予受理. */
    NOT_ACCEPTED,
    /** 已撤回 by the applicant before a decision. */
    WITHDRAWN,
    /** 前置未通过终止: ended by the lead department because a prerequisite failed. */
    TERMINATED;

    /** Whether an item that depends on this one may be decided. */
    public boolean satisfiesDependents() {
        return this == APPROVED || this == MATCHED;
    }

    /** Whether the department decided on the matter itself; that stands whatever becomes of the rest. */
    public boolean isDecision() {
        return switch (this) {
            case APPROVED, DENIED, MATCHED, MISMATCHED -> true;
            case NOT_ACCEPTED, WITHDRAWN, TERMINATED -> false;
        };
    }
}
