package org.lianban.catalog.store;

import static org.lianban.catalog.store.Rows.need;

import io.r2dbc.spi.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.batch.Batch;
import org.lianban.catalog.draft.Annex;
import org.lianban.catalog.draft.Draft;
import org.lianban.catalog.gate.Gate;
import org.lianban.catalog.publish.Content;
import org.lianban.catalog.store.Outcome.Done;
import org.lianban.catalog.store.Outcome.Reason;
import org.lianban.catalog.store.Outcome.Refused;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.persistence.Database.Null;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Batches, and how far each of their one-things is. */
public final class Batches {
    private record Standing(OneThing version, String stage) {}

    private final Database database;
    private final Rows rows;
    private final Surveys surveys;

    public Batches(Database database, JsonMapper json) {
        this.database = database;
        this.rows = new Rows(json);
        this.surveys = new Surveys(database, json);
    }

    public Mono<Outcome<Batch>> put(Command command, Batch batch) {
        List<Reason> reasons = batch.faults().stream()
                .map(f -> new Reason(f.pointer(), f.code().name(), f.message())).toList();
        return reasons.isEmpty()
                ? database
                        .inTransaction(tx -> Database.update(tx,
                                """
                                        insert into batch (id, region, document, changed_at, changed_by) values ($1, $2, $3::jsonb, $4, $5)
                                        on conflict (id) do update set document = excluded.document, changed_at = excluded.changed_at,
                                            changed_by = excluded.changed_by
                                        """,
                                batch.id(), batch.region(), rows.text(batch), command.at(), command.actor()))
                        .thenReturn(new Done<>(batch, false))
                : Mono.just(new Refused<>(reasons));
    }

    /** @param after last id of the page before; empty: from the beginning */
    public Mono<List<Batch>> list(@Nullable String region, String after, int limit) {
        return database.withConnection(c -> Database.query(c, """
                select document::text as document from batch
                where ($1::text is null or region = $1) and id > $2 order by id limit $3
                """, row -> rows.document(row, Batch.class), Null.or(region, String.class), after, limit));
    }

    /** Empty where there is no such batch. */
    public Mono<Batch.Report> report(String id, LocalDate today) {
        return database.withConnection(c -> Database.query(c,
                "select document::text as document from batch where id = $1",
                row -> rows.document(row, Batch.class), id).flatMap(
                        found -> found.isEmpty()
                                ? Mono.<Batch.Report>empty()
                                : report(c, found.getFirst(), today)));
    }

    private Mono<Batch.Report> report(Connection c, Batch batch, LocalDate today) {
        String[] codes = batch.codes().toArray(String[]::new);
        return surveys.gate(c).flatMap(gate -> Database.query(c, """
                select distinct on (code) document::text as document, stage from one_thing_standing
                where code = any($1) and stage in ('TRIAL', 'LIVE', 'SUSPENDED') order by code, since desc
                """, row -> new Standing(rows.document(row, OneThing.class), need(row, "stage", String.class)),
                (Object) codes).flatMap(
                        standings -> Database.query(c, """
                                select document::text as document from draft
                                where code = any($1) and stage not in ('LIVE', 'ABANDONED')
                                """, row -> rows.document(row, Draft.class), (Object) codes)
                                .map(drafts -> batch.report(readiness(batch, standings, drafts, gate, today)))));
    }

    private static List<Batch.Readiness> readiness(Batch batch, List<Standing> standings, List<Draft> drafts,
            Gate.Surroundings gate, LocalDate today) {
        Map<String, Standing> listed = standings.stream()
                .collect(Collectors.toMap(s -> s.version().code(), s -> s));
        Map<String, Draft> open = drafts.stream().collect(Collectors.toMap(d -> d.content().code(), d -> d));
        return batch.codes().stream().map(code -> {
            Optional<Draft> draft = Optional.ofNullable(open.get(code));
            Optional<Standing> standing = Optional.ofNullable(listed.get(code));
            Optional<Integer> gaps = draft.map(d -> Gate.check(d.content(), d.annex(), gate).size()).or(() -> standing
                    .map(s -> Gate.check(Content.of(s.version()), Annex.NONE, gate).size()));
            return batch.readiness(code, standing.map(Standing::stage).orElse(null),
                    draft.map(d -> d.stage().name()).orElse(null), gaps.orElse(null), today);
        }).toList();
    }
}
