package org.lianban.department.handler;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.lianban.command.Actor;
import org.lianban.department.channel.DeliveryView;
import org.lianban.department.store.DeliveryRepository.Handed;
import org.lianban.department.store.DeliveryRepository.Taking;
import reactor.core.publisher.Mono;

/** PULL: hands out what waits, and lets a department wait for the next without polling. */
public final class PullHandler {
    /** Pullers kept waiting by one instance; a further one is answered at once. */
    private static final int MAX_WAITING = 2_000;
    private static final String PURPOSE = "部门领取办件";

    private final DeliveryQueue queue;
    private final Bells bells;
    private final Duration redelivery;
    private final int cancellationLimit;
    private final Duration poll;
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * @param redelivery after which a delivery that no reply followed is handed out again
     * @param cancellationLimit how often a cancellation that nobody answers is handed out
     * @param poll how long a waiting puller trusts the bell before it looks itself
     */
    public PullHandler(DeliveryQueue queue, Bells bells, Duration redelivery, int cancellationLimit, Duration poll) {
        this.queue = queue;
        this.bells = bells;
        this.redelivery = redelivery;
        this.cancellationLimit = cancellationLimit;
        this.poll = poll;
    }

    /** @param more true: ask again at once */
    public record Pulled(List<DeliveryView> tasks, boolean more) {}

    /**
     * @param max 1 to 500
     * @param wait zero: answer at once
     * @param who pulls, for the access log
     */
    public Mono<Pulled> pull(String department, int max, Duration wait, Actor who) {
        return Mono.defer(() -> {
            if (wait.isZero() || waiting.incrementAndGet() > MAX_WAITING) {
                return take(department, max).doFinally(end -> released(wait));
            }
            return await(department, max, System.nanoTime() + wait.toNanos()).doFinally(end -> released(wait));
        }).flatMap(handed -> queue.views(who, PURPOSE, handed))
                .map(views -> new Pulled(views, views.size() == max));
    }

    private void released(Duration wait) {
        if (!wait.isZero()) {
            waiting.decrementAndGet();
        }
    }

    private Mono<List<Handed>> await(String department, int max, long until) {
        Mono<Void> bell = bells.next(department);
        return take(department, max).flatMap(handed -> {
            long left = until - System.nanoTime();
            if (!handed.isEmpty() || left <= 0) {
                return Mono.just(handed);
            }
            Duration pause = Duration.ofNanos(Math.min(left, poll.toNanos()));
            return bell.timeout(pause, Mono.empty()).then(Mono.defer(() -> await(department, max, until)));
        });
    }

    private Mono<List<Handed>> take(String department, int max) {
        return queue.take(department, Taking.pull(max, redelivery, cancellationLimit));
    }
}
