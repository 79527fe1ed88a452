package org.lianban.catalog.guides.store;

import io.r2dbc.spi.Connection;
import java.util.Optional;
import org.lianban.catalog.guides.OneTimeNotice;
import org.lianban.persistence.Columns;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** 一次告知单 as they were handed out. */
public record NoticeRepository(JsonMapper json) {
    /** A notice that was kept before stays as it was. */
    public Mono<Long> insert(Connection tx, OneTimeNotice notice, String actor) {
        return Database.update(tx, """
                insert into one_time_notice (id, code, version, content_hash, digest, document, issued_at, issued_by)
                values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8) on conflict (id) do nothing
                """, notice.id(), notice.guide().code(), notice.guide().version(), notice.guide().contentHash(),
                notice.digest(), json.writeValueAsString(notice), notice.issuedAt(), actor);
    }

    public Mono<Optional<OneTimeNotice>> find(Connection c, String id) {
        return Database.query(c, "select document::text as document from one_time_notice where id = $1",
                row -> Columns.json(row, "document", json, OneTimeNotice.class), id)
                .map(found -> found.stream().findFirst());
    }
}
