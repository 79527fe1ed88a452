package org.lianban.catalog.drafting.store;

import static org.lianban.persistence.Columns.bigint;
import static org.lianban.persistence.Columns.orNull;
import static org.lianban.persistence.Columns.text;

import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.drafting.Draft;
import org.lianban.catalog.drafting.DraftEvent;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.store.Documents;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** Drafts with everything that happened to them. */
public record DraftRepository(Documents documents) {
    public Mono<Optional<Draft>> load(Connection tx, String id) {
        return documents.one(tx, Draft.class, "select document::text as document from draft where id = $1", id);
    }

    public Mono<Optional<String>> open(Connection tx, String code) {
        return Database.query(tx, "select id from draft where code = $1 and stage not in ('LIVE', 'ABANDONED')",
                row -> text(row, "id"), code).map(found -> found.stream().findFirst());
    }

    /** Null is no proposal: then none has to be adopted. */
    public Mono<Boolean> proposalAdopted(Connection tx, @Nullable String proposal) {
        return proposal == null
                ? Mono.just(true)
                : Database
                        .query(tx, "select state from proposal where id = $1", row -> text(row, "state"), proposal)
                        .map(found -> found.equals(List.of("ADOPTED")));
    }

    /** Ids are given here and nowhere else: the code and the number of the draft. */
    public Mono<String> nextId(Connection tx, String code) {
        return Database.query(tx, "select count(*) as n from draft where code = $1",
                row -> code + "-D" + (bigint(row, "n") + 1), code).map(List::getFirst);
    }

    public Mono<Void> insert(Connection tx, Draft draft, Command command) {
        return Database.update(tx, """
                insert into draft (id, code, region, stage, revision, batch, document, changed_at, changed_by)
                values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9)
                """, draft.id(), draft.content().code(), draft.content().region(), draft.stage().name(),
                draft.revision(), orNull(draft.batch()), documents.text(draft), command.at(), command.actor()).then();
    }

    /** @param events in order; the last one led to the draft as it is */
    public Mono<Void> save(Connection tx, Draft draft, List<DraftEvent> events, Command command) {
        int first = draft.revision() - events.size() + 1;
        Integer[] revisions = IntStream.range(first, first + events.size()).boxed()
                .toArray(Integer[]::new);
        return Database.update(tx, """
                update draft set stage = $2, revision = $3, batch = $4, document = $5::jsonb, changed_at = $6,
                    changed_by = $7 where id = $1
                """, draft.id(), draft.stage().name(), draft.revision(), orNull(draft.batch()),
                documents.text(draft), command.at(), command.actor())
                .then(Database.update(tx, """
                        insert into draft_log (draft_id, revision, event, document, at, by)
                        select $1, revision, event, document::jsonb, $5, $6
                        from unnest($2::int[], $3::text[], $4::text[]) as added (revision, event, document)
                        """, draft.id(), revisions,
                        events.stream().map(e -> e.getClass().getSimpleName()).toArray(String[]::new),
                        events.stream().map(documents::text).toArray(String[]::new), command.at(), command.actor()))
                .then();
    }

    /** Keeps what goes with a publication. */
    public Mono<Void> insert(Connection tx, String contentHash, Draft published) {
        return Database.update(tx, "insert into dossier (content_hash, code, document) values ($1, $2, $3::jsonb)",
                contentHash, published.content().code(), documents.text(Draft.Dossier.of(published))).then();
    }
}
