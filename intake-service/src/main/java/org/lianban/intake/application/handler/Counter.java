package org.lianban.intake.application.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.intake.application.Rejection;
import org.lianban.intake.application.query.Deadlines;
import org.lianban.intake.application.store.AnswerStore.Answered;
import org.lianban.intake.application.store.AnswerStore.Key;
import org.lianban.intake.numbering.Series;
import org.lianban.intake.numbering.store.NumberStore;
import org.lianban.messaging.NotYet;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * 咨询台: what is asked beside the applications, such as mandates and consultations. Each request is a transaction of its
 * own, for these are few; with a key, one that succeeded is answered the same again, for good.
 */
public final class Counter {
    private static final Retry SAME_KEY_AT_ONCE = Retry.max(5).filter(NotYet.class::isInstance)
            .onRetryExhaustedThrow((spec, signal) -> signal.failure());

    /** What became of a request; changes nothing yet unless it is done. */
    public sealed interface Result {
        /** @param answer written as JSON */
        record Done(int status, Object answer) implements Result {}

        record Refused(Rejection rejection) implements Result {}

        /** @param faults every one, never empty */
        record Faulty(List<Fault> faults) implements Result {}

        static Result refused(Rejection.Kind kind, String detail) {
            return new Refused(new Rejection(kind, detail));
        }
    }

    /** Runs within the transaction; what it does not finish is rolled back. */
    @FunctionalInterface
    public interface Work {
        Mono<Result> run(Connection tx, Instant now);
    }

    /** @param digest of everything the request says */
    public record Keyed(@Nullable Key key, String digest) {}

    private final Database database;
    private final Stores stores;
    private final InstantSource clock;

    public Counter(Database database, Stores stores, InstantSource clock) {
        this.database = database;
        this.stores = stores;
        this.clock = clock;
    }

    public Mono<Answer> run(Keyed keyed, Work work) {
        return database.inTransaction(tx -> repeated(tx, keyed)
                .switchIfEmpty(Mono.defer(() -> fresh(tx, keyed, work)))).retryWhen(SAME_KEY_AT_ONCE);
    }

    /** The next number of a series; without gaps, for it is taken back with its transaction. */
    public Mono<String> number(Connection tx, Series series, String region, Instant now) {
        NumberStore.Counter counter = new NumberStore.Counter(region, series);
        return stores.numbers().take(tx, Deadlines.dayOf(now), new TreeMap<>(Map.of(counter, 1)))
                .map(before -> series.number(region, Deadlines.dayOf(now), before.getOrDefault(counter, 0) + 1));
    }

    private Mono<Answer> repeated(Connection tx, Keyed keyed) {
        Key key = keyed.key();
        return key == null
                ? Mono.empty()
                : stores.answers().find(tx, List.of(key)).flatMap(found -> {
                    Answered before = found.get(key);
                    if (before == null) {
                        return Mono.empty();
                    }
                    return Mono.just(before.digest().equals(keyed.digest())
                            ? new Answer.Done(before.status(), before.body(), true)
                            : new Answer.KeyReused(before.body()));
                });
    }

    private Mono<Answer> fresh(Connection tx, Keyed keyed, Work work) {
        Instant now = clock.instant();
        return work.run(tx, now).flatMap(result -> switch (result) {
            case Result.Refused(var rejection) -> Mono.just(new Answer.Refused(rejection));
            case Result.Faulty(var faults) -> Mono.just(new Answer.Faulty(faults));
            case Result.Done(int status, Object answer) -> {
                String body = stores.json().writeValueAsString(answer);
                yield stores.answers().insert(tx, keyed.key() == null
                        ? List.of()
                        : List.of(new Answered(keyed.key(), keyed.digest(), status, body)), now)
                        .thenReturn(new Answer.Done(status, body, false));
            }
        });
    }
}
