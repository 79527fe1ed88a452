package org.lianban.command.poll;

import java.time.Duration;
import org.lianban.persistence.Loop;
import reactor.core.publisher.Mono;

/**
 * 轮询: one round of due work after the other while there is more than one round takes, else after a pause; after a failure
 * with growing pauses. It never uses more than one connection, so that others work beside it however much is due.
 */
public final class Poller extends Loop {
    /** A passing failure is tried again at once, a lasting one is not hammered at. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Carries out what is due. */
    @FunctionalInterface
    public interface Round {
        /**
         * @param limit 1 to 1,000
         * @return how many were done, at most the limit
         */
        Mono<Integer> run(int limit);
    }

    /**
     * @param limit of one round, 1 to 1,000
     * @param pause real time between rounds when less than a round was due
     */
    public record Settings(int limit, Duration pause) {
        public static final Settings DEFAULT = new Settings(500, Duration.ofMillis(500));
    }

    /** @param name for the log */
    public Poller(String name, Settings settings, Round round) {
        super("A round of " + name, () -> round.run(settings.limit())
                .map(done -> done < settings.limit() ? settings.pause() : Duration.ZERO)
                .defaultIfEmpty(settings.pause()),
                Backoff.endless(settings.pause(), LONGEST)::pause);
    }
}
