package org.lianban.department.handler;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lianban.department.store.DeliveryRepository;
import org.lianban.messaging.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every few seconds: the gauges of the queues, and the pulse. */
public final class Sampler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sampler.class);
    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final DeliveryRepository deliveries;
    private final Meters meters;
    private final Pulse pulse;
    private @Nullable Disposable running;

    public Sampler(DeliveryRepository deliveries, Meters meters, Pulse pulse) {
        this.deliveries = deliveries;
        this.meters = meters;
        this.pulse = pulse;
    }

    public void start() {
        running = Flux.interval(PERIOD).onBackpressureDrop().concatMap(tick -> sample()).subscribe();
    }

    /** Ages are those of the queue, by the clock that queued: the database's. */
    private Mono<Void> sample() {
        return deliveries.queues().doOnNext(meters::queues).then(pulse.flush())
                .onErrorResume(failure -> {
                    LOG.warn("Could not sample the queues: {}", Failures.reason(failure));
                    return Mono.empty();
                });
    }

    @Override
    public void close() {
        Disposable r = running;
        if (r != null) {
            r.dispose();
        }
    }
}
