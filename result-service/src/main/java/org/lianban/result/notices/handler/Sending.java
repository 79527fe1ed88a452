package org.lianban.result.notices.handler;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lianban.command.poll.Backoff;
import org.lianban.persistence.Database;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How what leaves is tried.
 *
 * @param <S> what becomes of a try
 * @param lease how long what was claimed is left to whoever claimed it
 * @param concurrency on the way at a time
 * @param meter told what became of each try
 */
public record Sending<S>(Backoff backoff, Duration lease, int concurrency, Consumer<S> meter) {
    /** Takes what is due, for as long as the lease lasts. */
    @FunctionalInterface
    interface Claim<T> {
        Mono<List<T>> of(Connection tx, Instant lease);
    }

    /** Claims a limited batch, and tries each without holding a transaction. @return what became of them, in order */
    <T, O> Mono<List<O>> round(Database database, Instant now, Claim<T> claim, Function<T, Mono<O>> attempt) {
        return database.inTransaction(tx -> claim.of(tx, now.plus(lease)))
                .flatMap(due -> Flux.fromIterable(due).flatMapSequential(attempt, concurrency).collectList());
    }
}
