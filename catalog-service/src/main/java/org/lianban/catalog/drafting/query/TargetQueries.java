package org.lianban.catalog.drafting.query;

import org.lianban.catalog.drafting.measure.Targets;
import org.lianban.catalog.listing.store.Rows;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** 压减目标 of the counties. */
public final class TargetQueries {
    private final Database database;
    private final Rows rows;

    public TargetQueries(Database database, JsonMapper json) {
        this.database = database;
        this.rows = new Rows(json);
    }

    /** The county's own targets, else the default. */
    public Mono<Targets> of(String region) {
        return database.withConnection(c -> Database.query(c,
                "select document::text as document from reduction_target where region = $1",
                row -> rows.document(row, Targets.class), region))
                .map(found -> found.isEmpty() ? Targets.DEFAULT : found.getFirst());
    }
}
