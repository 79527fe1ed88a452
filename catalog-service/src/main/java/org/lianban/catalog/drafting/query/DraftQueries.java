package org.lianban.catalog.drafting.query;

import static org.lianban.persistence.Columns.instant;
import static org.lianban.persistence.Columns.integer;
import static org.lianban.persistence.Columns.json;
import static org.lianban.persistence.Columns.orNull;
import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.textOrNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.drafting.Draft;
import org.lianban.catalog.drafting.rehearsal.RehearsalRun;
import org.lianban.catalog.drafting.store.DraftRepository;
import org.lianban.catalog.drafting.store.RehearsalRepository;
import org.lianban.catalog.listing.store.Documents;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** Drafts with everything that happened to them, and what went with their publication. */
public record DraftQueries(Database database, DraftRepository drafts, RehearsalRepository rehearsals,
        Documents documents) {
    /** One line of a list. */
    public record Summary(String id, String code, String region, String name, String stage, int revision,
            @Nullable String batch, Instant changedAt) {}

    /** One line of a draft's log. */
    public record Logged(int revision, String event, Object detail, Instant at, String by) {}

    public Mono<Draft> find(String id) {
        return database.withConnection(c -> drafts.load(c, id)).flatMap(Mono::justOrEmpty);
    }

    /** @param after last id of the page before; empty: from the beginning */
    public Mono<List<Summary>> list(@Nullable String region, @Nullable String stage, String after, int limit) {
        return database.withConnection(c -> Database.query(c, """
                select id, code, region, document->'content'->>'name' as name, stage, revision, batch, changed_at
                from draft where ($1::text is null or region = $1) and ($2::text is null or stage = $2) and id > $3
                order by id limit $4
                """, row -> new Summary(text(row, "id"), text(row, "code"),
                text(row, "region"), text(row, "name"), text(row, "stage"),
                integer(row, "revision"), textOrNull(row, "batch"),
                instant(row, "changed_at")), orNull(region), orNull(stage), after, limit));
    }

    public Mono<List<Logged>> log(String id, int before, int limit) {
        return database.withConnection(c -> Database.query(c, """
                select revision, event, document::text as document, at, by from draft_log
                where draft_id = $1 and revision < $2 order by revision desc limit $3
                """, row -> new Logged(integer(row, "revision"), text(row, "event"),
                documents.json().readTree(text(row, "document")), instant(row, "at"),
                text(row, "by")), id, before, limit));
    }

    /** What went with the publication of a version; empty for one that was published by document. */
    public Mono<Draft.Dossier> dossier(String contentHash) {
        return database
                .withConnection(c -> documents.all(c, Draft.Dossier.class,
                        "select document::text as document from dossier where content_hash = $1", contentHash))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    /** The last 推演 of a draft. */
    public Mono<RehearsalRun> rehearsal(String draft) {
        return database.withConnection(c -> rehearsals.latest(c, draft)).flatMap(Mono::justOrEmpty);
    }
}
