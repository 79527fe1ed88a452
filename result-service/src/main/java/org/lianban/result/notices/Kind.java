package org.lianban.result.notices;

import java.util.Arrays;
import java.util.Optional;

/** 文书种类. The code is part of every number; the template is a file name. */
public enum Kind {
    /** 收件回执. */
    RECEIPT("SJ", "收件回执", "receipt", Audience.APPLICANT),
    /** 补正告知书: every defect at once (行政许可法 32 第一款第四项). */
    CORRECTION("BZ", "补正材料一次告知书", "correction", Audience.APPLICANT),
    /** 容缺受理告知书, with the commitments signed. */
    TOLERANCE("RQ", "容缺受理（告知承诺）告知书", "tolerance", Audience.APPLICANT),
    /** 受理通知书 (行政许可法 32 第二款: seal and date). */
    ACCEPTANCE("SL", "受理通知书", "acceptance", Audience.APPLICANT),
    /** 不予受理决定书 (行政许可法 32 第一款第一、二项). */
    REFUSAL("BS", "不予受理决定书", "refusal", Audience.APPLICANT),
    /** 特别程序告知书 (行政许可法 45: told in writing). */
    SPECIAL("TB", "特别程序告知书", "special", Audience.APPLICANT),
    /** 延期告知书 (行政许可法 42). */
    EXTENSION("YQ", "延长办理期限告知书", "extension", Audience.APPLICANT),
    /** 准予、不予决定书 (行政许可法 38). */
    DECISION("JD", "决定书", "decision", Audience.APPLICANT),
    /** 终止、撤回确认书. */
    ENDING("ZZ", "终止办理确认书", "ending", Audience.APPLICANT),
    /** 领取通知书: what to collect, how and where. */
    COLLECTION("LQ", "领取通知书", "collection", Audience.APPLICANT),
    /** 送达回证. */
    DELIVERY("SD", "送达回证", "delivery", Audience.APPLICANT),
    /** 提醒、督办单、通报、问责建议. */
    ORDER("DB", "督办单", "order", Audience.DEPARTMENT),
    /** 文书作废告知书: names the notice it voids. */
    VOIDING("ZF", "文书作废告知书", "voiding", Audience.APPLICANT);

    /** 受文者. */
    public enum Audience {
        APPLICANT, DEPARTMENT
    }

    private final String code;
    private final String title;
    private final String template;
    private final Audience audience;

    Kind(String code, String title, String template, Audience audience) {
        this.code = code;
        this.title = title;
        this.template = template;
        this.audience = audience;
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

    public static Optional<Kind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
