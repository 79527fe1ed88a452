package org.lianban.time;

import java.io.Serial;
import java.time.LocalDate;

/** A date was asked for that the calendar cannot answer, and guessing would be worse than no answer. */
public final class CalendarNotCoveredException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1;

    private CalendarNotCoveredException(String message) {
        super(message);
    }

    static CalendarNotCoveredException before(LocalDate first, LocalDate date, String version) {
        return new CalendarNotCoveredException(
                "Calendar " + version + " begins on " + first + " and cannot count from " + date);
    }

    static CalendarNotCoveredException after(LocalDate last, LocalDate date, String version) {
        return new CalendarNotCoveredException(
                "Calendar " + version + " ends on " + last + "; whether " + date + " works is not known");
    }
}
