package org.lianban.catalog.store;

import io.r2dbc.spi.Connection;
import java.util.Optional;
import java.util.function.Function;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/**
 * One lock for the whole catalogue keeps announcements in the order of the changes, and lets two commands under one
 * idempotency key never run at once; changes are rare.
 */
final class Exclusive {
    private final Database database;

    Exclusive(Database database) {
        this.database = database;
    }

    <T> Mono<T> alone(Function<Connection, Mono<T>> work) {
        return database.inTransaction(tx -> Database
                .query(tx, "select pg_advisory_xact_lock(hashtext(current_schema() || '.catalogue'))::text as locked",
                        row -> Optional.ofNullable(row.get("locked", String.class)))
                .then(Mono.defer(() -> work.apply(tx))));
    }
}
