package org.lianban.persistence;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import reactor.core.publisher.Mono;

/**
 * Reads figures from the database every few seconds for the meters: a scrape never touches the database, and shows the
 * last figures while it is away.
 *
 * @param <T> what is read at once
 */
public final class Sampler<T> extends Loop {
    private final AtomicReference<T> latest;

    /**
     * @param what is sampled, for the log
     * @param nothing to show before the first reading
     */
    public Sampler(String what, Duration pause, T nothing, Supplier<Mono<T>> read) {
        this(what, pause, new AtomicReference<>(nothing), read);
    }

    private Sampler(String what, Duration pause, AtomicReference<T> latest, Supplier<Mono<T>> read) {
        super("Sampling " + what, () -> read.get().doOnNext(latest::set).thenReturn(pause), failures -> pause);
        this.latest = latest;
    }

    public T latest() {
        return Objects.requireNonNull(latest.get());
    }

    public Sampler<T> gauge(MeterRegistry registry, String name, String description, Tags tags,
            ToDoubleFunction<T> figure) {
        Gauge.builder(name, this, sampler -> figure.applyAsDouble(sampler.latest())).description(description).tags(tags)
                .register(registry);
        return this;
    }

    /** For a figure that only grows. */
    public Sampler<T> counter(MeterRegistry registry, String name, String description, Tags tags,
            ToDoubleFunction<T> figure) {
        FunctionCounter.builder(name, this, sampler -> figure.applyAsDouble(sampler.latest())).description(description)
                .tags(tags).register(registry);
        return this;
    }
}
