package org.lianban.intake.checking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 附加申报内容 as read: what most applications do not have. Nothing of it has been checked.
 *
 * @param test 测试办件, against a version that is being tested
 * @param priority 绿色通道: why this one goes first; null: it does not
 * @param addressee 文书接收人; null: the applicant
 * @param consents 授权同意编号: what data and certificates may be fetched, and what may be reused
 * @param prefill 预填编号: what the form was filled in with beforehand
 * @param commitments 容缺 and 承诺免交, signed
 * @param checks 收件核验: what a clerk found, material by material
 */
public record Additions(boolean test, @Nullable String priority, @Nullable Contact addressee, List<String> consents,
        @Nullable String prefill, List<Signed> commitments, List<Checked> checks) {
    public static final Additions NONE = new Additions(false, null, null, List.of(), null, List.of(), List.of());

    /** 接收人. */
    public record Contact(@Nullable String name, @Nullable String phone) {
        /** Personal data stay out of logs. */
        @Override
        public String toString() {
            return "Contact[***]";
        }
    }

    /**
     * 承诺书 as signed.
     *
     * @param type as written: DEFER (容缺后补) or WAIVE (承诺免交)
     * @param signature digest of the signed text, {@code sm3:} or {@code sha256:} and 64 hex digits
     * @param signedBy as written: APPLICANT or AGENT
     * @param signedAt as written, a time with its zone
     */
    public record Signed(@Nullable String material, @Nullable String type, @Nullable String textId,
            @Nullable Integer textVersion, @Nullable String signature, @Nullable String signedBy,
            @Nullable String signedAt) {}

    /**
     * 核验 of one material.
     *
     * @param present 已收到
     * @param originalChecked 已核对原件
     * @param formOk 符合法定形式
     * @param points 审查要点, answered
     */
    public record Checked(@Nullable String material, @Nullable Boolean present, @Nullable Boolean originalChecked,
            @Nullable Boolean formOk, List<Point> points, @Nullable String remark) {}

    /** 审查要点 answered. */
    public record Point(@Nullable String id, @Nullable Boolean pass, @Nullable String remark) {}
}
