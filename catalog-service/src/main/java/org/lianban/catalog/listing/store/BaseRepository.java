package org.lianban.catalog.listing.store;

import static org.lianban.persistence.Columns.text;

import io.r2dbc.spi.Connection;
import java.util.Optional;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.base.BaseVersion;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** 基本目录, every version kept; the one imported last is in force. */
public record BaseRepository(Documents documents) {
    public Mono<Optional<BaseVersion>> inForce(Connection c) {
        return documents.one(c, BaseVersion.class,
                "select document::text as document from base_catalogue order by id desc limit 1");
    }

    public Mono<Boolean> known(Connection tx, String version) {
        return Database.query(tx, "select version from base_catalogue where version = $1",
                row -> text(row, "version"), version).map(found -> !found.isEmpty());
    }

    public Mono<Long> insert(Connection tx, BaseVersion version, Command command) {
        return Database.update(tx, """
                insert into base_catalogue (version, document, imported_at, imported_by) values ($1, $2::jsonb, $3, $4)
                """, version.version(), documents.text(version), command.at(), command.actor());
    }
}
