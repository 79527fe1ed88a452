package org.lianban.department.handler;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.InstantSource;
import java.util.List;
import org.lianban.department.channel.Channel;
import org.lianban.department.store.ChannelRepository;
import org.lianban.department.store.DeliveryRepository;
import org.lianban.messaging.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Connects departments, and keeps what their circuit breakers say. */
public record ChannelHandler(ChannelRepository channels, DeliveryRepository deliveries, Bells bells, Meters meters,
        InstantSource clock) {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelHandler.class);

    /** What has no answer yet goes the new way. */
    public Mono<Void> connect(String department, Channel channel, String actor) {
        return channels.put(department, channel, clock.instant(), actor).then(resend(department)).then();
    }

    /** Hands out everything again that has no answer yet; says how many. */
    public Mono<Long> resend(String department) {
        return Mono.defer(() -> deliveries.resend(department)).doOnNext(done -> bells.ring(department));
    }

    Mono<List<ChannelRepository.Configured>> pushed() {
        return channels.pushed();
    }

    /** Written down, because the manual desk of every instance must know. */
    void moved(String department, CircuitBreaker.State to) {
        meters.breaker(department, switch (to) {
            case CLOSED, DISABLED, METRICS_ONLY -> 0;
            case HALF_OPEN -> 1;
            case OPEN, FORCED_OPEN -> 2;
        });
        channels.breaker(department, to.name()).subscribe(done -> {},
                failure -> LOG.warn("Breaker of {} is {}, but that was not written: {}", department, to,
                        Failures.reason(failure)),
                () -> LOG.info("Breaker of {} is {}", department, to));
    }

    void called(String department, boolean taken) {
        meters.pushed(department, taken);
    }
}
