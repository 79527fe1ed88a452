package org.lianban.persistence;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;

/**
 * Reads figures from the database every few seconds for the meters: a scrape never touches the database, and shows the
 * last figures while it is away.
 *
 * @param <T> what is read at once
 */
public final class Sampler<T> implements SmartLifecycle {
    private final Loop loop;
    private volatile T latest;

    /**
     * @param what is sampled, for the log
     * @param nothing to show before the first reading
     */
    public Sampler(String what, Duration pause, T nothing, Supplier<Mono<T>> read) {
        this.latest = nothing;
        this.loop = new Loop("Sampling " + what,
                () -> read.get().doOnNext(figures -> latest = figures).thenReturn(pause), failures -> pause);
    }

    public T latest() {
        return latest;
    }

    public Sampler<T> gauge(MeterRegistry registry, String name, String description, Tags tags,
            ToDoubleFunction<T> figure) {
        Gauge.builder(name, this, sampler -> figure.applyAsDouble(sampler.latest)).description(description).tags(tags)
                .register(registry);
        return this;
    }

    /** For a figure that only grows. */
    public Sampler<T> counter(MeterRegistry registry, String name, String description, Tags tags,
            ToDoubleFunction<T> figure) {
        FunctionCounter.builder(name, this, sampler -> figure.applyAsDouble(sampler.latest)).description(description)
                .tags(tags).register(registry);
        return this;
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}
