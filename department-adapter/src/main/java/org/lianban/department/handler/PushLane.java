package org.lianban.department.handler;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.department.channel.Channel;
import org.lianban.department.client.DepartmentClients;
import org.lianban.department.store.DeliveryRepository.Handed;
import org.lianban.department.store.DeliveryRepository.Taking;
import org.lianban.department.task.DeliveryId;
import org.lianban.messaging.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * PUSH of one department: takes from its queue, calls, confirms what was taken, puts off what was not. Retry is a due
 * time in the database, by elapsed time and not by count, so that it survives us; nothing is shared with other lanes.
 */
final class PushLane {
    private static final Logger LOG = LoggerFactory.getLogger(PushLane.class);
    /** What a call may take besides its own time limit before another instance may take the delivery. */
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final String PURPOSE = "推送办件至部门";

    private final DepartmentClients.Client client;
    private final ChannelHandler channels;
    private final DeliveryQueue queue;
    private final ReplyHandler replies;
    private final Bells bells;
    private final PushLanes.Patience patience;
    private final String department;
    private final Channel channel;
    private final IntervalFunction pauses;
    private volatile boolean running = true;
    private @Nullable Disposable loop;

    PushLane(DepartmentClients.Client client, ChannelHandler channels, DeliveryQueue queue, ReplyHandler replies,
            Bells bells, PushLanes.Patience patience) {
        this.client = client;
        this.channels = channels;
        this.queue = queue;
        this.replies = replies;
        this.bells = bells;
        this.patience = patience;
        this.department = client.department();
        this.channel = client.channel();
        this.pauses = IntervalFunction.ofExponentialRandomBackoff(patience.firstPause(), 2, 0.25,
                patience.longestPause());
    }

    void start() {
        client.breaker().getEventPublisher().onStateTransition(
                change -> channels.moved(department, change.getStateTransition().getToState()));
        channels.moved(department, CircuitBreaker.State.CLOSED);
        loop = Mono.defer(this::round).onErrorResume(failure -> {
            LOG.warn("Push to {} pauses: {}", department, Failures.reason(failure));
            return Mono.delay(patience.poll()).then();
        }).repeat(() -> running).subscribe();
    }

    void stop() {
        running = false;
        Disposable l = loop;
        if (l != null) {
            l.dispose();
        }
    }

    private Mono<Void> round() {
        Mono<Void> bell = bells.next(department);
        CircuitBreaker.State state = client.breaker().getState();
        if (state == CircuitBreaker.State.OPEN) {
            return Mono.delay(patience.poll()).then();
        }
        int calls = state == CircuitBreaker.State.CLOSED ? channel.concurrency() : 1;
        Duration lease = channel.timeout().multipliedBy(2).plus(MARGIN);
        return queue.take(department, Taking.push(channel.batch() * calls, lease))
                .flatMap(taken -> taken.isEmpty()
                        ? bell.timeout(patience.poll(), Mono.empty())
                        : Flux.fromIterable(taken).buffer(channel.batch()).flatMap(this::push, calls).then());
    }

    private Mono<Void> push(List<Handed> chunk) {
        List<DeliveryId> keys = chunk.stream().map(Handed::id).toList();
        return queue.views(new Actor(Actor.Role.DEPARTMENT_SYSTEM, department, null), PURPOSE, chunk)
                .flatMap(views -> client.push(views).flatMap(body -> {
                    channels.called(department, true);
                    return replies.taken(department, keys).then(Mono.defer(() -> answered(body)));
                }).onErrorResume(failure -> postpone(chunk, keys, failure)));
    }

    private Mono<Void> postpone(List<Handed> chunk, List<DeliveryId> keys, Throwable failure) {
        channels.called(department, false);
        int attempts = chunk.stream().mapToInt(Handed::handed).max().orElse(1);
        Duration pause = Duration.ofMillis(pauses.apply(Math.min(attempts, 30)));
        LOG.warn("{} did not take {} deliveries, again in {}: {}", department, keys.size(), pause,
                Failures.reason(failure));
        return queue.postpone(keys, pause, patience.giveUpAfter()).then();
    }

    /** The answer may carry replies already; one that carries something else has taken the deliveries all the same. */
    private Mono<Void> answered(byte[] body) {
        if (body.length == 0) {
            return Mono.empty();
        }
        return replies.submit(department, body, "DEPARTMENT_SYSTEM:" + department, null).doOnNext(outcome -> {
            if (outcome instanceof Outcome.Refused<List<ReplyAnswer>> none) {
                LOG.debug("{} answered a push without replies: {}", department, none.refusal().code());
            }
        }).then();
    }
}
