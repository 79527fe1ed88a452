package org.lianban.dispatch.plan;

/** What moves an item from one {@link ItemStage} to the next. */
public enum ItemTrigger {
    /** Upstream results were handed on. */
    RELEASED,
    /** An upstream result arrived that is kept back while the item is blocked. */
    WITHHELD,
    /** A hard prerequisite ended without satisfying. */
    PREREQUISITE_FAILED,
    /** 容缺补齐: owed materials came; handed on, or kept back while something else holds the item up. */
    SUPPLEMENTED,
    /** 部门补正: what the department asked for came. */
    CORRECTED,
    /** 容缺逾期: an owed material did not come in time. */
    OVERDUE,
    /** 继续: the lead waived what failed, and goes on waiting for what is overdue. */
    CONTINUED,
    /** 终止: by the lead's decision. */
    TERMINATED,
    /** 撤回: by the applicant. */
    WITHDRAWN,
    /** 改派: another department handles it. */
    REASSIGNED,
    /** The adapter published the item's end. */
    ENDED
}
