package org.lianban.contracts;

/** 补交原因: why materials come after the receipt. */
public enum SupplementPurpose {
    /** 容缺补齐: what a commitment promised. */
    TOLERANCE,
    /** 部门补正: what a department asked for before it accepts. */
    CORRECTION
}
