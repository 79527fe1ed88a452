package org.lianban.catalog.store;

import static org.lianban.catalog.store.Rows.need;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.draft.Draft;
import org.lianban.catalog.draft.DraftEvent;
import org.lianban.persistence.Database.Null;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Drafts with everything that happened to them. */
public final class DraftStore {
    /** One line of a list. */
    public record Summary(String id, String code, String region, String name, String stage, int revision,
            @Nullable String batch, Instant changedAt) {}

    /** One line of a draft's log. */
    public record Logged(int revision, String event, Object detail, Instant at, String by) {}

    private final Database database;
    private final Rows rows;

    public DraftStore(Database database, JsonMapper json) {
        this.database = database;
        this.rows = new Rows(json);
    }

    public Mono<Draft> find(String id) {
        return database.withConnection(c -> load(c, id)).flatMap(Mono::justOrEmpty);
    }

    /** @param after last id of the page before; empty: from the beginning */
    public Mono<List<Summary>> list(@Nullable String region, @Nullable String stage, String after, int limit) {
        return database.withConnection(c -> Database.query(c, """
                select id, code, region, document->'content'->>'name' as name, stage, revision, batch, changed_at
                from draft where ($1::text is null or region = $1) and ($2::text is null or stage = $2) and id > $3
                order by id limit $4
                """, row -> new Summary(need(row, "id", String.class), need(row, "code", String.class),
                need(row, "region", String.class), need(row, "name", String.class), need(row, "stage", String.class),
                need(row, "revision", Integer.class), Rows.maybe(row, "batch", String.class),
                need(row, "changed_at", Instant.class)), Null.or(region, String.class), Null.or(stage, String.class),
                after, limit));
    }

    public Mono<List<Logged>> log(String id, int limit) {
        return database.withConnection(c -> Database.query(c, """
                select revision, event, document::text as document, at, by from draft_log where draft_id = $1
                order by revision desc limit $2
                """, row -> new Logged(need(row, "revision", Integer.class), need(row, "event", String.class),
                rows.json().readTree(need(row, "document", String.class)), need(row, "at", Instant.class),
                need(row, "by", String.class)), id, limit));
    }

    Mono<Optional<Draft>> load(Connection tx, String id) {
        return Database.query(tx, "select document::text as document from draft where id = $1",
                row -> rows.document(row, Draft.class), id).map(found -> found.stream().findFirst());
    }

    Mono<Optional<String>> open(Connection tx, String code) {
        return Database.query(tx, "select id from draft where code = $1 and stage not in ('LIVE', 'ABANDONED')",
                row -> need(row, "id", String.class), code).map(found -> found.stream().findFirst());
    }

    /** Ids are given here and nowhere else: the code and the number of the draft. */
    Mono<String> nextId(Connection tx, String code) {
        return Database.query(tx, "select count(*) as n from draft where code = $1",
                row -> code + "-D" + (need(row, "n", Long.class) + 1), code).map(List::getFirst);
    }

    Mono<Void> insert(Connection tx, Draft draft, Command command) {
        return Database.update(tx, """
                insert into draft (id, code, region, stage, revision, batch, document, changed_at, changed_by)
                values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9)
                """, draft.id(), draft.content().code(), draft.content().region(), draft.stage().name(),
                draft.revision(), Null.or(draft.batch(), String.class), rows.text(draft), command.at(),
                command.actor()).then();
    }

    /** @param events in order; the last one led to the draft as it is */
    Mono<Void> save(Connection tx, Draft draft, List<DraftEvent> events, Command command) {
        int first = draft.revision() - events.size() + 1;
        Integer[] revisions = IntStream.range(first, first + events.size()).boxed()
                .toArray(Integer[]::new);
        return Database.update(tx, """
                update draft set stage = $2, revision = $3, batch = $4, document = $5::jsonb, changed_at = $6,
                    changed_by = $7 where id = $1
                """, draft.id(), draft.stage().name(), draft.revision(), Null.or(draft.batch(), String.class),
                rows.text(draft), command.at(), command.actor())
                .then(Database.update(tx, """
                        insert into draft_log (draft_id, revision, event, document, at, by)
                        select $1, revision, event, document::jsonb, $5, $6
                        from unnest($2::int[], $3::text[], $4::text[]) as added (revision, event, document)
                        """, draft.id(), revisions,
                        events.stream().map(e -> e.getClass().getSimpleName()).toArray(String[]::new),
                        events.stream().map(rows::text).toArray(String[]::new), command.at(), command.actor()))
                .then();
    }
}
