package org.lianban.catalog.listing.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.lianban.catalog.listing.Outcome;

/** What catalog-service counts; the names are declared here and nowhere else. */
public final class CatalogMeters {
    /** Commands that change the catalogue, by what they change and what became of them. */
    private static final String CHANGES = "lianban.catalog.changes";

    private final MeterRegistry registry;

    public CatalogMeters(MeterRegistry registry) {
        this.registry = registry;
        for (Subject subject : Subject.values()) {
            for (Result result : Result.values()) {
                counter(subject, result);
            }
        }
    }

    public enum Subject {
        ONE_THING, DEPARTMENT, CALENDAR, DRAFT, PROPOSAL, BATCH, WINDOW, BASE, TARGET
    }

    private enum Result {
        DONE, REPEATED, REFUSED, DENIED, KEY_REUSED
    }

    public void count(Subject subject, Outcome<?> outcome) {
        counter(subject, switch (outcome) {
            case Outcome.Done<?> done -> done.repeated() ? Result.REPEATED : Result.DONE;
            case Outcome.Refused<?>(var refusal) -> switch (refusal.kind()) {
                case UNACCEPTABLE -> Result.REFUSED;
                case CONFLICT -> refusal.code().equals("IDEMPOTENCY_KEY_REUSED") ? Result.KEY_REUSED : Result.DENIED;
                case NOT_FOUND, FORBIDDEN -> Result.DENIED;
            };
        }).increment();
    }

    private Counter counter(Subject subject, Result result) {
        return Counter.builder(CHANGES).description("Commands that change the catalogue")
                .tag("subject", subject.name()).tag("result", result.name()).register(registry);
    }
}
