package org.lianban.result.bundle.handler;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lianban.messaging.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * Runs rounds for as long as the service lives: one after the other while something is due, else after a pause. It
 * never uses more than one connection, so that events are consumed beside it however much is due; and the pause is
 * real time, so that a clock that is set forward is noticed at once.
 */
public final class DuePoller implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DuePoller.class);

    /**
     * @param limit cases of one round, 1 to 1,000
     * @param pause real time between rounds when nothing is due
     */
    public record Settings(int limit, Duration pause) {
        public static final Settings DEFAULT = new Settings(500, Duration.ofMillis(500));
    }

    private final DueHandler round;
    private final CalendarWatch calendars;
    private final Settings settings;
    private @Nullable Disposable running;

    public DuePoller(DueHandler round, CalendarWatch calendars, Settings settings) {
        this.round = round;
        this.calendars = calendars;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = Mono.defer(() -> calendars.look().then(round.run(settings.limit()))).onErrorResume(failure -> {
            LOG.warn("A round of the due timer failed and comes again: {}", Failures.reason(failure));
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
