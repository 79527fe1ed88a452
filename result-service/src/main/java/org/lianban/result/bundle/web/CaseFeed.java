package org.lianban.result.bundle.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.lianban.http.Problem;
import org.lianban.messaging.Failures;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.bundle.query.CaseQueries.Turned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;

/**
 * 实时推送: follows the history of the cases that somebody watches here. Catching up and following are the same query,
 * one for all watchers, so it does not matter which instance consumed an event; a watcher that does not read costs
 * nothing, since it is asked for only when it wants more.
 */
public final class CaseFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CaseFeed.class);

    /**
     * @param most streams open at a time in this instance
     * @param pause between looks while somebody watches
     * @param rows of one case per look
     */
    public record Settings(int most, Duration pause, int rows) {
        public static final Settings DEFAULT = new Settings(1_000, Duration.ofMillis(250), 50);
    }

    private static final class Watcher {
        private final String caseNo;
        private final FluxSink<Turned> sink;
        private volatile long seen;

        Watcher(String caseNo, long seen, FluxSink<Turned> sink) {
            this.caseNo = caseNo;
            this.seen = seen;
            this.sink = sink;
        }
    }

    private final CaseQueries queries;
    private final Settings settings;
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger open = new AtomicInteger();
    private @Nullable Disposable running;

    public CaseFeed(CaseQueries queries, Settings settings) {
        this.queries = queries;
        this.settings = settings;
    }

    /** Streams open now; for the gauge. */
    public int open() {
        return open.get();
    }

    /**
     * Every transaction of the case after a version, those to come included.
     *
     * @throws Problem 503 when too many streams are open
     */
    Flux<Turned> watch(String caseNo, long after) {
        return Flux.defer(() -> {
            if (open.incrementAndGet() > settings.most()) {
                open.decrementAndGet();
                return Flux.error(Problem.unavailable("实时推送连接过多，请稍后重试"));
            }
            return Flux.<Turned>create(sink -> {
                var watcher = new Watcher(caseNo, after, sink);
                watchers.add(watcher);
                sink.onDispose(() -> watchers.remove(watcher));
            }).doFinally(end -> open.decrementAndGet());
        });
    }

    private Mono<Void> look() {
        Map<String, Long> wanted = new HashMap<>();
        var asking = watchers.stream().filter(w -> w.sink.requestedFromDownstream() > 0).toList();
        asking.forEach(w -> wanted.merge(w.caseNo, w.seen, Math::min));
        return wanted.isEmpty()
                ? Mono.empty()
                : queries.history(wanted, settings.rows()).doOnNext(found -> hand(asking, found)).then();
    }

    private static void hand(List<Watcher> asking, List<Turned> found) {
        Map<String, List<Turned>> byCase = new HashMap<>();
        found.forEach(turned -> byCase.computeIfAbsent(turned.caseNo(), no -> new java.util.ArrayList<>()).add(turned));
        for (Watcher watcher : asking) {
            for (Turned turned : byCase.getOrDefault(watcher.caseNo, List.of())) {
                if (turned.version() > watcher.seen) {
                    watcher.seen = turned.version();
                    watcher.sink.next(turned);
                }
            }
        }
    }

    @Override
    public void start() {
        running = Mono.defer(this::look).onErrorResume(failure -> {
            LOG.warn("Watched cases could not be read and are read again: {}", Failures.reason(failure));
            return Mono.empty();
        }).then(Mono.delay(settings.pause())).repeat().subscribe();
    }

    /** Ends the streams too, so that a graceful shutdown does not wait for them; browsers come back by themselves. */
    @Override
    public void stop() {
        var loop = running;
        if (loop != null) {
            loop.dispose();
        }
        running = null;
        watchers.forEach(watcher -> watcher.sink.complete());
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
