package org.lianban.result.oversight;

/** What is kept as a file of its own beside a case; whoever locks several does so in this order. */
public enum FileKind {
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
