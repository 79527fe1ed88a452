package org.lianban.time;

/** Arithmetic of Mondays to Fridays alone, on epoch days; used only past the last covered year. */
final class Weekdays {
    /** Epoch day -3 is Monday 1969-12-29. */
    private static final long MONDAY = -3;

    private Weekdays() {}

    static boolean isWeekday(long epochDay) {
        return Math.floorMod(epochDay - MONDAY, 7) < 5;
    }

    /** Weekdays from that Monday to the given day, both included. */
    static long countThrough(long epochDay) {
        long days = epochDay - MONDAY;
        return Math.floorDiv(days, 7) * 5 + Math.min(Math.floorMod(days, 7) + 1, 5);
    }

    /** The weekday that {@link #countThrough} counts as number {@code k}, from 1. */
    static long nth(long k) {
        return MONDAY + Math.floorDiv(k - 1, 5) * 7 + Math.floorMod(k - 1, 5);
    }
}
