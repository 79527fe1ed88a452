package org.lianban.contracts.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 窗口: where applications are received or results are handed out. Outside of the registered ones nobody may receive.
 *
 * @param id {@code region-code}, for example {@code 410721-zh01}
 * @param parent id of the window of the centre it belongs to
 * @param oneThings codes it is authorised for; empty: all of the region
 * @param authorisations 收件即受理: items it accepts in the department's name
 * @param receivesFor 异地代收: other regions it receives for
 * @param active false: closed down
 */
public record Window(String id, String region, String name, Level level, @Nullable String parent, Type type,
        List<Clerk> clerks, List<String> oneThings, List<Authorisation> authorisations, List<String> receivesFor,
        boolean active) {

    /** 层级. */
    public enum Level {
        COUNTY, TOWNSHIP, VILLAGE
    }

    /** 窗口类型. */
    public enum Type {
        /** 综合办事窗口. */
        COMPREHENSIVE,
        /** “一件事”窗口. */
        ONE_THING,
        /** 帮办代办窗口. */
        AGENT,
        /** “办不成事”反映窗口. */
        UNRESOLVED,
        /** 全科窗口. */
        GENERAL,
        /** 发证窗口. */
        CERTIFICATE
    }

    /** 窗口人员. @param id account, no personal data */
    public record Clerk(String id, String name, Set<Operation> operations) {}

    /** 窗口操作. */
    public enum Operation {
        /** 统一收件. */
        RECEIVE,
        /** 信息录入. */
        ENTER,
        /** 资料上传. */
        UPLOAD,
        /** 要件分发. */
        DISTRIBUTE,
        /** 结果汇总. */
        GATHER,
        /** 统一反馈. */
        FEED_BACK
    }

    /**
     * 受理授权 of one item.
     *
     * @param from first day
     * @param until last day
     * @param representative 首席代表, an account
     */
    public record Authorisation(String oneThing, String itemNo, LocalDate from, LocalDate until,
            String representative) {}
}
