package org.lianban.contracts.catalog;

/** 事项性质: what a department does for an item; most "items" of a one-thing are not licences. */
public enum ItemKind {
    /** 行政许可: bound by 行政许可法, the only kind with deemed acceptance (第32条). */
    LICENSE,
    /** 行政确认, 登记 and similar acts with a decision. */
    CONFIRM,
    /** 行政给付: benefits, reimbursement, withdrawal of funds. */
    PAYMENT,
    /** 公共服务. */
    SERVICE,
    /** 信息核查: a department looks something up and reports. */
    CHECK,
    /** 信息核验: an automatic data check that answers matched, mismatched or unavailable. */
    VERIFY,
    /** 信息采集, 填报: data are collected or filed. */
    COLLECT;

    /** Whether 行政许可法 32 applies: silence for five working days is acceptance. */
    public boolean deemedAccepted() {
        return this == LICENSE;
    }
}
