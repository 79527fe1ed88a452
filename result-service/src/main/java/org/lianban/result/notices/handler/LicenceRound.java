package org.lianban.result.notices.handler;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Decision;
import org.lianban.command.once.Outcome;
import org.lianban.command.poll.Backoff;
import org.lianban.command.poll.Poller;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.messaging.Failures;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.handler.CaseCommands;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.client.NotTaken;
import org.lianban.result.notices.client.LicenceIssuer;
import org.lianban.result.notices.licence.KeptLicence.State;
import org.lianban.result.notices.licence.KeptLicence;
import org.lianban.result.notices.licence.Licence;
import org.lianban.result.notices.licence.LicenceOrder;
import org.lianban.result.notices.licence.Ordering;
import org.lianban.result.notices.store.LicenceRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One round of licence orders: asks the issuer, keeps the licence, tells the case. Each step is remembered, so that
 * dying in between repeats none that was done. A licence that cannot be issued never undoes the decision.
 */
public final class LicenceRound implements Poller.Round {
    private static final Logger LOG = LoggerFactory.getLogger(LicenceRound.class);
    private static final Actor SELF = Actor.system("licence");

    /** @param lease how long a claimed order is left to whoever claimed it */
    public record Settings(Backoff backoff, Duration lease, int concurrency) {}

    /** What an order is made from, and where its licence goes. */
    public record Press(LicenceIssuer issuer, Ordering ordering, CaseQueries cases, Law law, CaseCommands commands,
            SendMeters meters) {}

    private final Database database;
    private final LicenceRepository store;
    private final Press press;
    private final Settings settings;
    private final InstantSource clock;

    public LicenceRound(Database database, LicenceRepository store, Press press, Settings settings,
            InstantSource clock) {
        this.database = database;
        this.store = store;
        this.press = press;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Mono<Integer> run(int limit) {
        var now = clock.instant();
        return database.inTransaction(tx -> store.claim(tx, now, now.plus(settings.lease()), limit))
                .flatMap(claimed -> Flux.fromIterable(claimed).flatMap(this::carry, settings.concurrency()).then()
                        .thenReturn(claimed.size()));
    }

    private Mono<Void> carry(KeptLicence order) {
        return licence(order).flatMap(licence -> tell(order, licence))
                .then(settle(order, State.ISSUED, null, null)).onErrorResume(failure -> failed(order, failure));
    }

    /** Sealed with its digest. */
    private record Sealed(Licence licence, String digest) {}

    private Mono<Sealed> licence(KeptLicence order) {
        var known = order.issued();
        if (known != null) {
            return Mono.just(new Sealed(known, Objects.requireNonNull(order.digest())));
        }
        return asked(order).flatMap(asked -> Mono.defer(() -> press.issuer().issue(asked)))
                .flatMap(licence -> database.inTransaction(tx -> store.issued(tx, order, licence))
                        .map(digest -> new Sealed(licence, digest)));
    }

    /** @return an error {@link Nothing} for an item that yields no licence */
    private Mono<LicenceOrder> asked(KeptLicence order) {
        return press.cases().one(order.caseNo())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("There is no case " + order.caseNo())))
                .map(stored -> {
                    var terms = press.law().terms(stored.bundle()).orElseThrow(
                            () -> new IllegalStateException("The version of " + order.caseNo() + " has not arrived"));
                    Optional<LicenceOrder> asked = press.ordering().of(stored.bundle(), terms, order.itemNo(),
                            order.serial(), order.decidedAt(), order.decisionNo());
                    return asked.orElseThrow(Nothing::new);
                });
    }

    private static final class Nothing extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private Mono<Boolean> tell(KeptLicence order, Sealed sealed) {
        var licence = sealed.licence();
        return press.commands().submit(order.caseNo(), SELF, at -> {
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

    private Mono<Void> failed(KeptLicence order, Throwable failure) {
        if (failure instanceof Nothing) {
            return settle(order, State.NONE, null, null);
        }
        if (failure instanceof NotTaken) {
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

    private Mono<Void> settle(KeptLicence order, State state, @Nullable Instant due, @Nullable String reason) {
        return Mono.defer(() -> {
            press.meters().sent(state.name());
            return database.inTransaction(tx -> store.settle(tx, order, state, due, reason));
        });
    }
}
