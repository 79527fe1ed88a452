package org.lianban.result.oversight.handler;

import java.time.Duration;
import java.time.InstantSource;
import org.lianban.command.poll.Backoff;
import org.lianban.command.poll.Poller;
import org.lianban.messaging.Failures;
import org.lianban.persistence.Database;
import org.lianban.result.client.SignedHttp;
import org.lianban.result.oversight.client.RatingGateway;
import org.lianban.result.oversight.store.RatingRepository;
import org.lianban.result.oversight.store.RatingRepository.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One round of reporting: claims a limited batch, sends it without a transaction, writes down what became of it. */
public record RatingRound(Database database, RatingRepository store, RatingGateway gateway, Backoff backoff,
        InstantSource clock) implements Poller.Round {
    private static final Logger LOG = LoggerFactory.getLogger(RatingRound.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 8;

    @Override
    public Mono<Integer> run(int limit) {
        var now = clock.instant();
        return database.inTransaction(tx -> store.claim(tx, now, now.plus(LEASE), limit))
                .flatMap(due -> Flux.fromIterable(due).flatMap(this::send, AT_ONCE).collectList()
                        .flatMap(outcomes -> database
                                .inTransaction(tx -> store.settle(tx, outcomes).thenReturn(outcomes.size()))));
    }

    private Mono<Outcome> send(RatingRepository.Due due) {
        return Mono.defer(() -> gateway.report(due.rated()))
                .then(Mono.fromSupplier(() -> new Outcome(due, clock.instant(), null, "")))
                .onErrorResume(failure -> Mono.just(failed(due, failure)));
    }

    /** What is refused or given up keeps its reason; the reconciliation shows it until somebody acts. */
    private Outcome failed(RatingRepository.Due due, Throwable failure) {
        var reason = Failures.reason(failure);
        var next = failure instanceof SignedHttp.NotTaken
                ? null
                : backoff.next(due.since(), due.tries() + 1, clock.instant()).orElse(null);
        if (next == null) {
            LOG.warn("Rating {} is not reported any more: {}", due.rated().number(), reason);
        }
        return new Outcome(due, null, next, reason);
    }
}
