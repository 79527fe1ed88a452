package org.lianban.catalog.drafting;

/** 草案阶段: where a draft stands on its way to the public (新政文〔2024〕62号 附件3 二(五)). */
public enum DraftStage {
    /** 起草: may be edited. */
    DRAFT,
    /** 审核: handed in, the lead department has not confirmed yet. */
    IN_REVIEW,
    /** 审核: the lead department confirmed, the owner of the catalogue has not reviewed yet. */
    LEAD_CONFIRMED,
    /** 审核通过: both steps are done. */
    ADMIN_REVIEWED,
    /** 联调联测: announced for test cases only. */
    TESTING,
    /** 试运行. */
    TRIAL,
    /** 正式运行. */
    LIVE,
    /** 终止. */
    ABANDONED;

    public boolean ended() {
        return this == LIVE || this == ABANDONED;
    }
}
