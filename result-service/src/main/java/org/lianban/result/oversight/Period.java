package org.lianban.result.oversight;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.lianban.time.Budget;
import org.lianban.time.Ledger;
import org.lianban.time.WorkCalendar;

/**
 * A limit of days.
 *
 * @param amount 0 to 3,660
 */
public record Period(int amount, Unit unit) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,4})(wd|d)");
    private static final int MOST = 3_660;

    public enum Unit {
        /** 工作日. */
        WORKING_DAYS,
        /** 自然日. */
        DAYS
    }

    public Period {
        if (amount < 0 || amount > MOST) {
            throw new IllegalArgumentException("A period is 0 to " + MOST + " days, not " + amount);
        }
    }

    public static Period workingDays(int amount) {
        return new Period(amount, Unit.WORKING_DAYS);
    }

    public static Period days(int amount) {
        return new Period(amount, Unit.DAYS);
    }

    /**
     * As settings spell it: {@code 5wd} five working days, {@code 7d} seven days of the calendar.
     *
     * @throws IllegalArgumentException for any other form
     */
    public static Period valueOf(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("Expected a period like 5wd or 7d, but got " + text);
        }
        int amount = Integer.parseInt(form.group(1));
        return "wd".equals(form.group(2)) ? workingDays(amount) : days(amount);
    }

    /**
     * From this instant on the limit is missed. The start day is not counted (民法典 201). Past the last covered year the
     * answer is provisional and computed anew whenever it is looked at.
     */
    public Instant end(Instant start, WorkCalendar calendar) {
        return switch (unit) {
            case WORKING_DAYS -> Objects.requireNonNull(
                    Ledger.started(Budget.workingDays(amount), start, "起算").deadline(calendar, start).due());
            case DAYS -> calendar.endOf(calendar.dateOf(start).plusDays(amount));
        };
    }

    /** In Chinese: {@code 5个工作日}. */
    public String text() {
        return amount + switch (unit) {
            case WORKING_DAYS -> "个工作日";
            case DAYS -> "日";
        };
    }
}
