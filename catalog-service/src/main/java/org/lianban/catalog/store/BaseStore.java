package org.lianban.catalog.store;

import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Optional;
import org.lianban.catalog.base.BaseVersion;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** 基本目录, every version kept; the one imported last is in force. */
public final class BaseStore {
    private final Database database;
    private final Rows rows;

    public BaseStore(Database database, JsonMapper json) {
        this.database = database;
        this.rows = new Rows(json);
    }

    public Mono<BaseVersion> inForce() {
        return database.withConnection(this::inForce).flatMap(Mono::justOrEmpty);
    }

    Mono<Optional<BaseVersion>> inForce(Connection c) {
        return Database.query(c, "select document::text as document from base_catalogue order by id desc limit 1",
                row -> rows.document(row, BaseVersion.class)).map(found -> found.stream().findFirst());
    }

    Mono<Boolean> known(Connection tx, String version) {
        return Database.query(tx, "select version from base_catalogue where version = $1",
                row -> Rows.need(row, "version", String.class), version).map(found -> !found.isEmpty());
    }

    Mono<Long> insert(Connection tx, BaseVersion version, Command command) {
        return Database.update(tx, """
                insert into base_catalogue (version, document, imported_at, imported_by) values ($1, $2::jsonb, $3, $4)
                """, version.version(), rows.text(version), command.at(), command.actor());
    }

    /** Versions imported, newest first. */
    public Mono<List<String>> versions(int limit) {
        return database.withConnection(c -> Database.query(c,
                "select version from base_catalogue order by id desc limit $1",
                row -> Rows.need(row, "version", String.class), limit));
    }
}
