package org.lianban.catalog.listing.handler;

import io.r2dbc.spi.Connection;
import java.util.Optional;
import java.util.function.Function;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.Outcome;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * One lock for the whole catalogue keeps announcements in the order of the changes, and lets two commands under one
 * idempotency key never run at once; changes are rare.
 */
public final class Exclusive {
    private final Database database;
    private final Once once;

    public Exclusive(Database database, JsonMapper json) {
        this.database = database;
        this.once = new Once(json);
    }

    public <T> Mono<T> alone(Function<Connection, Mono<T>> work) {
        return database.inTransaction(tx -> Database
                .query(tx, "select pg_advisory_xact_lock(hashtext(current_schema() || '.catalogue'))::text as locked",
                        row -> Optional.ofNullable(row.get("locked", String.class)))
                .then(Mono.defer(() -> work.apply(tx))));
    }

    /** The same for a command that may come twice; see {@link Once}. */
    public <T> Mono<Outcome<T>> once(Command command, Class<T> type, Function<Connection, Mono<Outcome<T>>> work) {
        return alone(tx -> once.run(tx, command, type, () -> work.apply(tx)));
    }
}
