package org.lianban.contracts;

/** 办件状态: where a case stands. Intake sets the first four; the others are the projection of its items. */
public enum CaseState {
    /** 已提交, waiting for the window. */
    SUBMITTED,
    /** 已一次告知: one notice names every defect; the applicant's turn. */
    CORRECTION_NOTIFIED,
    /** 已收件. */
    RECEIVED,
    /** 已分发 to all departments. */
    DISPATCHED,
    /** 办理中: at least one department accepted. */
    IN_PROGRESS,
    /** 全部办结: every item has its outcome. */
    SETTLED,
    /** 送达中: a result is at the certificate window or on its way. */
    DELIVERING,
    /** 已送达. */
    DELIVERED,
    /** 已归档. */
    ARCHIVED,
    /** 补正不来办结: the stated term for mending ran out. */
    LAPSED,
    /** 已撤回 before it was received, or the whole of it afterwards. */
    WITHDRAWN
}
