package org.lianban.department.client;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.department.channel.Channel;
import org.lianban.department.store.Changes;
import org.lianban.department.store.DeliveryStore.Handed;
import org.lianban.department.store.DeliveryStore.Taking;
import org.lianban.department.work.DeliveryView;
import org.lianban.department.work.ReplyDoor;
import org.lianban.department.work.ReplyReader;
import org.lianban.messaging.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/**
 * PUSH of one department: takes from its queue, calls, confirms what was taken, puts off what was not. Retry is a due
 * time in the database, by elapsed time and not by count, so that it survives us; nothing is shared with other lanes.
 */
final class PushLane {
    private static final Logger LOG = LoggerFactory.getLogger(PushLane.class);
    /** What a call may take besides its own time limit before another instance may take the delivery. */
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final String PURPOSE = "推送办件至部门";

    private final String department;
    private final Channel channel;
    private final Inside inside;
    private final Caller caller;
    private final IntervalFunction pauses;
    private volatile boolean running = true;
    private @Nullable Disposable loop;

    PushLane(String department, Channel channel, Inside inside, Caller caller) {
        this.department = department;
        this.channel = channel;
        this.inside = inside;
        this.caller = caller;
        this.pauses = IntervalFunction.ofExponentialRandomBackoff(inside.settings().push().firstPause(), 2, 0.25,
                inside.settings().push().longestPause());
    }

    void start() {
        caller.breaker().getEventPublisher().onStateTransition(change -> moved(change.getStateTransition()
                .getToState()));
        moved(CircuitBreaker.State.CLOSED);
        loop = Mono.defer(this::round).onErrorResume(failure -> {
            LOG.warn("Push to {} pauses: {}", department, Failures.reason(failure));
            return Mono.delay(inside.settings().poll()).then();
        }).repeat(() -> running).subscribe();
    }

    void stop() {
        running = false;
        Disposable l = loop;
        if (l != null) {
            l.dispose();
        }
    }

    /** Written down, because the manual desk of every instance must know. */
    private void moved(CircuitBreaker.State to) {
        inside.meters().breaker(department, switch (to) {
            case CLOSED, DISABLED, METRICS_ONLY -> 0;
            case HALF_OPEN -> 1;
            case OPEN, FORCED_OPEN -> 2;
        });
        inside.channels().breaker(department, to.name()).subscribe(done -> {},
                failure -> LOG.warn("Breaker of {} is {}, but that was not written: {}", department, to,
                        Failures.reason(failure)),
                () -> LOG.info("Breaker of {} is {}", department, to));
    }

    private Mono<Void> round() {
        Mono<Void> bell = inside.bells().next(department);
        CircuitBreaker.State state = caller.breaker().getState();
        if (state == CircuitBreaker.State.OPEN) {
            return Mono.delay(inside.settings().poll()).then();
        }
        int calls = state == CircuitBreaker.State.CLOSED ? channel.concurrency() : 1;
        Duration lease = channel.timeout().multipliedBy(2).plus(MARGIN);
        return inside.deliveries().take(department, Taking.push(channel.batch() * calls, lease))
                .flatMap(taken -> taken.isEmpty()
                        ? bell.timeout(inside.settings().poll(), Mono.empty())
                        : Flux.fromIterable(chunks(taken)).flatMap(this::push, calls).then());
    }

    private List<List<Handed>> chunks(List<Handed> taken) {
        List<List<Handed>> chunks = new ArrayList<>();
        for (int i = 0; i < taken.size(); i += channel.batch()) {
            chunks.add(taken.subList(i, Math.min(taken.size(), i + channel.batch())));
        }
        return chunks;
    }

    private Mono<Void> push(List<Handed> chunk) {
        return inside.readers().handedOut(new Actor(Actor.Role.DEPARTMENT_SYSTEM, department, null), PURPOSE, chunk)
                .then(Mono.defer(() -> call(chunk)));
    }

    private Mono<Void> call(List<Handed> chunk) {
        List<DeliveryView> views = chunk.stream().map(h -> DeliveryView.of(h, inside.catalog())).toList();
        Mono<byte[]> answer = channel.batch() == 1
                ? caller.post(Envelope.one(views.getFirst(), inside.json()), Envelope.ONE)
                : caller.post(Envelope.batch(views, inside.json()), Envelope.BATCH);
        List<Changes.Key> keys = chunk.stream().map(Handed::key).toList();
        return answer.flatMap(body -> {
            inside.meters().pushed(department, true);
            return inside.door().submit(ReplyDoor.Batch.taken(department, keys)).then(replies(body));
        }).onErrorResume(failure -> {
            inside.meters().pushed(department, false);
            int attempts = chunk.stream().mapToInt(Handed::handed).max().orElse(1);
            Duration pause = Duration.ofMillis(pauses.apply(Math.min(attempts, 30)));
            LOG.warn("{} did not take {} deliveries, again in {}: {}", department, keys.size(), pause,
                    Failures.reason(failure));
            return inside.deliveries().postpone(keys, pause, inside.settings().push().giveUpAfter()).then();
        });
    }

    /** The answer may carry replies already; one that carries something else has taken the deliveries all the same. */
    private Mono<Void> replies(byte[] body) {
        if (body.length == 0) {
            return Mono.empty();
        }
        try {
            ReplyReader.Read read = inside.reader().read(body);
            if (read.refused().size() > ReplyReader.MAX) {
                LOG.warn("{} answered a push with more than {} replies: none is taken", department, ReplyReader.MAX);
                return Mono.empty();
            }
            return inside.door().submit(ReplyDoor.Batch.replies(department, read.replies(),
                    "DEPARTMENT_SYSTEM:" + department, null)).then();
        } catch (JacksonException | ReplyReader.NoBatch other) {
            LOG.debug("{} answered a push without replies", department);
            return Mono.empty();
        }
    }
}
