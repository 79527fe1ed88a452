package org.lianban.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** The meters of the platform, named once. All carry the tag {@code application} of the registry. */
public final class MessagingMeters {
    private final Counter published;
    private final Counter consumed;
    private final Counter duplicates;
    private final Counter gaps;
    private final DistributionSummary batch;
    private final AtomicLong outboxRows = new AtomicLong();
    private final AtomicLong outboxAgeMillis = new AtomicLong();
    private final AtomicLong quarantined = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();

    public MessagingMeters(MeterRegistry registry) {
        published = Counter.builder("lianban.outbox.published").description("Messages acknowledged by Kafka")
                .register(registry);
        consumed = Counter.builder("lianban.inbox.consumed").description("Events read from Kafka").register(registry);
        duplicates = Counter.builder("lianban.inbox.duplicates").description("Events dropped by their sequence")
                .register(registry);
        gaps = Counter.builder("lianban.inbox.gaps").description("Events parked for a missing predecessor")
                .register(registry);
        batch = DistributionSummary.builder("lianban.inbox.batch").description("Events per transaction")
                .register(registry);
        registry.gauge("lianban.outbox.rows", outboxRows);
        registry.gauge("lianban.outbox.age.seconds", outboxAgeMillis, millis -> millis.get() / 1000.0);
        registry.gauge("lianban.quarantine.open", quarantined);
        registry.gauge("lianban.parked", parked);
    }

    void published(int messages) {
        published.increment(messages);
    }

    void consumed(int events) {
        consumed.increment(events);
        if (events > 0) {
            batch.record(events);
        }
    }

    /** A handler counts what it dropped. */
    public void duplicates(int events) {
        duplicates.increment(events);
    }

    /** A handler counts what it parked. */
    public void gaps(int events) {
        gaps.increment(events);
    }

    /** Sampled every few seconds. */
    public void sample(long rows, long ageMillis, long openQuarantine, long parkedEvents) {
        outboxRows.set(rows);
        outboxAgeMillis.set(ageMillis);
        quarantined.set(openQuarantine);
        parked.set(parkedEvents);
    }
}
