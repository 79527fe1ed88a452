package org.lianban.result.clock;

import java.util.List;
import org.lianban.contracts.result.ResultEvent.Timer;

/**
 * 预警与超时计数: how many open clocks of a case have warned and how many have breached, per timer.
 *
 * @param soon eight bits per timer, {@code INTAKE} lowest
 * @param over as {@code soon}
 */
public record Alarms(long soon, long over) {
    public static final Alarms NONE = new Alarms(0, 0);
    private static final int BITS = 8;

    public static Alarms of(List<Clock> clocks) {
        long soon = 0;
        long over = 0;
        for (Clock clock : clocks) {
            if (clock.open()) {
                if (clock.breached()) {
                    over += one(clock.timer());
                } else if (clock.warned() && clock.ledger().deadline(clock.calendar(), clock.start()).due() != null) {
                    soon += one(clock.timer());
                }
            }
        }
        return new Alarms(soon, over);
    }

    public static int count(long packed, Timer timer) {
        return (int) (packed >>> (BITS * timer.ordinal())) & 0xff;
    }

    private static long one(Timer timer) {
        return 1L << (BITS * timer.ordinal());
    }
}
