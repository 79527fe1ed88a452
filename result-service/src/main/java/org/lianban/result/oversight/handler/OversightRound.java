package org.lianban.result.oversight.handler;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Decision;
import org.lianban.command.once.Outcome;
import org.lianban.command.poll.Poller;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.messaging.Failures;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.handler.CaseCommands;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.oversight.FileRow;
import org.lianban.result.oversight.check.Check;
import org.lianban.result.oversight.expiry.Licence;
import org.lianban.result.oversight.store.FileRepository;
import org.lianban.result.oversight.supervision.Ladder;
import org.lianban.result.oversight.supervision.Order;
import org.lianban.result.oversight.ticket.Ticket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One round of what falls due beside cases. A file is leased first, so that any number of instances run rounds at once
 * and what a dead one took comes again. What concerns a case is published on the case, and the projection records it with the
 * file in that same transaction; what concerns none is recorded directly.
 */
public record OversightRound(Database database, FileRepository repository, Law law, FileTypes types,
        OversightSettings rules, CaseCommands cases, InstantSource clock) implements Poller.Round {
    private static final Logger LOG = LoggerFactory.getLogger(OversightRound.class);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 32;
    private static final Actor SELF = Actor.system("supervision");

    @Override
    public Mono<Integer> run(int limit) {
        return database.inTransaction(tx -> {
            var now = clock.instant();
            return repository.lease(tx, now, now.plus(LEASE), limit);
        }).flatMap(rows -> Flux.fromIterable(rows).flatMap(this::guarded, AT_ONCE).then(Mono.just(rows.size())));
    }

    private Mono<Void> guarded(FileRow row) {
        return Mono.defer(() -> due(row)).onErrorResume(failure -> {
            LOG.warn("{} {} is due and comes again: {}", row.kind(), row.id(), Failures.reason(failure));
            return Mono.empty();
        });
    }

    private Mono<Void> due(FileRow row) {
        return switch (row.kind()) {
            case TICKET -> ticket(row);
            case ORDER -> order(row);
            case CHECK -> check(row);
            case LICENCE -> licence(row);
            case PUSH -> rearm(row, null);
        };
    }

    private Mono<Void> ticket(FileRow row) {
        var ticket = repository.read(row.body(), Ticket.class);
        var calendar = FileUnitOfWork.calendar(law, row.region());
        var due = types.ticket().due().apply(ticket, calendar);
        if (due.isEmpty() || clock.instant().isBefore(due.get())) {
            return rearm(row, due.orElse(null));
        }
        var caseNo = row.caseNo();
        return caseNo == null
                ? move(types.ticket(), row, now -> ticket
                        .expired(due.get(), rules.tickets(), calendar, now).map(List::of).orElse(List.of()))
                : publish(caseNo,
                        now -> List.of(new ResultEvent.TimerBreached(caseNo, ResultEvent.Timer.RATING, row.itemNo(),
                                due.get(), now, row.department(), row.id())));
    }

    private Mono<Void> order(FileRow row) {
        var order = repository.read(row.body(), Order.class);
        var calendar = FileUnitOfWork.calendar(law, row.region());
        if (Ladder.next(order, rules.ladder(), calendar, clock.instant()).isEmpty()) {
            return rearm(row, types.order().due().apply(order, calendar).orElse(null));
        }
        var caseNo = row.caseNo();
        return caseNo == null
                ? move(types.order(), row, now -> Ladder.next(order, rules.ladder(), calendar, now)
                        .map(next -> List.of(next.event())).orElse(List.of()))
                : publish(caseNo, now -> Ladder.next(order, rules.ladder(), calendar, now)
                        .map(next -> OrderProjection.announced(order, next, now)).orElse(List.of()));
    }

    private Mono<Void> check(FileRow row) {
        var check = repository.read(row.body(), Check.class);
        var due = types.check().due().apply(check, FileUnitOfWork.calendar(law, row.region()));
        return due.isEmpty() || clock.instant().isBefore(due.get())
                ? rearm(row, due.orElse(null))
                : move(types.check(), row, now -> List.of(new Check.Event.Expired(due.get(), now)));
    }

    private Mono<Void> licence(FileRow row) {
        var licence = repository.read(row.body(), Licence.class);
        var calendar = FileUnitOfWork.calendar(law, row.region());
        var next = licence.next(rules.expiry(), calendar, clock.instant());
        if (next.isEmpty()) {
            return rearm(row, types.licence().due().apply(licence, calendar).orElse(null));
        }
        var head = licence.head();
        return next.get() instanceof Licence.Event.Reminded
                ? publish(head.caseNo(),
                        now -> List.of(new ResultEvent.TimerWarned(head.caseNo(), ResultEvent.Timer.CERTIFICATE_EXPIRY,
                                head.itemNo(), licence.end(calendar), now, head.department(), head.id())))
                : move(types.licence(), row, now -> List.of(next.get()));
    }

    private Mono<Void> rearm(FileRow row, @Nullable Instant at) {
        return database.inTransaction(tx -> repository.rearm(tx, row, at).thenReturn(true)).then();
    }

    private Mono<Void> publish(String caseNo, Function<Instant, List<ResultEvent>> events) {
        return cases.submit(caseNo, SELF, hand -> new Decision.Accepted<>(events.apply(hand.now())))
                .flatMap(outcome -> switch (outcome) {
                    case Outcome.Done<List<ResultEvent>> done -> Mono.empty();
                    case Outcome.Refused<List<ResultEvent>> refused -> Mono.error(
                            new IllegalStateException(refused.refusal().detail()));
                });
    }

    /** Only while the file is as it was seen. */
    private <S, E> Mono<Void> move(FileType<S, ?, E> type, FileRow row, Function<Instant, List<E>> events) {
        return database.inTransaction(tx -> repository.lock(tx, List.of(row.id())).flatMap(locked -> {
            var unit = new FileUnitOfWork(repository, law).with(locked);
            var now = clock.instant();
            unit.file(row.kind(), row.id()).filter(current -> current.version() == row.version())
                    .ifPresent(current -> unit.move(type, current, events.apply(now), SELF.text()));
            return unit.write(tx).thenReturn(true);
        })).then();
    }
}
