package org.lianban.catalog.store;

import static org.lianban.catalog.store.Rows.need;

import java.util.List;
import org.lianban.catalog.guide.OneTimeNotice;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** 一次告知单 as they were handed out, and the versions that guides are written from. */
public final class NoticeStore {
    private final Database database;
    private final Rows rows;

    public NoticeStore(Database database, JsonMapper json) {
        this.database = database;
        this.rows = new Rows(json);
    }

    /** @return the notice as it was kept the first time */
    public Mono<OneTimeNotice> keep(OneTimeNotice notice, String actor) {
        return database.inTransaction(tx -> Database.update(tx, """
                insert into one_time_notice (id, code, version, content_hash, digest, document, issued_at, issued_by)
                values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8) on conflict (id) do nothing
                """, notice.id(), notice.guide().code(), notice.guide().version(), notice.guide().contentHash(),
                notice.digest(), rows.text(notice), notice.issuedAt(), actor)
                .then(Database.query(tx, "select document::text as document from one_time_notice where id = $1",
                        row -> rows.document(row, OneTimeNotice.class), notice.id()))
                .map(List::getFirst));
    }

    public Mono<OneTimeNotice> find(String id) {
        return database.withConnection(c -> Database.query(c,
                "select document::text as document from one_time_notice where id = $1",
                row -> rows.document(row, OneTimeNotice.class), id))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    /** Versions by content hash, in the order of their codes. */
    public Mono<List<OneThing>> versions(List<String> hashes) {
        return database.withConnection(c -> Database.query(c, """
                select document::text as document from one_thing_version where content_hash = any($1)
                order by code, version
                """, row -> rows.document(row, OneThing.class), (Object) hashes.toArray(String[]::new)));
    }
}
