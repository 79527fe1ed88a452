package org.lianban.intake.application;

/** What can move an application. */
public enum Trigger {
    /** 提交申请. */
    SUBMIT,
    /** 收件. */
    RECEIVE,
    /** 一次告知. */
    NOTIFY_CORRECTION,
    /** 补正提交. */
    RESUBMIT,
    /** 当场补正. */
    AMEND,
    /** 补正逾期. */
    LAPSE,
    /** 补交: 容缺补齐 or 部门补正. */
    SUPPLEMENT,
    /** 容缺逾期. */
    EXPIRE,
    /** 部门要求补正. */
    ASK_CORRECTION,
    /** 撤回全部. */
    WITHDRAW,
    /** 撤回部分事项. */
    WITHDRAW_ITEMS,
    /** 办结, as result-service found. */
    SETTLE
}
