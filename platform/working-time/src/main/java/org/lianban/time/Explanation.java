package org.lianban.time;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 期限说明: how a deadline came about, step by step and in the order of time.
 *
 * @param calendarVersion the calendar, with its local layer, that counted
 */
public record Explanation(Deadline deadline, String calendarVersion, List<Step> steps) {
    public Explanation {
        steps = List.copyOf(steps);
    }

    public enum Kind {
        /** 起算. */
        START,
        /** 普通工作日, ordinary weekends between them included. */
        COUNTED,
        /** 周末. */
        REST,
        /** 调休上班. */
        MAKE_UP,
        /** 放假. */
        HOLIDAY,
        /** 本地停办. */
        LOCAL_CLOSURE,
        /** 本地加班. */
        LOCAL_OPENING,
        /** 特定日窗口时间. */
        WINDOW_DAY,
        /** 不计入的暂停期间. */
        PAUSED,
        /** 暂停. */
        SUSPEND,
        /** 恢复. */
        RESUME,
        /** 延期. */
        EXTENSION,
        /** 顺延. */
        ROLL,
        /** 暂定. */
        PROVISIONAL,
        /** 停止. */
        STOP,
        /** 到期, or what remains while paused. */
        DUE
    }

    /**
     * @param from first day of the step
     * @param to last day of the step, equal to {@code from} for one day
     * @param charged working days or minutes the step takes off the budget
     * @param text in Chinese
     * @param rule the rule of the calendar that moved the clock; null for ordinary days and for rows of the ledger
     */
    public record Step(Kind kind, LocalDate from, LocalDate to, int charged, String text, @Nullable DayRule rule) {}
}
