package org.lianban.contracts.catalog;

import org.jspecify.annotations.Nullable;

/**
 * 特别程序 as published: only listed ones may be started, each with its own limit.
 *
 * @param key stable within the item, {@code hearing}
 * @param limit its own limit
 * @param pausesPromise whether the promised limit stands still
 * @param pausesStatutory whether the statutory limit stands still: only for the kinds of 行政许可法 45
 * @param basis 设定依据
 */
public record SpecialProcedure(String key, String name, Kind kind, Term limit, boolean pausesPromise,
        boolean pausesStatutory, @Nullable String basis) {
    /** 程序类型. */
    public enum Kind {
        /** 听证. */
        HEARING(true),
        /** 招标. */
        TENDER(true),
        /** 拍卖. */
        AUCTION(true),
        /** 检验. */
        INSPECTION(true),
        /** 检测. */
        TESTING(true),
        /** 检疫. */
        QUARANTINE(true),
        /** 鉴定. */
        APPRAISAL(true),
        /** 专家评审. */
        EXPERT_REVIEW(true),
        /** 现场勘验: not in the list of 行政许可法 45. */
        SITE_VISIT(false),
        /** 公示. */
        PUBLIC_NOTICE(false),
        /** 整改. */
        RECTIFICATION(false),
        OTHER(false);

        private final boolean excludedByLaw;

        Kind(boolean excludedByLaw) {
            this.excludedByLaw = excludedByLaw;
        }

        /** Whether 行政许可法 45 leaves its time out of the statutory limit. */
        public boolean excludedByLaw() {
            return excludedByLaw;
        }
    }
}
