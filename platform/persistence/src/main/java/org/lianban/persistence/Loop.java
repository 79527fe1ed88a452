package org.lianban.persistence;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * What runs again and again for as long as the service lives, never twice at a time. Pauses are real time, so that a
 * clock that is set forward is noticed at once.
 */
public class Loop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    /** How long to wait after so many failures in a row, at least one. */
    public interface Patience {
        Duration after(int failures);
    }

    private final String name;
    private final Supplier<Mono<Duration>> round;
    private final Patience patience;
    private @Nullable Disposable running;
    private volatile int failures;

    /**
     * @param name for the log
     * @param round answers how long to pause before the next; empty: not at all
     */
    public Loop(String name, Supplier<Mono<Duration>> round, Patience patience) {
        this.name = name;
        this.round = round;
        this.patience = patience;
    }

    @Override
    public synchronized void start() {
        if (running == null) {
            running = Mono.defer(round).doOnSuccess(done -> failures = 0)
                    .onErrorResume(failure -> Mono.just(failed(failure)))
                    .flatMap(pause -> pause.isPositive() ? Mono.delay(pause).then() : Mono.empty())
                    .repeat().subscribe();
        }
    }

    private Duration failed(Throwable failure) {
        failures++;
        Duration pause = patience.after(failures);
        LOG.warn("{} failed and comes again in {}: {}", name, pause, failure.toString());
        return pause;
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.dispose();
        }
        running = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
