package org.lianban.catalog.guides.store;

import io.r2dbc.spi.Connection;
import java.util.Optional;
import org.lianban.catalog.guides.OneTimeNotice;
import org.lianban.catalog.listing.store.Documents;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** 一次告知单 as they were handed out. */
public record NoticeRepository(Documents documents) {
    /** A notice that was kept before stays as it was. */
    public Mono<Long> insert(Connection tx, OneTimeNotice notice, String actor) {
        return Database.update(tx, """
                insert into one_time_notice (id, code, version, content_hash, digest, document, issued_at, issued_by)
                values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8) on conflict (id) do nothing
                """, notice.id(), notice.guide().code(), notice.guide().version(), notice.guide().contentHash(),
                notice.digest(), documents.text(notice), notice.issuedAt(), actor);
    }

    public Mono<Optional<OneTimeNotice>> find(Connection c, String id) {
        return documents.one(c, OneTimeNotice.class,
                "select document::text as document from one_time_notice where id = $1", id);
    }
}
