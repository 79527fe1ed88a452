package org.lianban.time;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * 窗口开放时段: open from {@code opens} (included) to {@code closes} (excluded), whole minutes of one day.
 *
 * @param closes 00:00 means the end of the day
 */
public record Hours(LocalTime opens, LocalTime closes) {
    static final int MINUTES_OF_DAY = 24 * 60;

    public Hours {
        if (!opens.equals(opens.truncatedTo(ChronoUnit.MINUTES))
                || !closes.equals(closes.truncatedTo(ChronoUnit.MINUTES))) {
            throw new IllegalArgumentException("Hours are whole minutes, not " + opens + " to " + closes);
        }
        if (!closes.equals(LocalTime.MIDNIGHT) && !opens.isBefore(closes)) {
            throw new IllegalArgumentException("A window opens before it closes, not " + opens + " to " + closes);
        }
    }

    public static Hours of(String opens, String closes) {
        return new Hours(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    int openMinute() {
        return opens.getHour() * 60 + opens.getMinute();
    }

    int closeMinute() {
        return closes.equals(LocalTime.MIDNIGHT) ? MINUTES_OF_DAY : closes.getHour() * 60 + closes.getMinute();
    }
}
