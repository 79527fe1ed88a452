package org.lianban.intake.commands.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.lianban.command.once.Keyed;
import org.lianban.command.once.OnceOnly;
import org.lianban.command.once.Outcome;
import org.lianban.intake.commands.Days;
import org.lianban.intake.commands.Series;
import org.lianban.intake.commands.store.NumberRepository;
import org.lianban.persistence.Database;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Commands beside those on applications, such as mandates and consultations: each decides before it writes, so that what
 * is refused has changed nothing, and each is answered once per key.
 */
public final class Commands {
    /** Runs within the transaction. */
    @FunctionalInterface
    public interface Work<R> {
        Mono<Outcome<R>> run(Connection tx, Instant now);
    }

    private final OnceOnly<Work<?>, String> door;
    private final NumberRepository numbers;
    private final InstantSource clock;
    private final JsonMapper json;
    private final IntakeMeters meters;

    public Commands(Database database, NumberRepository numbers, InstantSource clock, JsonMapper json,
            IntakeMeters meters) {
        this.door = new OnceOnly<>("intake-commands", database, clock, OnceOnly.Codec.text(), this::handle);
        this.numbers = numbers;
        this.clock = clock;
        this.json = json;
        this.meters = meters;
    }

    private Mono<List<Outcome<String>>> handle(Connection tx, List<Work<?>> commands) {
        return Flux.fromIterable(commands).concatMap(command -> command.run(tx, clock.instant()))
                .map(outcome -> changed(outcome, json::writeValueAsString)).collectList();
    }

    private static <A, B> Outcome<B> changed(Outcome<A> outcome, Function<A, B> change) {
        return switch (outcome) {
            case Outcome.Done<A>(int status, A answer, boolean repeated) ->
                new Outcome.Done<>(status, change.apply(answer), repeated);
            // What the key was first answered may be of another kind of command, which nobody here can read.
            case Outcome.Refused<A> refused -> Outcome.refused(refused.refusal());
        };
    }

    /**
     * @param name for meters: a constant such as {@code Transfer}
     * @param type of the answer, which is kept as JSON
     */
    public <R> Mono<Outcome<R>> run(String name, Keyed<?> keyed, Class<R> type, Work<R> work) {
        return door.submit(new Keyed<>(work, keyed.key(), keyed.digest()))
                .<Outcome<R>>map(outcome -> changed(outcome, text -> json.readValue(text, type)))
                .doOnNext(outcome -> meters.command(name, outcome));
    }

    /** The next number of a series; without gaps, for it is taken back with its transaction. */
    public Mono<String> number(Connection tx, Series series, String region, Instant now) {
        return numbers.next(tx, Days.in(now), series, region);
    }
}
