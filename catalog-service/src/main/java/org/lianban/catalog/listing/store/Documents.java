package org.lianban.catalog.listing.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Optional;
import org.lianban.persistence.Columns;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Between records and the {@code document} column of the tables that keep them. */
public record Documents(JsonMapper json) {
    public String text(Object document) {
        return json.writeValueAsString(document);
    }

    public <T> T read(Readable row, Class<T> type) {
        return Columns.json(row, "document", json, type);
    }

    /** @param sql selects {@code document}, as text */
    public <T> Mono<List<T>> all(Connection c, Class<T> type, String sql, Object... parameters) {
        return Database.query(c, sql, row -> read(row, type), parameters);
    }

    /** The first of them. */
    public <T> Mono<Optional<T>> one(Connection c, Class<T> type, String sql, Object... parameters) {
        return all(c, type, sql, parameters).map(found -> found.stream().findFirst());
    }
}
