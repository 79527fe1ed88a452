package org.lianban.time;

import java.util.Arrays;

/**
 * Opening time of the windows, cumulated per covered day, so that adding is a binary search; past the covered years the
 * usual hours of Monday to Friday by formula. A point of local time is nanoseconds since the local epoch day 0.
 */
final class OpenLine {
    static final long MINUTE = 60_000_000_000L;
    static final long DAY = 24 * 60 * MINUTE;

    private final DayLine days;
    /** Open and close minutes, alternating, of each covered day; days with the same hours share one array. */
    private final int[][] hours;
    private final int[] usualHours;
    private final long usual;
    /** {@code opened[i]}: nanoseconds open on the first {@code i} covered days. */
    private final long[] opened;

    OpenLine(DayLine days, int[][] hours, int[] usualHours) {
        this.days = days;
        this.hours = hours;
        this.usualHours = usualHours;
        this.usual = total(usualHours);
        this.opened = new long[hours.length + 1];
        for (int i = 0; i < hours.length; i++) {
            opened[i + 1] = opened[i] + total(hours[i]);
        }
    }

    int[] hoursOf(long day) {
        if (day <= days.last()) {
            return hours[(int) (day - days.first())];
        }
        return Weekdays.isWeekday(day) ? usualHours : NONE;
    }

    static final int[] NONE = {};

    /** Nanoseconds open from the first covered day up to the given point of local time. */
    long openedBefore(long local) {
        long day = Math.floorDiv(local, DAY);
        return openedBeforeDay(day) + within(hoursOf(day), Math.floorMod(local, DAY));
    }

    /** The earliest point from {@code local} on by which {@code nanos} more have been open; for 0 the next open one. */
    long add(long local, long nanos) {
        return nanos == 0 ? reach(openedBefore(local) + 1) - 1 : reach(openedBefore(local) + nanos);
    }

    private long openedBeforeDay(long day) {
        if (day <= days.last() + 1) {
            return opened[(int) (day - days.first())];
        }
        return opened[hours.length] + (days.count(day - 1) - days.count(days.last())) * usual;
    }

    private long reach(long target) {
        if (target <= opened[hours.length]) {
            int found = Arrays.binarySearch(opened, target);
            int day = found >= 0 ? firstOf(found) - 1 : -found - 2;
            return at(days.first() + day, hours[day], target - opened[day]);
        }
        long beyond = target - opened[hours.length];
        long before = (beyond - 1) / usual;
        return at(days.nth(days.count(days.last()) + before + 1), usualHours, beyond - before * usual);
    }

    /** Shut days repeat a sum; the earliest index that holds it is the end of the day that reached it. */
    private int firstOf(int found) {
        int i = found;
        while (opened[i - 1] == opened[found]) {
            i--;
        }
        return i;
    }

    private static long at(long day, int[] hours, long nanos) {
        long left = nanos;
        for (int i = 0; i < hours.length; i += 2) {
            long open = (hours[i + 1] - hours[i]) * MINUTE;
            if (left <= open) {
                return day * DAY + hours[i] * MINUTE + left;
            }
            left -= open;
        }
        throw new IllegalStateException("Day " + day + " is open for less than " + nanos + " ns");
    }

    private static long within(int[] hours, long nanoOfDay) {
        long sum = 0;
        for (int i = 0; i < hours.length; i += 2) {
            sum += Math.max(0, Math.min(nanoOfDay, hours[i + 1] * MINUTE) - hours[i] * MINUTE);
        }
        return sum;
    }

    private static long total(int[] hours) {
        return within(hours, DAY);
    }
}
