package org.lianban.result.oversight.check;

/** 信用等级 of an applicant, as the credit platform gives it. */
public enum Tier {
    A,
    B,
    C,
    D,
    /** Nobody could be asked. */
    UNKNOWN
}
