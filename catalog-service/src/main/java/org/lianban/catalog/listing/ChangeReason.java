package org.lianban.catalog.listing;

/** 调整原因: why a list entry comes, changes, pauses or goes (动态调整, 新政文〔2024〕62号 附件3 一(三)). */
public enum ChangeReason {
    /** 立: a law or rule was enacted. */
    ENACTED,
    /** 改: a law or rule was amended. */
    AMENDED,
    /** 废: a law or rule was repealed. */
    REPEALED,
    /** 释: a law or rule was interpreted anew. */
    INTERPRETED,
    /** 机构调整. */
    ORGANISATION_CHANGED,
    /** 优化: items, materials or limits get better. */
    OPTIMISED,
    /** 系统故障 or another outage. */
    OUTAGE
}
