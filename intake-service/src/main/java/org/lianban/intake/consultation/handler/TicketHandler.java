package org.lianban.intake.consultation.handler;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.command.once.Keyed;
import org.lianban.command.once.Outcome;
import org.lianban.intake.commands.Series;
import org.lianban.intake.commands.handler.Commands;
import org.lianban.intake.consultation.store.TicketRepository;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/**
 * 工单 of one kind: opens them and moves them on.
 *
 * @param <T> the ticket
 */
public record TicketHandler<T>(Database database, Commands commands, Kind<T> kind) {
    /**
     * What a kind of ticket brings along.
     *
     * @param index what lists are made by
     * @param shown without personal data
     */
    public record Kind<T>(Class<T> type, Series series, TicketRepository<T> repository,
            Function<T, TicketRepository.Index> index, UnaryOperator<T> shown) {}

    /** @param made from its number and the time */
    public Mono<Outcome<T>> open(Keyed<?> keyed, String region, BiFunction<String, Instant, T> made) {
        return commands.run("Open", keyed, kind.type(), (tx, now) -> commands.number(tx, kind.series(), region, now)
                .flatMap(number -> {
                    T ticket = made.apply(number, now);
                    return kind.repository().insert(tx, kind.index().apply(ticket), ticket, now)
                            .thenReturn(Outcome.done(201, kind.shown().apply(ticket)));
                }));
    }

    /** @param decide gives the ticket afterwards, or why not */
    public Mono<Outcome<T>> move(Keyed<?> keyed, String number, BiFunction<T, Instant, Decision<T>> decide) {
        return commands.run("Move", keyed, kind.type(),
                (tx, now) -> kind.repository().lock(tx, number).flatMap(found -> {
                    if (found.isEmpty()) {
                        return Mono.just(Outcome.refused(Refusal.notFound("没有此编号的工单")));
                    }
                    return switch (decide.apply(found.get(), now)) {
                        case Decision.Refused<T>(Refusal refusal) -> Mono.just(Outcome.<T>refused(refusal));
                        case Decision.Repeated<T> repeated ->
                            Mono.just(Outcome.<T>done(kind.shown().apply(found.get())));
                        case Decision.Accepted<T> accepted -> {
                            T after = accepted.events().getLast();
                            yield kind.repository().update(tx, kind.index().apply(after), after, now)
                                    .thenReturn(Outcome.<T>done(kind.shown().apply(after)));
                        }
                    };
                }));
    }

    /** With personal data; whoever shows it logs it. */
    public Mono<Optional<T>> find(String number) {
        return database.withConnection(c -> kind.repository().find(c, number));
    }

    public T masked(T ticket) {
        return kind.shown().apply(ticket);
    }

    /** Without personal data, by number. */
    public Mono<List<T>> list(String region, @Nullable String subject, @Nullable String state, String after,
            int limit) {
        return database.withConnection(c -> kind.repository().list(c, region, subject, state, after, limit))
                .map(found -> found.stream().map(kind.shown()).toList());
    }
}
