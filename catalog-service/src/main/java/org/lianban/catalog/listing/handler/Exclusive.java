package org.lianban.catalog.listing.handler;

import io.r2dbc.spi.Connection;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lianban.catalog.listing.Command;
import org.lianban.command.Decision;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.command.once.Keyed;
import org.lianban.command.once.OnceOnly;
import org.lianban.command.once.Outcome;
import org.lianban.persistence.Database;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * One lock for the whole catalogue keeps announcements in the order of the changes; changes are rare. A command with a
 * key is carried out once.
 */
public final class Exclusive {
    private final Database database;
    private final JsonMapper json;
    private final OnceOnly<Function<Connection, Mono<Outcome<String>>>, String> once;

    public Exclusive(Database database, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.once = new OnceOnly<>("catalogue", database, clock, OnceOnly.Codec.text(),
                (tx, works) -> lock(tx).thenMany(Flux.fromIterable(works).concatMap(work -> work.apply(tx)))
                        .collectList());
    }

    public <T> Mono<T> alone(Function<Connection, Mono<T>> work) {
        return database.inTransaction(tx -> lock(tx).then(Mono.defer(() -> work.apply(tx))));
    }

    public <T> Mono<Outcome<T>> once(Command command, Class<T> type, Function<Connection, Mono<Outcome<T>>> work) {
        Keyed.Key key = command.key() == null ? null : new Keyed.Key(command.actor(), command.key());
        return once.submit(new Keyed<>(tx -> work.apply(tx).map(this::written), key, command.digest()))
                .map(outcome -> read(outcome, type));
    }

    /** Does what was decided, or says why not. */
    public static <E, T> Mono<Outcome<T>> decided(Decision<E> decision, Function<List<E>, Mono<T>> work) {
        return switch (decision) {
            case Decision.Accepted<E> accepted -> work.apply(accepted.events()).map(Outcome::done);
            case Decision.Repeated<E> repeated -> work.apply(List.of()).map(Outcome::done);
            case Decision.Refused<E>(Refusal refusal) -> Mono.just(Outcome.refused(refusal));
        };
    }

    /** Does it where nothing is wrong. */
    public static <T> Mono<Outcome<T>> unless(List<Fault> faults, Supplier<Mono<Outcome<T>>> work) {
        return faults.isEmpty() ? work.get() : Mono.just(Outcome.refused(Refusal.unacceptable(faults)));
    }

    /** Does it with what was found, or says that it is not there. */
    public static <F, T> Mono<Outcome<T>> known(Optional<F> found, String otherwise,
            Function<F, Mono<Outcome<T>>> work) {
        return found.map(work).orElseGet(() -> Mono.just(Outcome.refused(Refusal.notFound(otherwise))));
    }

    private static Mono<Void> lock(Connection tx) {
        return Database.query(tx,
                "select pg_advisory_xact_lock(hashtext(current_schema() || '.catalogue'))::text as locked", row -> true)
                .then();
    }

    private <T> Outcome<String> written(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(int status, T answer, boolean repeated) ->
                new Outcome.Done<>(status, json.writeValueAsString(answer), repeated);
            case Outcome.Refused<T> refused -> Outcome.refused(refused.refusal());
        };
    }

    private <T> Outcome<T> read(Outcome<String> outcome, Class<T> type) {
        return switch (outcome) {
            case Outcome.Done<String>(int status, String answer, boolean repeated) ->
                new Outcome.Done<>(status, json.readValue(answer, type), repeated);
            case Outcome.Refused<String> refused -> Outcome.refused(refused.refusal());
        };
    }
}
