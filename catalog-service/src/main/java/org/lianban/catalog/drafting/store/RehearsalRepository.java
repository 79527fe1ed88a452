package org.lianban.catalog.drafting.store;

import static org.lianban.persistence.Columns.bigint;
import static org.lianban.persistence.Columns.instant;
import static org.lianban.persistence.Columns.integer;
import static org.lianban.persistence.Columns.text;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.Optional;
import org.lianban.catalog.drafting.Draft;
import org.lianban.catalog.drafting.rehearsal.RehearsalRun;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.store.Documents;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** Runs of rehearsals; one at a time for each draft. */
public record RehearsalRepository(Documents documents) {
    /** Ends runs that wrote nothing since an instant. */
    public Mono<Long> endDead(Connection tx, String draft, Instant since, Instant now) {
        return Database.update(tx, """
                update rehearsal set state = 'FAILED', document = jsonb_build_object('failure', '中断') || document,
                    changed_at = $2 where draft_id = $1 and state = 'RUNNING' and changed_at < $3
                """, draft, now, since);
    }

    /** Empty where one is running already. */
    public Mono<Optional<Long>> insert(Connection tx, Draft draft, Command command) {
        return Database.query(tx, """
                insert into rehearsal (draft_id, draft_revision, state, cases, document, started_at, started_by,
                    changed_at)
                values ($1, $2, 'RUNNING', 0, '{}', $3, $4, $3)
                on conflict (draft_id) where state = 'RUNNING' do nothing returning id
                """, row -> bigint(row, "id"), draft.id(), draft.revision(), command.at(), command.actor())
                .map(found -> found.stream().findFirst());
    }

    public Mono<Long> write(Connection c, long id, RehearsalRun.State state, int cases, RehearsalRun.Found found,
            Instant now) {
        return Database.update(c, """
                update rehearsal set state = $2, cases = $3, document = $4::jsonb, changed_at = $5
                where id = $1 and state = 'RUNNING'
                """, id, state.name(), cases, documents.text(found), now);
    }

    /** The last run of a draft. */
    public Mono<Optional<RehearsalRun>> latest(Connection c, String draft) {
        return Database.query(c, """
                select id, draft_id, draft_revision, state, cases, document::text as document, started_at, changed_at
                from rehearsal where draft_id = $1 order by id desc limit 1
                """, row -> {
            RehearsalRun.Found found = documents.read(row, RehearsalRun.Found.class);
            return new RehearsalRun(bigint(row, "id"), text(row, "draft_id"), integer(row, "draft_revision"),
                    RehearsalRun.State.valueOf(text(row, "state")), integer(row, "cases"),
                    found.report(), found.failure(), instant(row, "started_at"), instant(row, "changed_at"));
        }, draft).map(found -> found.stream().findFirst());
    }
}
