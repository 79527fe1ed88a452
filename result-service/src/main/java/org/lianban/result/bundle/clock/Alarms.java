package org.lianban.result.bundle.clock;

import java.util.List;
import org.lianban.contracts.event.ResultEvent.Timer;

/**
 * 预警与超时计数: how many open clocks of a case have warned and how many have breached, per timer.
 */
public record Alarms(Counts soon, Counts over) {
    public static final Alarms NONE = new Alarms(Counts.NONE, Counts.NONE);

    /**
     * Sixteen counts of eight bits each.
     *
     * @param first of the first eight timers, {@code INTAKE} lowest
     * @param later of the other eight
     */
    public record Counts(long first, long later) {
        static final Counts NONE = new Counts(0, 0);
        private static final int BITS = 8;
        private static final int GROUP = Long.SIZE / BITS;

        public int of(Timer timer) {
            int n = timer.ordinal();
            return (int) ((n < GROUP ? first : later) >>> (BITS * (n % GROUP))) & 0xff;
        }

        Counts plus(Timer timer) {
            int n = timer.ordinal();
            long one = 1L << (BITS * (n % GROUP));
            return n < GROUP ? new Counts(first + one, later) : new Counts(first, later + one);
        }
    }

    public static Alarms of(List<Clock> clocks) {
        var soon = Counts.NONE;
        var over = Counts.NONE;
        for (Clock clock : clocks) {
            if (clock.open()) {
                if (clock.breached()) {
                    over = over.plus(clock.timer());
                } else if (clock.warned() && clock.deadline(clock.start()).due() != null) {
                    soon = soon.plus(clock.timer());
                }
            }
        }
        return new Alarms(soon, over);
    }
}
