package org.lianban.result.notices;

import java.util.Arrays;
import java.util.Optional;

/** 文书种类. The code is part of every number; the template is a file name. */
public enum Kind {
    /** 收件回执. */
    RECEIPT("SJ", "收件回执", "receipt", Audience.APPLICANT, Content.Receipt.class),
    /** 补正告知书: every defect at once (行政许可法 32 第一款第四项). */
    CORRECTION("BZ", "补正材料一次告知书", "correction", Audience.APPLICANT, Content.Correction.class),
    /** 容缺受理告知书, with the commitments signed. */
    TOLERANCE("RQ", "容缺受理（告知承诺）告知书", "tolerance", Audience.APPLICANT, Content.Tolerance.class),
    /** 受理通知书 (行政许可法 32 第二款: seal and date). */
    ACCEPTANCE("SL", "受理通知书", "acceptance", Audience.APPLICANT, Content.Acceptance.class),
    /** 不予受理决定书 (行政许可法 32 第一款第一、二项). */
    REFUSAL("BS", "不予受理决定书", "refusal", Audience.APPLICANT, Content.Refusal.class),
    /** 特别程序告知书 (行政许可法 45: told in writing). */
    SPECIAL("TB", "特别程序告知书", "special", Audience.APPLICANT, Content.Special.class),
    /** 延期告知书 (行政许可法 42). */
    EXTENSION("YQ", "延长办理期限告知书", "extension", Audience.APPLICANT, Content.Extension.class),
    /** 准予、不予决定书 (行政许可法 38). */
    DECISION("JD", "决定书", "decision", Audience.APPLICANT, Content.Decision.class),
    /** 终止、撤回确认书. */
    ENDING("ZZ", "终止办理确认书", "ending", Audience.APPLICANT, Content.Ending.class),
    /** 领取通知书: what to collect, how and where. */
    COLLECTION("LQ", "领取通知书", "collection", Audience.APPLICANT, Content.Collection.class),
    /** 送达回证. */
    DELIVERY("SD", "送达回证", "delivery", Audience.APPLICANT, Content.Delivery.class),
    /** 提醒、督办单、通报、问责建议. */
    ORDER("DB", "督办单", "order", Audience.DEPARTMENT, Content.Order.class),
    /** 文书作废告知书: names the notice it voids. */
    VOIDING("ZF", "文书作废告知书", "voiding", Audience.APPLICANT, Content.Voiding.class);

    /** 受文者. */
    public enum Audience {
        APPLICANT, DEPARTMENT
    }

    private final String code;
    private final String title;
    private final String template;
    private final Audience audience;
    private final Class<? extends Content> content;

    Kind(String code, String title, String template, Audience audience, Class<? extends Content> content) {
        this.code = code;
        this.title = title;
        this.template = template;
        this.audience = audience;
        this.content = content;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public String template() {
        return template;
    }

    public Audience audience() {
        return audience;
    }

    /** The type that what a notice of this kind says has. */
    public Class<? extends Content> content() {
        return content;
    }

    public static Optional<Kind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
