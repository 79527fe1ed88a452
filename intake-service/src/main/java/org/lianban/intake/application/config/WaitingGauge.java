package org.lianban.intake.application.config;

import java.time.Duration;
import org.lianban.intake.application.handler.DeskMeters;
import org.lianban.intake.application.store.ApplicationStore;
import org.lianban.messaging.Failures;
import org.lianban.persistence.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Samples how many applications wait at intake; the gauge keeps its last value while the database is away. */
public final class WaitingGauge implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingGauge.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Database database;
    private final ApplicationStore applications;
    private final DeskMeters meters;
    private volatile Disposable sampling = Disposables.disposed();

    WaitingGauge(Database database, ApplicationStore applications, DeskMeters meters) {
        this.database = database;
        this.applications = applications;
        this.meters = meters;
    }

    @Override
    public void start() {
        sampling = Flux.interval(Duration.ZERO, EVERY).onBackpressureDrop()
                .concatMap(tick -> database.withConnection(applications::waiting).doOnNext(meters::waiting)
                        .onErrorResume(failure -> {
                            LOG.warn("Could not count waiting applications: {}", Failures.reason(failure));
                            return Mono.empty();
                        }), 1)
                .subscribe();
    }

    @Override
    public void stop() {
        sampling.dispose();
    }

    @Override
    public boolean isRunning() {
        return !sampling.isDisposed();
    }
}
