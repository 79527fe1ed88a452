package org.lianban.result.desk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lianban.messaging.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Runs rounds for as long as the service lives: one after the other while something is due, else after a pause. */
public final class CarePoller implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CarePoller.class);

    /**
     * @param limit files of one round, 1 to 1,000
     * @param pause real time between rounds when nothing is due
     */
    public record Settings(int limit, Duration pause) {
        public static final Settings DEFAULT = new Settings(200, Duration.ofMillis(500));
    }

    private final CareRound round;
    private final Settings settings;
    private @Nullable Disposable running;

    public CarePoller(CareRound round, Settings settings) {
        this.round = round;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = Mono.defer(() -> round.run(settings.limit())).onErrorResume(failure -> {
            LOG.warn("A round of supervision failed and comes again: {}", Failures.reason(failure));
            return Mono.just(0);
        }).flatMap(n -> n < settings.limit() ? Mono.delay(settings.pause()).then() : Mono.empty()).repeat().subscribe();
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
