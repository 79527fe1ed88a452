package org.lianban.intake.consultation.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.intake.application.Rejection;
import org.lianban.intake.application.handler.Answer;
import org.lianban.intake.application.handler.Counter;
import org.lianban.intake.consultation.Decided;
import org.lianban.intake.consultation.store.TicketStore;
import org.lianban.intake.consultation.store.TicketStore.Index;
import org.lianban.intake.numbering.Series;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/**
 * 工单台 of one kind of ticket: opens them and moves them on.
 *
 * @param <T> the ticket
 */
public final class TicketDesk<T> {

    /**
     * What a kind of ticket brings along.
     *
     * @param index what lists are made by
     * @param shown without personal data
     */
    public record Kind<T>(Series series, TicketStore<T> store, Function<T, Index> index, Function<T, T> shown) {}

    /** What has to be so before a ticket is opened. */
    @FunctionalInterface
    public interface Check {
        Check NONE = tx -> Mono.just(List.of());

        Mono<List<Fault>> faults(Connection tx);
    }

    private final Database database;
    private final Counter counter;
    private final Kind<T> kind;

    public TicketDesk(Database database, Counter counter, Kind<T> kind) {
        this.database = database;
        this.counter = counter;
        this.kind = kind;
    }

    /** @param made from its number and the time */
    public Mono<Answer> open(Counter.Keyed keyed, String region, Check check, BiFunction<String, Instant, T> made) {
        return counter.run(keyed, (tx, now) -> check.faults(tx).flatMap(faults -> {
            if (!faults.isEmpty()) {
                return Mono.just(new Counter.Result.Faulty(faults));
            }
            return counter.number(tx, kind.series(), region, now).flatMap(number -> {
                T ticket = made.apply(number, now);
                return kind.store().insert(tx, kind.index().apply(ticket), ticket, now)
                        .thenReturn(new Counter.Result.Done(201, kind.shown().apply(ticket)));
            });
        }));
    }

    public Mono<Answer> move(Counter.Keyed keyed, String number, BiFunction<T, Instant, Decided<T>> decide) {
        return counter.run(keyed, (tx, now) -> kind.store().lock(tx, number).flatMap(found -> found.isEmpty()
                ? Mono.just(Counter.Result.refused(Rejection.Kind.UNKNOWN, "没有此编号的工单"))
                : switch (decide.apply(found.get(), now)) {
                    case Decided.Refused<T>(var rejection) -> Mono.just(new Counter.Result.Refused(rejection));
                    case Decided.Done<T>(T after) -> kind.store().update(tx, kind.index().apply(after), after, now)
                            .thenReturn(new Counter.Result.Done(200, kind.shown().apply(after)));
                }));
    }

    /** With personal data; whoever shows it logs it. */
    public Mono<Optional<T>> find(String number) {
        return database.withConnection(c -> kind.store().find(c, number));
    }

    public T masked(T ticket) {
        return kind.shown().apply(ticket);
    }

    /** Without personal data, by number. */
    public Mono<List<T>> list(String region, @Nullable String subject, @Nullable String state, String after,
            int limit) {
        return database.withConnection(c -> kind.store().list(c, region, subject, state, after, limit))
                .map(found -> found.stream().map(kind.shown()).toList());
    }
}
