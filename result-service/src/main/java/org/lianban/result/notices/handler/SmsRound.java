package org.lianban.result.notices.handler;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.lianban.command.poll.Poller;
import org.lianban.messaging.Failures;
import org.lianban.persistence.Database;
import org.lianban.result.client.SignedHttp;
import org.lianban.result.notices.sms.Message.QuietHours;
import org.lianban.result.notices.store.SmsRepository;
import org.lianban.result.notices.store.SmsRepository.Outcome;
import org.lianban.result.notices.store.SmsRepository.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * One round of sending: claims a limited batch, sends it without holding a transaction, writes down what became of it.
 * A message whose sender died is sent again under the same id.
 *
 * @param gateway sends a message that has a number, and answers the number that the gateway gave it
 */
public record SmsRound(Database database, SmsRepository repository,
        Function<SmsRepository.Message, Mono<String>> gateway,
        QuietHours quiet, Sending<State> settings, InstantSource clock) implements Poller.Round {
    private static final Logger LOG = LoggerFactory.getLogger(SmsRound.class);

    @Override
    public Mono<Integer> run(int limit) {
        var now = clock.instant();
        return settings.round(database, now, (tx, lease) -> repository.claim(tx, now, lease, limit), this::send)
                .flatMap(outcomes -> {
                    outcomes.forEach(outcome -> settings.meter().accept(outcome.state()));
                    return database.inTransaction(tx -> repository.settle(tx, outcomes)).thenReturn(outcomes.size());
                });
    }

    private Mono<Outcome> send(SmsRepository.Message message) {
        if (message.sealedPhone() == null) {
            return Mono.just(new Outcome(message, State.OPTED_OUT, null, ""));
        }
        return Mono.defer(() -> gateway.apply(message))
                .map(receipt -> new Outcome(message, State.SENT, null, receipt))
                .switchIfEmpty(Mono.fromSupplier(() -> new Outcome(message, State.SENT, null, "")))
                .onErrorResume(failure -> Mono.just(failed(message, failure, clock.instant())));
    }

    private Outcome failed(SmsRepository.Message message, Throwable failure, Instant now) {
        if (failure instanceof SignedHttp.NotTaken) {
            LOG.warn("Message {} is not taken: {}", message.id(), Failures.reason(failure));
            return new Outcome(message, State.REFUSED, null, "");
        }
        Optional<Instant> next = settings.backoff().next(message.since(), message.tries(), now);
        if (next.isEmpty()) {
            LOG.warn("Message {} is given up after {} tries: {}", message.id(), message.tries(),
                    Failures.reason(failure));
            return new Outcome(message, State.GIVEN_UP, null, "");
        }
        return new Outcome(message, State.WAITING, quiet.earliest(next.get()), "");
    }
}
