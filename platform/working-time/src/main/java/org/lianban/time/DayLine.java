package org.lianban.time;

import java.util.Arrays;

/**
 * Working days of the covered years as two arrays, so that counting is one look-up and adding another; past them,
 * Mondays to Fridays by formula. Days are epoch days.
 */
final class DayLine {
    private final long first;
    private final long last;
    /** {@code counted[i]}: working days among the first {@code i} covered days. */
    private final int[] counted;
    /** The working days in order, as offsets from {@link #first}. */
    private final int[] workingDays;
    private final long weekdaysThroughLast;

    DayLine(long first, boolean[] working) {
        this.first = first;
        this.last = first + working.length - 1;
        this.counted = new int[working.length + 1];
        int[] days = new int[working.length];
        int count = 0;
        for (int i = 0; i < working.length; i++) {
            if (working[i]) {
                days[count++] = i;
            }
            counted[i + 1] = count;
        }
        this.workingDays = Arrays.copyOf(days, count);
        this.weekdaysThroughLast = Weekdays.countThrough(last);
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    boolean isWorking(long day) {
        return day > last ? Weekdays.isWeekday(day) : count(day) > count(day - 1);
    }

    /** Working days from the first covered day to {@code day}, both included; {@code day >= first - 1}. */
    long count(long day) {
        if (day <= last) {
            return counted[(int) (day - first) + 1];
        }
        return workingDays.length + Weekdays.countThrough(day) - weekdaysThroughLast;
    }

    /** The {@code k}-th working day, {@code k >= 1}. */
    long nth(long k) {
        if (k <= workingDays.length) {
            return first + workingDays[(int) k - 1];
        }
        return Weekdays.nth(weekdaysThroughLast + k - workingDays.length);
    }

    /** {@code n} working days after {@code start}, which is not counted; for 0 the first working day from it on. */
    long add(long start, long n) {
        return nth(n == 0 ? count(start - 1) + 1 : count(start) + n);
    }
}
