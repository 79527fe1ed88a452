package org.lianban.contracts.catalog;

/**
 * A legal term: an amount of one unit. Units never mix, and ISO durations are not terms.
 *
 * @param amount 0 to 10,000; 0 working days means the same day (即办)
 */
public record Term(int amount, Unit unit) {
    public enum Unit {
        /** 工作日: days of the statutory working calendar (行政许可法 82). */
        WORKING_DAYS,
        /** 窗口服务分钟: minutes within the opening hours of the window. */
        SERVICE_MINUTES
    }

    public Term {
        if (amount < 0 || amount > 10_000) {
            throw new IllegalArgumentException("A term is 0 to 10000 units, not " + amount);
        }
    }

    public static Term workingDays(int days) {
        return new Term(days, Unit.WORKING_DAYS);
    }

    public static Term serviceMinutes(int minutes) {
        return new Term(minutes, Unit.SERVICE_MINUTES);
    }
}
