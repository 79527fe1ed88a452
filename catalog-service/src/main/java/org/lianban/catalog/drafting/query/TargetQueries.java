package org.lianban.catalog.drafting.query;

import org.lianban.catalog.drafting.measure.Targets;
import org.lianban.catalog.listing.store.Documents;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** 压减目标 of the counties. */
public record TargetQueries(Database database, Documents documents) {
    /** The county's own targets, else the default. */
    public Mono<Targets> of(String region) {
        return database
                .withConnection(c -> documents.all(c, Targets.class,
                        "select document::text as document from reduction_target where region = $1", region))
                .map(found -> found.isEmpty() ? Targets.DEFAULT : found.getFirst());
    }
}
