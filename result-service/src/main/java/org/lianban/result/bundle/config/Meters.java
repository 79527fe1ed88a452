package org.lianban.result.bundle.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Map;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.persistence.Sampler;
import org.lianban.result.bundle.store.Tally;

/** The meters of this service. Gauges and totals come from the database: every instance shows the same figure. */
enum Meters {
    /** Cases by {@code state}. */
    CASES("lianban.result.cases", "Cases by state"),
    /** Cases settled since the beginning, by {@code outcome}. */
    SETTLED("lianban.result.settled", "Cases settled by outcome"),
    /** Open clocks that warned and have not breached, by {@code timer}. */
    DUE_SOON("lianban.result.deadlines.soon", "Open deadlines that are due soon"),
    /** Open clocks that breached, by {@code timer}. */
    BREACHED_OPEN("lianban.result.deadlines.breached", "Open deadlines that are breached"),
    /** Warnings since the beginning, by {@code timer}. */
    WARNINGS("lianban.result.warned", "Warnings published by timer"),
    /** Breaches since the beginning, by {@code timer}. */
    BREACHES("lianban.result.breached", "Breaches published by timer"),
    /** 视为受理 since the beginning. */
    DEEMED("lianban.result.deemed", "Acceptances deemed by silence"),
    /** How late the due timer was, in seconds; of this instance. */
    LATENESS("lianban.result.timer.lateness", "From the instant a clock had something to say until it was said"),
    /** Server-sent event streams open in this instance. */
    STREAMS("lianban.result.sse.streams", "Open event streams");

    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final String meter;
    private final String description;

    Meters(String meter, String description) {
        this.meter = meter;
        this.description = description;
    }

    String meter() {
        return meter;
    }

    String description() {
        return description;
    }

    /** Those that are read from the tally, every few seconds. */
    static Sampler<Map<String, Long>> sampled(Tally tally, MeterRegistry registry) {
        var sampler = new Sampler<Map<String, Long>>("the tally", PAUSE, Map.of(), tally::read);
        for (CaseState state : CaseState.values()) {
            CASES.gauge(sampler, registry, Tags.of("state", state.name()), Tally.CASES + state);
        }
        for (ResultEvent.CaseOutcome outcome : ResultEvent.CaseOutcome.values()) {
            SETTLED.counter(sampler, registry, Tags.of("outcome", outcome.name()), Tally.SETTLED + outcome);
        }
        for (ResultEvent.Timer timer : ResultEvent.Timer.values()) {
            var tags = Tags.of("timer", timer.name());
            DUE_SOON.gauge(sampler, registry, tags, Tally.DUE_SOON + timer);
            BREACHED_OPEN.gauge(sampler, registry, tags, Tally.BREACHED + timer);
            WARNINGS.counter(sampler, registry, tags, Tally.WARNINGS + timer);
            BREACHES.counter(sampler, registry, tags, Tally.BREACHES + timer);
        }
        DEEMED.counter(sampler, registry, Tags.empty(), Tally.DEEMED);
        return sampler;
    }

    private void gauge(Sampler<Map<String, Long>> sampler, MeterRegistry registry, Tags tags, String measure) {
        sampler.gauge(registry, meter, description, tags, sums -> sums.getOrDefault(measure, 0L));
    }

    private void counter(Sampler<Map<String, Long>> sampler, MeterRegistry registry, Tags tags, String measure) {
        sampler.counter(registry, meter, description, tags, sums -> sums.getOrDefault(measure, 0L));
    }
}
