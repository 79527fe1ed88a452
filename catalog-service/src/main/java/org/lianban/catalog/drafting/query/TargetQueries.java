package org.lianban.catalog.drafting.query;

import org.lianban.catalog.drafting.measure.Targets;
import org.lianban.persistence.Columns;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** 压减目标 of the counties. */
public record TargetQueries(Database database, JsonMapper json) {
    /** The county's own targets, else the default. */
    public Mono<Targets> of(String region) {
        return database.withConnection(c -> Database.query(c,
                "select document::text as document from reduction_target where region = $1",
                row -> Columns.json(row, "document", json, Targets.class), region))
                .map(found -> found.isEmpty() ? Targets.DEFAULT : found.getFirst());
    }
}
