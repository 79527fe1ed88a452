package org.lianban.catalog.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.lianban.catalog.store.Outcome;

/** What catalog-service counts; the names are declared here and nowhere else. */
final class CatalogMeters {
    /** Commands that change the catalogue, by what they change and what became of them. */
    private static final String CHANGES = "lianban.catalog.changes";

    private final MeterRegistry registry;

    CatalogMeters(MeterRegistry registry) {
        this.registry = registry;
        for (Subject subject : Subject.values()) {
            for (Result result : Result.values()) {
                counter(subject, result);
            }
        }
    }

    enum Subject {
        ONE_THING, DEPARTMENT, CALENDAR, DRAFT, PROPOSAL, BATCH, WINDOW, BASE, TARGET
    }

    private enum Result {
        DONE, REPEATED, REFUSED, DENIED, KEY_REUSED
    }

    void count(Subject subject, Outcome<?> outcome) {
        counter(subject, switch (outcome) {
            case Outcome.Done<?> done -> done.repeated() ? Result.REPEATED : Result.DONE;
            case Outcome.Refused<?> refused -> Result.REFUSED;
            case Outcome.Denied<?> denied -> Result.DENIED;
            case Outcome.KeyReused<?> reused -> Result.KEY_REUSED;
        }).increment();
    }

    private Counter counter(Subject subject, Result result) {
        return Counter.builder(CHANGES).description("Commands that change the catalogue")
                .tag("subject", subject.name()).tag("result", result.name()).register(registry);
    }
}
