package org.lianban.result.bundle.config;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.event.ResultEvent.CaseOutcome;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.messaging.Failures;
import org.lianban.result.bundle.store.Tally;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Reads the tally every few seconds; a scrape never touches the database. */
final class Sampler implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sampler.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Tally tally;
    private volatile Map<String, Long> sums = Map.of();
    private @Nullable Disposable running;

    Sampler(Tally tally, MeterRegistry registry) {
        this.tally = tally;
        Arrays.stream(CaseState.values())
                .forEach(state -> gauge(registry, Meters.CASES, "state", state.name(), Tally.CASES + state));
        Arrays.stream(CaseOutcome.values()).forEach(
                outcome -> counter(registry, Meters.SETTLED, Tags.of("outcome", outcome.name()),
                        Tally.SETTLED + outcome));
        for (Timer timer : Timer.values()) {
            gauge(registry, Meters.DUE_SOON, "timer", timer.name(), Tally.DUE_SOON + timer);
            gauge(registry, Meters.BREACHED_OPEN, "timer", timer.name(), Tally.BREACHED + timer);
            counter(registry, Meters.WARNINGS, Tags.of("timer", timer.name()), Tally.WARNINGS + timer);
            counter(registry, Meters.BREACHES, Tags.of("timer", timer.name()), Tally.BREACHES + timer);
        }
        counter(registry, Meters.DEEMED, Tags.empty(), Tally.DEEMED);
    }

    private void gauge(MeterRegistry registry, Meters meter, String tag, String value, String measure) {
        Gauge.builder(meter.meter(), this, sampler -> sampler.sum(measure)).description(meter.description())
                .tag(tag, value).register(registry);
    }

    private void counter(MeterRegistry registry, Meters meter, Tags tags, String measure) {
        FunctionCounter.builder(meter.meter(), this, sampler -> sampler.sum(measure)).description(meter.description())
                .tags(tags).register(registry);
    }

    private double sum(String measure) {
        return sums.getOrDefault(measure, 0L);
    }

    @Override
    public void start() {
        running = Mono.defer(tally::read).doOnNext(read -> sums = read).then().onErrorResume(failure -> {
            LOG.warn("The tally could not be read and is read again: {}", Failures.reason(failure));
            return Mono.empty();
        }).then(Mono.delay(PAUSE)).repeat().subscribe();
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
