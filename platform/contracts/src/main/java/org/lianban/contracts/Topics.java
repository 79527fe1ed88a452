package org.lianban.contracts;

/** Every topic name, once. All are keyed by case number except {@link #CATALOG}, which is keyed by what it describes. */
public final class Topics {
    public static final String INTAKE = "lianban.intake.events.v1";
    public static final String DISPATCH = "lianban.dispatch.events.v1";
    public static final String DEPARTMENT = "lianban.department.events.v1";
    public static final String RESULT = "lianban.result.events.v1";
    /** Compacted: the last record of a key is the truth, all keys together are a complete copy. */
    public static final String CATALOG = "lianban.catalog.published.v1";

    public static final String PROVINCE_APPLICATIONS = "province.applications.v1";
    public static final String PROVINCE_REPLIES = "province.application-replies.v1";
    public static final String PROVINCE_STATUS = "province.case-status.v1";

    /** 办件数据上报, out. */
    public static final String PROVINCE_RECORDS = "province.case-records.v1";
    /** 上报回执, in. */
    public static final String PROVINCE_RECORD_ANSWERS = "province.record-answers.v1";
    /** 双向对账, in. */
    public static final String PROVINCE_RECONCILIATIONS = "province.reconciliations.v1";
    /** 差异清单, out; keyed by region. */
    public static final String PROVINCE_DIFFERENCES = "province.record-differences.v1";

    private Topics() {}
}
