package org.lianban.department.handler;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.department.channel.Channel;
import org.lianban.department.client.DepartmentClients;
import org.lianban.department.store.ChannelRepository.Configured;
import org.lianban.department.store.DeliveryRepository.Handed;
import org.lianban.department.store.DeliveryRepository.Taking;
import org.lianban.department.task.DeliveryId;
import org.lianban.messaging.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One lane per department that is pushed to; follows the configuration. Any number of instances share the work. */
public final class PushLanes implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PushLanes.class);

    /** What a call may take besides its own time limit before another instance may take the delivery. */
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final String PURPOSE = "推送办件至部门";

    /**
     * How long a lane waits for what.
     *
     * @param poll how long it trusts the bell before it looks itself
     * @param firstPause after a failed call; twice as long each time, up to {@code longestPause}
     * @param giveUpAfter elapsed time, not attempts
     */
    public record Patience(Duration poll, Duration firstPause, Duration longestPause, Duration giveUpAfter) {}

    private final DepartmentClients clients;
    private final ChannelHandler channels;
    private final DeliveryQueue queue;
    private final ReplyHandler replies;
    private final Bells bells;
    private final Patience patience;
    private final Map<String, Lane> lanes = new HashMap<>();
    private @Nullable Disposable following;

    public PushLanes(DepartmentClients clients, ChannelHandler channels, DeliveryQueue queue, ReplyHandler replies,
            Bells bells, Patience patience) {
        this.clients = clients;
        this.channels = channels;
        this.queue = queue;
        this.replies = replies;
        this.bells = bells;
        this.patience = patience;
    }

    @Override
    public void start() {
        following = Flux.interval(Duration.ZERO, patience.poll()).onBackpressureDrop()
                .concatMap(tick -> channels.pushed().doOnNext(this::follow).onErrorResume(failure -> {
                    LOG.warn("Could not read the channels: {}", Failures.reason(failure));
                    return Mono.empty();
                })).subscribe();
    }

    private synchronized void follow(List<Configured> wanted) {
        if (following == null) {
            return;
        }
        Set<String> names = wanted.stream().map(Configured::department).collect(Collectors.toSet());
        lanes.entrySet().removeIf(lane -> {
            boolean gone = !names.contains(lane.getKey());
            if (gone) {
                lane.getValue().stop();
            }
            return gone;
        });
        wanted.forEach(this::follow);
    }

    private void follow(Configured wanted) {
        Lane now = lanes.get(wanted.department());
        if (now != null && now.channel.equals(wanted.channel())) {
            return;
        }
        if (now != null) {
            now.stop();
        }
        Lane lane = new Lane(wanted);
        lane.start();
        lanes.put(wanted.department(), lane);
    }

    /** What is under way is handed out again elsewhere when its lease is over. */
    @Override
    public synchronized void stop() {
        Disposable f = following;
        following = null;
        if (f != null) {
            f.dispose();
        }
        lanes.values().forEach(Lane::stop);
        lanes.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return following != null;
    }

    /**
     * PUSH of one department: takes from its queue, calls, confirms what was taken, puts off what was not. Retry is a
     * due time in the database, by elapsed time and not by count, so that it survives us.
     */
    private final class Lane {
        private final DepartmentClients.Client client;
        private final String department;
        private final Channel channel;
        private final IntervalFunction pauses = IntervalFunction.ofExponentialRandomBackoff(patience.firstPause(), 2,
                0.25, patience.longestPause());
        private volatile boolean running = true;
        private @Nullable Disposable loop;

        private Lane(Configured wanted) {
            this.department = wanted.department();
            this.channel = wanted.channel();
            this.client = clients.of(department, channel);
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
}
