package org.lianban.result.outgoing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lianban.messaging.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Runs rounds for as long as the service lives: one after the other while something is due, else after a pause. */
public final class RoundPoller implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RoundPoller.class);

    private final String name;
    private final Round round;
    private final int limit;
    private final Duration pause;
    private @Nullable Disposable running;

    /**
     * @param limit of one round, 1 to 1,000
     * @param pause real time between rounds when nothing is due
     */
    public RoundPoller(String name, Round round, int limit, Duration pause) {
        this.name = name;
        this.round = round;
        this.limit = limit;
        this.pause = pause;
    }

    @Override
    public void start() {
        running = Mono.defer(() -> round.run(limit)).onErrorResume(failure -> {
            LOG.warn("A round of {} failed and comes again: {}", name, Failures.reason(failure));
            return Mono.just(0);
        }).flatMap(n -> n < limit ? Mono.delay(pause).then() : Mono.empty()).repeat().subscribe();
    }

    @Override
    public void stop() {
        var loop = running;
        if (loop != null) {
            loop.dispose();
        }
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
