package org.lianban.standalone.system;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Runs at real speed from a given instant, and can be moved forward, never back. */
public final class SteppableClock implements InstantSource {
    private final InstantSource real;
    private volatile Duration ahead;

    private SteppableClock(InstantSource real, Duration ahead) {
        this.real = real;
        this.ahead = ahead;
    }

    public static SteppableClock startingAt(Instant start, InstantSource real) {
        return new SteppableClock(real, Duration.between(real.instant(), start));
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    /** @return false, and nothing has changed, when {@code to} has passed already */
    public synchronized boolean moveTo(Instant to) {
        Instant now = real.instant();
        if (to.isBefore(now.plus(ahead))) {
            return false;
        }
        ahead = Duration.between(now, to);
        return true;
    }
}
