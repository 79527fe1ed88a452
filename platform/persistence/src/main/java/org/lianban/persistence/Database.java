package org.lianban.persistence;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Transactions and statements on R2DBC, and nothing else: parameters are bound by position, never concatenated. */
public final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final ConnectionFactory connections;

    /** @param connections a pool */
    public Database(ConnectionFactory connections) {
        this.connections = connections;
    }

    /**
     * Runs the work in one transaction: commits when it completes, rolls back on error and on cancellation. The value
     * comes after the commit; a commit that fails is an error.
     */
    public <T> Mono<T> inTransaction(Function<Connection, Mono<T>> work) {
        // The connection is closed whatever happens: the inner one ends the transaction, the outer one gives it back.
        return withConnection(connection -> Mono.usingWhen(
                Mono.from(connection.beginTransaction()).thenReturn(connection),
                tx -> committed(tx, work),
                tx -> Mono.empty(), (tx, error) -> rollback(tx), Database::rollback));
    }

    /** Commits as part of the work, so that its failure arrives as the driver's own exception. */
    private static <T> Mono<T> committed(Connection tx, Function<Connection, Mono<T>> work) {
        return work.apply(tx).materialize()
                .delayUntil(end -> end.isOnError() ? Mono.empty() : tx.commitTransaction())
                .dematerialize();
    }

    /** Runs reads without a transaction of their own. */
    public <T> Mono<T> withConnection(Function<Connection, Mono<T>> work) {
        return Mono.usingWhen(connections.create(), work, Connection::close);
    }

    private static Mono<Void> rollback(Connection connection) {
        return Mono.from(connection.rollbackTransaction())
                .doOnError(lost -> LOG.debug("The server rolls back what was lost: {}", lost.toString()))
                .onErrorComplete();
    }

    /** All rows; the statement's own limit bounds them. A null parameter needs {@link Null}. */
    public static <R> Mono<List<R>> query(Connection connection, String sql, Function<Readable, R> row,
            Object... parameters) {
        return Flux.from(bind(connection.createStatement(sql), parameters).execute())
                .concatMap(result -> result.map(row::apply)).collectList();
    }

    /** Rows changed or, for a select, 0 once it is done. */
    public static Mono<Long> update(Connection connection, String sql, Object... parameters) {
        return Flux.from(bind(connection.createStatement(sql), parameters).execute())
                .concatMap(result -> result.getRowsUpdated()).reduce(0L, Long::sum);
    }

    private static Statement bind(Statement statement, Object[] parameters) {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof Null(Class<?> type)) {
                statement.bindNull(i, type);
            } else {
                statement.bind(i, parameters[i]);
            }
        }
        return statement;
    }

    /** A null of a type, as the driver wants it. */
    public record Null(Class<?> type) {
        /** The value itself, or a typed null. */
        public static Object or(@Nullable Object value, Class<?> type) {
            return value == null ? new Null(type) : value;
        }
    }
}
