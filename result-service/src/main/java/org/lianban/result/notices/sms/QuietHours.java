package org.lianban.result.notices.sms;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * 免打扰时段: when no message goes out. A message that is due within them goes out at their end.
 *
 * @param on false: messages go out at any hour
 * @param from inclusive
 * @param until exclusive; earlier than {@code from}: the next morning
 */
public record QuietHours(boolean on, LocalTime from, LocalTime until, ZoneId zone) {
    /** When a message that is ready now may go out. */
    public Instant earliest(Instant ready) {
        var local = ready.atZone(zone);
        if (!on || !quiet(local.toLocalTime())) {
            return ready;
        }
        var end = local.with(until);
        return (end.isAfter(local) ? end : end.plusDays(1).with(until)).toInstant();
    }

    private boolean quiet(LocalTime time) {
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !from.equals(until) && (!time.isBefore(from) || time.isBefore(until));
    }
}
