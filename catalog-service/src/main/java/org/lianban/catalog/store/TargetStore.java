package org.lianban.catalog.store;

import io.r2dbc.spi.Connection;
import java.util.List;
import org.lianban.catalog.measure.Targets;
import org.lianban.catalog.store.Outcome.Done;
import org.lianban.catalog.store.Outcome.Reason;
import org.lianban.catalog.store.Outcome.Refused;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** 压减目标 of the counties. */
public final class TargetStore {
    private final Database database;
    private final Rows rows;

    public TargetStore(Database database, JsonMapper json) {
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

    public Mono<Outcome<Targets>> put(Command command, String region, Targets targets) {
        List<Reason> reasons = targets.faults().stream()
                .map(f -> new Reason(f.pointer(), f.code().name(), f.message())).toList();
        return reasons.isEmpty()
                ? database.inTransaction(tx -> write(tx, command, region, targets))
                        .thenReturn(new Done<>(targets, false))
                : Mono.just(new Refused<>(reasons));
    }

    private Mono<Long> write(Connection tx, Command command, String region, Targets targets) {
        return Database.update(tx, """
                insert into reduction_target (region, document, changed_at, changed_by) values ($1, $2::jsonb, $3, $4)
                on conflict (region) do update set document = excluded.document, changed_at = excluded.changed_at,
                    changed_by = excluded.changed_by
                """, region, rows.text(targets), command.at(), command.actor());
    }
}
