package org.lianban.department.work;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.lianban.command.Actor;
import org.lianban.department.store.DeliveryStore.Handed;
import org.lianban.department.store.DeliveryStore.Taking;
import org.lianban.department.store.DeliveryStore;
import org.lianban.kit.catalog.CatalogCopy;
import reactor.core.publisher.Mono;

/** PULL: hands out what waits, and lets a department wait for the next without polling. */
public final class TaskQueue {
    /** Pullers kept waiting by one instance; a further one is answered at once. */
    private static final int MAX_WAITING = 2_000;
    private static final String PURPOSE = "部门领取办件";

    private final DeliveryStore store;
    private final CatalogCopy catalog;
    private final Bells bells;
    private final Settings settings;
    private final Readers readers;
    private final AtomicInteger waiting = new AtomicInteger();

    public TaskQueue(DeliveryStore store, CatalogCopy catalog, Bells bells, Settings settings, Readers readers) {
        this.readers = readers;
        this.store = store;
        this.catalog = catalog;
        this.bells = bells;
        this.settings = settings;
    }

    /** @param more true: ask again at once */
    public record Page(List<DeliveryView> tasks, boolean more) {}

    /**
     * @param max 1 to 500
     * @param wait zero: answer at once
     * @param who pulls, for the access log
     */
    public Mono<Page> pull(String department, int max, Duration wait, Actor who) {
        return Mono.defer(() -> {
            if (wait.isZero() || waiting.incrementAndGet() > MAX_WAITING) {
                return take(department, max).doFinally(end -> released(wait));
            }
            return await(department, max, System.nanoTime() + wait.toNanos()).doFinally(end -> released(wait));
        }).flatMap(handed -> readers.handedOut(who, PURPOSE, handed).thenReturn(handed))
                .map(handed -> new Page(handed.stream().map(h -> DeliveryView.of(h, catalog)).toList(),
                        handed.size() == max));
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
            Duration pause = Duration.ofNanos(Math.min(left, settings.poll().toNanos()));
            return bell.timeout(pause, Mono.empty()).then(Mono.defer(() -> await(department, max, until)));
        });
    }

    private Mono<List<Handed>> take(String department, int max) {
        return store.take(department, Taking.pull(max, settings.redelivery(), settings.cancellationLimit()));
    }
}
