package org.lianban.command;

import org.jspecify.annotations.Nullable;

/**
 * Who gives a command, in which role, and for whom.
 *
 * @param id account, no personal data
 * @param onBehalfOf who the actor stands in for, an account
 * @param window 窗口: where the actor sits, id of a registered window; null: nowhere
 */
public record Actor(Role role, String id, @Nullable String onBehalfOf, @Nullable String window) {
    /** 角色. */
    public enum Role {
        /** 申请人. */
        APPLICANT,
        /** 代理人, 帮办. */
        AGENT,
        /** 综合受理窗口. */
        WINDOW_CLERK,
        /** 部门审批人员. */
        DEPARTMENT_OFFICER,
        /** A department's connected system. */
        DEPARTMENT_SYSTEM,
        /** 牵头部门. */
        LEAD_DEPARTMENT,
        /** 县行政审批局, owner of the catalogue. */
        CATALOG_ADMIN,
        /** 发证窗口. */
        CERTIFICATE_WINDOW,
        /** 专班, 督办 and evaluation. */
        SUPERVISOR,
        /** 监管、执法部门. */
        REGULATOR,
        /** 检查考核人员: sees electronic copies only. */
        INSPECTOR,
        /** 信用管理. */
        CREDIT,
        /** 审计: reads who read what. */
        AUDITOR,
        /** 省平台. */
        PROVINCE,
        /** 运维. */
        OPERATOR,
        /** Lianban itself: clocks, relays. */
        SYSTEM
    }

    public Actor(Role role, String id, @Nullable String onBehalfOf) {
        this(role, id, onBehalfOf, null);
    }

    public static Actor system(String part) {
        return new Actor(Role.SYSTEM, part, null);
    }

    /** As it travels in event headers: {@code WINDOW_CLERK:w1-3@410721-zh01 for a7}. */
    public String text() {
        return role + ":" + id + (window == null ? "" : "@" + window)
                + (onBehalfOf == null ? "" : " for " + onBehalfOf);
    }
}
