package org.lianban.result.notices.handler;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.client.SignedHttp;
import org.lianban.result.notices.client.LicenceIssuer;
import org.lianban.result.notices.licence.Licence;
import org.lianban.result.notices.licence.Licence.Stored.State;
import org.lianban.result.notices.licence.Ordering;
import org.lianban.result.notices.store.LicenceRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * One round of licence orders: asks the issuer, keeps the licence, tells the case. Each step is remembered, so that
 * dying in between repeats none that was done. A licence that cannot be issued never undoes the decision.
 */
public record LicenceRound(Database database, LicenceRepository repository, LicenceIssuer issuer, Orders orders,
        CaseCommands commands, Sending<State> settings, InstantSource clock) implements Poller.Round {
    private static final Logger LOG = LoggerFactory.getLogger(LicenceRound.class);
    private static final Actor SELF = Actor.system("licence");

    @Override
    public Mono<Integer> run(int limit) {
        var now = clock.instant();
        return settings.round(database, now, (tx, lease) -> repository.claim(tx, now, lease, limit),
                order -> carry(order).thenReturn(order)).map(List::size);
    }

    private Mono<Void> carry(Licence.Stored order) {
        return licence(order).flatMap(licence -> tell(order, licence))
                .then(settle(order, State.ISSUED, null, null)).onErrorResume(failure -> failed(order, failure));
    }

    /** Sealed with its digest. */
    private record Sealed(Licence licence, String digest) {}

    private Mono<Sealed> licence(Licence.Stored order) {
        var known = order.issued();
        if (known != null) {
            return Mono.just(new Sealed(known, Objects.requireNonNull(order.digest())));
        }
        return orders.of(order).flatMap(asked -> Mono.defer(() -> issuer.issue(asked.orElseThrow(Nothing::new))))
                .flatMap(licence -> database.inTransaction(tx -> repository.issued(tx, order, licence))
                        .map(digest -> new Sealed(licence, digest)));
    }

    /** The item yields no licence. */
    private static final class Nothing extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private Mono<Boolean> tell(Licence.Stored order, Sealed sealed) {
        var licence = sealed.licence();
        return commands.submit(order.caseNo(), SELF, at -> {
            var known = at.bundle().item(order.itemNo()).handout().licence();
            return known != null && known.id().equals(licence.number())
                    ? Decision.repeated()
                    : Decision.accepted(new ResultEvent.LicenceIssued(order.caseNo(), order.itemNo(),
                            licence.number(), licence.name(), sealed.digest(), licence.validUntil(), at.now()));
        }).map(LicenceRound::told);
    }

    /** A refusal is tried again like every failure. */
    private static boolean told(Outcome<List<ResultEvent>> outcome) {
        return switch (outcome) {
            case Outcome.Done<List<ResultEvent>> done -> true;
            case Outcome.Refused<List<ResultEvent>> refused -> throw new IllegalStateException(
                    refused.refusal().detail());
        };
    }

    private Mono<Void> failed(Licence.Stored order, Throwable failure) {
        if (failure instanceof Nothing) {
            return settle(order, State.NONE, null, null);
        }
        if (failure instanceof SignedHttp.NotTaken) {
            LOG.error("Licence {}-{} is refused: {}", order.caseNo(), order.itemNo(), Failures.reason(failure));
            return settle(order, State.REFUSED, null, Failures.reason(failure));
        }
        Optional<Instant> next = settings.backoff().next(order.since(), order.tries(), clock.instant());
        if (next.isEmpty()) {
            LOG.error("Licence {}-{} is given up: {}", order.caseNo(), order.itemNo(), Failures.reason(failure));
        }
        return settle(order, next.isEmpty() ? State.GIVEN_UP : State.ORDERED, next.orElse(null),
                Failures.reason(failure));
    }

    private Mono<Void> settle(Licence.Stored order, State state, @Nullable Instant due, @Nullable String reason) {
        return Mono.defer(() -> {
            settings.meter().accept(state);
            return database.inTransaction(tx -> repository.settle(tx, order, state, due, reason));
        });
    }

    /** 制证申请 as the case and its version say when an order is carried out. */
    public record Orders(CaseQueries cases, Law law, Ordering ordering) {
        /** @return nothing for an item that yields no licence */
        Mono<Optional<Licence.Order>> of(Licence.Stored order) {
            return cases.one(order.caseNo())
                    .switchIfEmpty(Mono.error(() -> new IllegalStateException("There is no case " + order.caseNo())))
                    .map(stored -> ordering.of(stored.bundle(), law.terms(stored.bundle()).orElseThrow(
                            () -> new IllegalStateException("The version of " + order.caseNo() + " has not arrived")),
                            order.itemNo(), order.serial(), order.decidedAt(), order.decisionNo()));
        }
    }
}
