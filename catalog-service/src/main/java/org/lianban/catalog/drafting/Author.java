package org.lianban.catalog.drafting;

import org.jspecify.annotations.Nullable;

/**
 * Who acts on a draft.
 *
 * @param id account, no personal data
 * @param department that the account speaks for; null where none is known: then it speaks for nobody
 */
public record Author(Duty duty, String id, @Nullable String department) {
    /** In which role. */
    public enum Duty {
        /** 县行政审批局: the only one that publishes. */
        CATALOG_ADMIN,
        /** 牵头部门. */
        LEAD,
        /** 联办部门. */
        DEPARTMENT,
        /** 综合受理窗口. */
        WINDOW
    }

    boolean admin() {
        return duty == Duty.CATALOG_ADMIN;
    }

    boolean leads(Draft draft) {
        return duty == Duty.LEAD && department != null && draft.leads().contains(department);
    }
}
