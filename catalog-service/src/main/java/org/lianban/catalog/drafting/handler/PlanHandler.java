package org.lianban.catalog.drafting.handler;

import java.util.List;
import org.lianban.catalog.drafting.batch.Batch;
import org.lianban.catalog.drafting.measure.Targets;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.handler.Exclusive;
import org.lianban.catalog.listing.store.Documents;
import org.lianban.command.Fault;
import org.lianban.command.once.Outcome;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** Keeps what is planned: 批次 and 压减目标. */
public record PlanHandler(Database database, Documents documents) {
    public Mono<Outcome<Batch>> put(Command command, Batch batch) {
        return put(batch.faults(), batch, """
                insert into batch (id, region, document, changed_at, changed_by) values ($1, $2, $3::jsonb, $4, $5)
                on conflict (id) do update set document = excluded.document, changed_at = excluded.changed_at,
                    changed_by = excluded.changed_by
                """, batch.id(), batch.region(), documents.text(batch), command.at(), command.actor());
    }

    public Mono<Outcome<Targets>> put(Command command, String region, Targets targets) {
        return put(targets.faults(), targets, """
                insert into reduction_target (region, document, changed_at, changed_by) values ($1, $2::jsonb, $3, $4)
                on conflict (region) do update set document = excluded.document, changed_at = excluded.changed_at,
                    changed_by = excluded.changed_by
                """, region, documents.text(targets), command.at(), command.actor());
    }

    private <T> Mono<Outcome<T>> put(List<Fault> faults, T plan, String sql, Object... parameters) {
        return Exclusive.unless(faults, () -> database.inTransaction(tx -> Database.update(tx, sql, parameters))
                .thenReturn(Outcome.done(plan)));
    }
}
