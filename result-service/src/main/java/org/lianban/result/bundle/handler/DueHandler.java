package org.lianban.result.bundle.handler;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.lianban.command.poll.Poller;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.messaging.Failures;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.CaseUnitOfWork;
import org.lianban.result.bundle.change.StoredCase;
import org.lianban.result.bundle.clock.Clocks;
import org.lianban.result.bundle.clock.Due;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.bundle.store.BundleRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * One round of the due timer: claims a limited batch of cases in one transaction, asks what their clocks have to say,
 * and publishes it. Any number of instances run rounds at once; a claimed case is skipped by the others.
 */
public record DueHandler(Database database, BundleRepository store, CaseUnitOfWorkHandler handler, Law law,
        Lateness meters, InstantSource clock) implements Poller.Round {
    private static final Logger LOG = LoggerFactory.getLogger(DueHandler.class);

    /** What the due timer measures. */
    @FunctionalInterface
    public interface Lateness {
        /** @param lateness from the instant a clock had something to say until it was published; not negative */
        void record(Duration lateness);
    }

    /** When a case is looked at again whose clocks could not be computed; its events are not held up by it. */
    private static final Duration POSTPONED = Duration.ofHours(1);

    /**
     * One round; a case that fails for a reason of its own is found by halving the round and put off alone.
     *
     * @param limit cases of one transaction, 1 to 1,000
     * @return cases looked at; fewer than the limit: nothing more is due
     */
    @Override
    public Mono<Integer> run(int limit) {
        var published = new ArrayList<Due.DueEvent>();
        var claimed = new ArrayList<String>();
        var now = clock.instant();
        return database.inTransaction(tx -> round(tx, now, limit, claimed, published))
                .doOnSuccess(n -> published.forEach(dated -> meters.record(Duration.between(dated.at(), now))))
                .onErrorResume(failure -> !Failures.passing(failure) && !claimed.isEmpty(),
                        failure -> claimed.size() == 1
                                ? postpone(claimed.getFirst(), now, failure)
                                : run(claimed.size() / 2));
    }

    private Mono<Integer> postpone(String caseNo, Instant now, Throwable failure) {
        LOG.error("The clocks of {} cannot be computed; tried again in {}", caseNo, POSTPONED, failure);
        return database.inTransaction(tx -> store.postpone(tx, caseNo, now.plus(POSTPONED))).thenReturn(1);
    }

    private Mono<Integer> round(Connection tx, Instant now, int limit, List<String> claimed,
            List<Due.DueEvent> published) {
        return store.claimDue(tx, now, limit).flatMap(due -> {
            due.forEach(stored -> claimed.add(stored.bundle().caseNo()));
            if (due.isEmpty()) {
                return Mono.just(0);
            }
            var works = due.stream().map(stored -> work(stored, now, published)).toList();
            return handler.carryOut(tx, works).thenReturn(due.size());
        });
    }

    private CaseUnitOfWorkHandler.Work work(StoredCase stored, Instant now, List<Due.DueEvent> published) {
        var unit = new CaseUnitOfWork(stored.bundle());
        law.terms(stored.bundle()).ifPresent(terms -> {
            for (var dated : Due.decide(stored.bundle(), Clocks.running(stored.bundle(), terms), terms.rules(), now)) {
                ResultEvent event = dated.event();
                unit.publish(event);
                published.add(dated);
            }
        });
        return new CaseUnitOfWorkHandler.Work(stored, unit, null);
    }
}
