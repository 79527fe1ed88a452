package org.lianban.result.notices.handler;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.lianban.command.poll.Backoff;
import org.lianban.command.poll.Poller;
import org.lianban.messaging.Failures;
import org.lianban.persistence.Database;
import org.lianban.result.client.NotTaken;
import org.lianban.result.notices.client.SmsGateway;
import org.lianban.result.notices.sms.QuietHours;
import org.lianban.result.notices.store.SmsRepository.Message;
import org.lianban.result.notices.store.SmsRepository.Outcome;
import org.lianban.result.notices.store.SmsRepository.State;
import org.lianban.result.notices.store.SmsRepository;
import org.lianban.security.PersonalDataCipher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One round of sending: claims a limited batch, sends it without holding a transaction, writes down what became of it.
 * A message whose sender died is sent again under the same id.
 */
public final class SmsRound implements Poller.Round {
    private static final Logger LOG = LoggerFactory.getLogger(SmsRound.class);

    /**
     * @param lease how long a claimed message is left to its sender
     * @param concurrency messages on the way at a time
     */
    public record Settings(Backoff backoff, Duration lease, int concurrency) {}

    /** How messages go out. */
    public record Carriage(SmsGateway gateway, PersonalDataCipher cipher, QuietHours quiet, SendMeters meters) {}

    private final Database database;
    private final SmsRepository store;
    private final Carriage carriage;
    private final Settings settings;
    private final InstantSource clock;

    public SmsRound(Database database, SmsRepository store, Carriage carriage, Settings settings, InstantSource clock) {
        this.database = database;
        this.store = store;
        this.carriage = carriage;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Mono<Integer> run(int limit) {
        var now = clock.instant();
        return database.inTransaction(tx -> store.claim(tx, now, now.plus(settings.lease()), limit))
                .flatMap(claimed -> Flux.fromIterable(claimed)
                        .flatMapSequential(this::send, settings.concurrency()).collectList()
                        .flatMap(this::settle).thenReturn(claimed.size()));
    }

    private Mono<Void> settle(List<Outcome> outcomes) {
        outcomes.forEach(outcome -> carriage.meters().sent(outcome.state().name()));
        return database.inTransaction(tx -> store.settle(tx, outcomes));
    }

    private Mono<Outcome> send(Message message) {
        var sealed = message.sealedPhone();
        if (sealed == null) {
            return Mono.just(new Outcome(message, State.OPTED_OUT, null, ""));
        }
        return Mono.defer(() -> carriage.gateway().send(message.id(), carriage.cipher().open(sealed), message.text()))
                .map(receipt -> new Outcome(message, State.SENT, null, receipt))
                .switchIfEmpty(Mono.fromSupplier(() -> new Outcome(message, State.SENT, null, "")))
                .onErrorResume(failure -> Mono.just(failed(message, failure, clock.instant())));
    }

    private Outcome failed(Message message, Throwable failure, Instant now) {
        if (failure instanceof NotTaken) {
            LOG.warn("Message {} is not taken: {}", message.id(), Failures.reason(failure));
            return new Outcome(message, State.REFUSED, null, "");
        }
        Optional<Instant> next = settings.backoff().next(message.since(), message.tries(), now);
        if (next.isEmpty()) {
            LOG.warn("Message {} is given up after {} tries: {}", message.id(), message.tries(),
                    Failures.reason(failure));
            return new Outcome(message, State.GIVEN_UP, null, "");
        }
        return new Outcome(message, State.WAITING, carriage.quiet().earliest(next.get()), "");
    }
}
