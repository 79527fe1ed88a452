package org.lianban.time;

/**
 * 期限额度: how much time a clock may charge, in one unit. Units never mix, and ISO durations are not budgets: a day of
 * a business calendar is not 24 hours.
 *
 * @param amount 0 to 10,000; 0 working days means the same day (即办)
 */
public record Budget(int amount, Unit unit) {
    /** The largest amount of a budget and of one extension. */
    public static final int MAX_AMOUNT = 10_000;

    public enum Unit {
        /** 工作日: days of the statutory working calendar (行政许可法 82). */
        WORKING_DAYS("个工作日"),
        /** 窗口服务分钟: minutes within the opening hours of the window. */
        SERVICE_MINUTES("分钟");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    public Budget {
        if (amount < 0 || amount > MAX_AMOUNT) {
            throw new IllegalArgumentException("A budget is 0 to " + MAX_AMOUNT + " units, not " + amount);
        }
    }

    public static Budget workingDays(int days) {
        return new Budget(days, Unit.WORKING_DAYS);
    }

    public static Budget serviceMinutes(int minutes) {
        return new Budget(minutes, Unit.SERVICE_MINUTES);
    }

    String text() {
        return amount + unit.label();
    }
}
