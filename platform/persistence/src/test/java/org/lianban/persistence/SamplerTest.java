package org.lianban.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class SamplerTest {
    private final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @AfterEach
    void letTimeGo() {
        VirtualTimeScheduler.reset();
    }

    private double waiting() {
        return registry.get("waiting").gauge().value();
    }

    @Test
    void shouldShowTheLastFiguresWhileTheDatabaseIsAway() {
        var next = new AtomicReference<>(Mono.just(List.of(1, 2)));
        var sampler = new Sampler<>("queues", Duration.ofSeconds(5), List.<Integer>of(), next::get)
                .gauge(registry, "waiting", "in all", Tags.empty(), List::size)
                .counter(registry, "seen", "in all", Tags.of("kind", "a"), l -> l.stream().mapToInt(n -> n).sum());
        assertThat(waiting()).isZero();

        sampler.start();
        assertThat(waiting()).isEqualTo(2);
        assertThat(registry.get("seen").tag("kind", "a").functionCounter().count()).isEqualTo(3);

        next.set(Mono.error(new IllegalStateException("away")));
        time.advanceTimeBy(Duration.ofSeconds(5));
        assertThat(waiting()).isEqualTo(2);

        next.set(Mono.just(List.of(1, 2, 3)));
        time.advanceTimeBy(Duration.ofSeconds(5));
        assertThat(waiting()).isEqualTo(3);

        sampler.stop();
        next.set(Mono.just(List.of()));
        time.advanceTimeBy(Duration.ofMinutes(5));
        assertThat(waiting()).isEqualTo(3);
    }
}
