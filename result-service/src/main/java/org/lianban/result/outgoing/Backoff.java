package org.lianban.result.outgoing;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * 重试: by elapsed time, not by count; the pauses grow and are spread, so that a gateway that comes back is not run over.
 *
 * @param first pause after the first failure
 * @param longest pause
 * @param giveUpAfter how long it is tried at all
 */
public record Backoff(Duration first, Duration longest, Duration giveUpAfter) {
    private static final double FACTOR = 2;
    private static final double SPREAD = 0.2;

    /**
     * @param since when it was first due
     * @param tries made, at least one
     * @return when to try next; empty: not again
     */
    public Optional<Instant> next(Instant since, int tries, Instant now) {
        long pause = IntervalFunction.ofExponentialRandomBackoff(first, FACTOR, SPREAD, longest).apply(tries);
        var next = now.plusMillis(pause);
        return next.isAfter(since.plus(giveUpAfter)) ? Optional.empty() : Optional.of(next);
    }
}
