package org.lianban.contracts.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.OmitEmpty;
import org.lianban.contracts.OmitFalse;

/**
 * When a material need not be handed in, may be handed in later, and what is looked at.
 *
 * @param exemption 免提交 by data sharing or electronic certificate
 * @param deferral 容缺: may be handed in later
 * @param commitment 承诺免交: id of the commitment text that stands for it; null: not possible
 * @param reviewPoints 审查要点
 * @param original 原件: the clerk has to have seen it
 * @param certificateType 证照类型代码 of the certificate that it is (GB/T 36904)
 * @param sample 示范样例: address of a filled-in sample
 */
public record MaterialRules(@Nullable Exemption exemption,
        @Nullable Deferral deferral,
        @Nullable String commitment,
        @OmitEmpty List<ReviewPoint> reviewPoints,
        @OmitFalse boolean original,
        @Nullable String certificateType,
        @Nullable String sample) {
    /** It has to be handed in. */
    public static final MaterialRules NONE = new MaterialRules(null, null, null, List.of(), false, null, null);

    public MaterialRules {
        reviewPoints = reviewPoints == null ? List.of() : List.copyOf(reviewPoints);
    }

    /** 免提交. @param source the data source or certificate library that is asked */
    public record Exemption(Reason reason, @Nullable Mode mode, String source, @Nullable String legalBasis) {}

    /** 免提交方式. */
    public enum Reason {
        /** 政府部门核发材料免提交. */
        GOV_ISSUED,
        /** 数据共享核验. */
        DATA_VERIFIED,
        /** 电子证照. */
        E_LICENSE
    }

    /** 数据使用方式. */
    public enum Mode {
        /** 查询: values come back. */
        QUERY,
        /** 核验: only yes or no comes back; preferred. */
        VERIFY
    }

    /**
     * 容缺受理.
     *
     * @param within from receipt; never more than the item's promise
     * @param commitment id of the commitment text to sign
     */
    public record Deferral(Term within, String consequence, String commitment) {}

    /** 审查要点. @param criterion when it is passed */
    public record ReviewPoint(String id, String text, String criterion, @Nullable String example) {}

    static final class None extends Unsaid {
        None() {
            super(NONE);
        }
    }
}
