package org.lianban.time;

import java.time.LocalDate;

/**
 * 计日规则: why a day counts or does not.
 *
 * @param name the holiday or the local reason; 工作日 or 周末 for an ordinary day
 * @param source the notice or approval it was taken from; empty for an ordinary day of a covered year
 * @param calendarVersion the calendar, with its local layer, that gave the answer
 */
public record DayRule(LocalDate date, boolean working, Kind kind, String name, String source, Certainty certainty,
        String calendarVersion) {
    public enum Kind {
        /** Monday to Friday, nothing special. */
        WEEKDAY,
        /** Saturday or Sunday, nothing special. */
        WEEKEND,
        /** 放假. */
        HOLIDAY,
        /** 调休上班. */
        MAKE_UP,
        /** 本地停办. */
        LOCAL_CLOSURE,
        /** 本地加班. */
        LOCAL_OPENING
    }
}
