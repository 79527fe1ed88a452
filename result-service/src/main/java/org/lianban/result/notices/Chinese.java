package org.lianban.result.notices;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.Term;
import org.lianban.time.Budget;

/** Dates and limits as official letters write them. */
public final class Chinese {
    private Chinese() {}

    /** 2026年11月23日. */
    public static String date(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    /** 2026年11月23日9时05分. */
    public static String time(LocalDateTime time) {
        return date(time.toLocalDate()) + time.getHour() + "时" + "%02d分".formatted(time.getMinute());
    }

    /** A last day: a term that ends at midnight ends with the day before. */
    public static String lastDay(LocalDateTime due) {
        return due.toLocalTime().toSecondOfDay() == 0
                ? date(due.toLocalDate().minusDays(1))
                : time(due);
    }

    static String limit(Budget budget) {
        return switch (budget.unit()) {
            case WORKING_DAYS -> budget.amount() == 0 ? "即办" : budget.amount() + "个工作日";
            case SERVICE_MINUTES -> budget.amount() + "分钟（窗口服务时间）";
        };
    }

    static @Nullable String limit(@Nullable Term term) {
        return term == null ? null : switch (term.unit()) {
            case WORKING_DAYS -> term.amount() == 0 ? "当日" : term.amount() + "个工作日";
            case SERVICE_MINUTES -> term.amount() + "分钟（窗口服务时间）";
        };
    }
}
