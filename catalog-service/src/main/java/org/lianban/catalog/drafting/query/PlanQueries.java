package org.lianban.catalog.drafting.query;

import static org.lianban.persistence.Columns.orNull;
import static org.lianban.persistence.Columns.text;

import io.r2dbc.spi.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.drafting.Draft;
import org.lianban.catalog.drafting.batch.Batch;
import org.lianban.catalog.drafting.gate.Gate;
import org.lianban.catalog.drafting.measure.Targets;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.listing.store.Documents;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** What is planned: batches, how far each of their one-things is, and the counties' targets. */
public record PlanQueries(Database database, Documents documents, GateQueries gates) {
    private record Standing(OneThing version, String stage) {}

    /** @param after last id of the page before; empty: from the beginning */
    public Mono<List<Batch>> list(@Nullable String region, String after, int limit) {
        return database.withConnection(c -> documents.all(c, Batch.class, """
                select document::text as document from batch
                where ($1::text is null or region = $1) and id > $2 order by id limit $3
                """, orNull(region), after, limit));
    }

    /** Empty where there is no such batch. */
    public Mono<Batch.Report> report(String id, LocalDate today) {
        return database.withConnection(c -> documents
                .all(c, Batch.class, "select document::text as document from batch where id = $1", id).flatMap(
                        found -> found.isEmpty()
                                ? Mono.<Batch.Report>empty()
                                : report(c, found.getFirst(), today)));
    }

    private Mono<Batch.Report> report(Connection c, Batch batch, LocalDate today) {
        String[] codes = batch.codes().toArray(String[]::new);
        return gates.context(c).flatMap(gate -> Database.query(c, """
                select distinct on (code) document::text as document, stage from one_thing_standing
                where code = any($1) and stage in ('TRIAL', 'LIVE', 'SUSPENDED') order by code, since desc
                """, row -> new Standing(documents.read(row, OneThing.class), text(row, "stage")),
                (Object) codes).flatMap(
                        standings -> documents.all(c, Draft.class, """
                                select document::text as document from draft
                                where code = any($1) and stage not in ('LIVE', 'ABANDONED')
                                """, (Object) codes)
                                .map(drafts -> batch.report(readiness(batch, standings, drafts, gate, today)))));
    }

    private static List<Batch.Readiness> readiness(Batch batch, List<Standing> standings, List<Draft> drafts,
            Gate.Context gate, LocalDate today) {
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

    /** 压减目标: the county's own targets, else the default. */
    public Mono<Targets> targets(String region) {
        return database.withConnection(c -> documents.one(c, Targets.class,
                "select document::text as document from reduction_target where region = $1", region))
                .map(found -> found.orElse(Targets.DEFAULT));
    }
}
