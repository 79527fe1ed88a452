package org.lianban.kit;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Who gives a command, in which role, and for whom. The gateway in front authenticates and sets the headers; on a
 * loopback deployment they may be missing.
 *
 * @param id account, no personal data
 * @param onBehalfOf who the actor stands in for, an account
 * @param window 窗口: where the actor sits, id of a registered window; null: nowhere
 */
public record Actor(Role role, String id, @Nullable String onBehalfOf, @Nullable String window) {
    public static final String ID_HEADER = "Lianban-Actor";
    public static final String ROLE_HEADER = "Lianban-Role";
    public static final String BEHALF_HEADER = "Lianban-On-Behalf-Of";
    public static final String WINDOW_HEADER = "Lianban-Window";
    /** Whoever did not say who: nobody authenticates in front. */
    public static final String ANONYMOUS = "anonymous";
    private static final int MAX_LENGTH = 64;

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

    /**
     * @param otherwise the role of the door where no header names one
     * @throws Problem 400 for an unknown role or an account longer than 64 characters or with control characters
     */
    public static Actor of(HttpHeaders headers, Role otherwise) {
        String id = account(headers, ID_HEADER);
        String role = headers.getFirst(ROLE_HEADER);
        try {
            return new Actor(role == null ? otherwise : Role.valueOf(role.toUpperCase(Locale.ROOT)),
                    id == null ? ANONYMOUS : id, account(headers, BEHALF_HEADER), account(headers, WINDOW_HEADER));
        } catch (IllegalArgumentException unknown) {
            throw Problem.badRequest(List.of(new Fault(ROLE_HEADER, "UNKNOWN_ROLE", "未知角色")));
        }
    }

    private static @Nullable String account(HttpHeaders headers, String name) {
        String account = headers.getFirst(name);
        if (account != null && (account.length() > MAX_LENGTH || account.chars().anyMatch(c -> c < ' '))) {
            throw Problem.badRequest(List.of(new Fault(name, "BAD_ACCOUNT", "账号最长 64 个字符，不得含控制字符")));
        }
        return account;
    }

    /** As it travels in event headers: {@code WINDOW_CLERK:w1-3@410721-zh01 for a7}. */
    public String text() {
        return role + ":" + id + (window == null ? "" : "@" + window)
                + (onBehalfOf == null ? "" : " for " + onBehalfOf);
    }
}
