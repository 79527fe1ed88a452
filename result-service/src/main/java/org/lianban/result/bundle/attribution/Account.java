package org.lianban.result.bundle.attribution;

import org.jspecify.annotations.Nullable;

/**
 * 责任方.
 *
 * @param department id, of {@link Kind#DEPARTMENT} only
 */
public record Account(Kind kind, @Nullable String department) {
    static final Account INTAKE = new Account(Kind.INTAKE, null);
    static final Account APPLICANT = new Account(Kind.APPLICANT, null);
    static final Account EXTERNAL = new Account(Kind.EXTERNAL, null);
    static final Account OUTAGE = new Account(Kind.OUTAGE, null);

    static Account department(String id) {
        return new Account(Kind.DEPARTMENT, id);
    }

    public enum Kind {
        /** 综合受理窗口: from hand-in to dispatch. */
        INTAKE,
        /** 部门. */
        DEPARTMENT,
        /** 申请人: mends, or owes a material. */
        APPLICANT,
        /** 外部程序: a special procedure or a joint activity goes on. */
        EXTERNAL,
        /** 故障停办, as registered. */
        OUTAGE
    }
}
