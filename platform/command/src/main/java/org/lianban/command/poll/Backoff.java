package org.lianban.command.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * 重试: by elapsed time, not by count; the pauses double and are spread, so that whoever comes back is not run over.
 *
 * @param first pause after the first failure
 * @param longest pause, before it is spread
 * @param giveUpAfter how long it is tried at all
 */
public record Backoff(Duration first, Duration longest, Duration giveUpAfter) {
    private static final double SPREAD = 0.2;
    /** Twice as long for each failure; beyond this many everything is the longest. */
    private static final int DOUBLINGS = 40;

    /** One that never gives up. */
    public static Backoff endless(Duration first, Duration longest) {
        return new Backoff(first, longest, Duration.ofDays(36_500));
    }

    /** @param failures in a row, at least one */
    public Duration pause(int failures) {
        double pause = Math.min(longest.toMillis(), first.toMillis() * Math.pow(2, Math.min(failures - 1, DOUBLINGS)));
        double spread = 1 + SPREAD * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        return Duration.ofMillis(Math.max(1, Math.round(pause * spread)));
    }

    /**
     * @param since when it was first due
     * @param failures made, at least one
     * @return when to try next; empty: not again
     */
    public Optional<Instant> next(Instant since, int failures, Instant now) {
        Instant next = now.plus(pause(failures));
        return next.isAfter(since.plus(giveUpAfter)) ? Optional.empty() : Optional.of(next);
    }
}
