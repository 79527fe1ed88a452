package org.lianban.contracts;

/** 联办事项状态, as shown to applicants, windows, departments and the province. */
public enum ItemState {
    /** 已推送: with the department. */
    DISPATCHED,
    /** 已接收: the department confirmed that it has the task. */
    ACKNOWLEDGED,
    /** 补正告知: the department asked the applicant to mend something before it accepts. */
    CORRECTION,
    /** 审查中: accepted, no open prerequisite. */
    IN_REVIEW,
    /** 容缺预审: accepted, reviewed while a prerequisite is open. */
    PRE_REVIEW,
    /** 待前置结果: pre-review concluded, only the prerequisite is missing. */
    WAITING_PREREQUISITE,
    /** 可决定: every prerequisite is there. */
    READY,
    /** 特别程序: hearing, inspection, expert review and the like; clocks may be paused. */
    SUSPENDED,
    /** 核验中. */
    VERIFYING,
    /** 核验不可用: the data source did not answer; manual proof instead. */
    UNAVAILABLE,
    /** 前置未通过: a prerequisite failed, the lead department decides. */
    BLOCKED,
    APPROVED,
    DENIED,
    MATCHED,
    MISMATCHED,
    NOT_ACCEPTED,
    WITHDRAWN,
    TERMINATED;

    public boolean isFinal() {
        return ordinal() >= APPROVED.ordinal();
    }

    public static ItemState of(Outcome outcome) {
        return valueOf(outcome.name());
    }
}
