package org.lianban.messaging;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.lianban.persistence.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * The batch door for HTTP: commands that arrive while a transaction runs share the next one. No timer delays a lone
 * command. Each command is answered after its transaction has committed.
 *
 * @param <C> command
 * @param <R> answer; a business refusal is an answer, an error is a fault of ours
 */
public final class GroupCommit<C, R> {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    /** Of one transaction; a stuck database is answered as a passing failure. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /**
     * @param maxBatch commands per transaction, 1 to 1,000
     * @param maxWaiting commands in memory; more are answered {@link Overloaded}
     * @param concurrency transactions at a time
     */
    public record Settings(int maxBatch, int maxWaiting, int concurrency) {
        public static final Settings DEFAULT = new Settings(128, 4_096, 2);
    }

    /** The queue is full: the caller is told to come again. */
    public static final class Overloaded extends RuntimeException {
        private static final long serialVersionUID = 1;

        Overloaded(String name) {
            super(name + " has too many commands waiting");
        }
    }

    private record Waiting<C, R>(C command, MonoSink<R> answer) {}

    private final String name;
    private final Settings settings;
    private final Database database;
    private final BiFunction<Connection, List<C>, Mono<List<R>>> work;
    private final ConcurrentLinkedQueue<Waiting<C, R>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();

    /** @param work answers every command, in order, within the transaction */
    public GroupCommit(String name, Settings settings, Database database,
            BiFunction<Connection, List<C>, Mono<List<R>>> work) {
        this.name = name;
        this.settings = settings;
        this.database = database;
        this.work = work;
    }

    /** Completes once the command's transaction has committed. */
    public Mono<R> submit(C command) {
        return Mono.create(sink -> {
            if (waiting.incrementAndGet() > settings.maxWaiting()) {
                waiting.decrementAndGet();
                sink.error(new Overloaded(name));
                return;
            }
            queue.add(new Waiting<>(command, sink));
            drain();
        });
    }

    private void drain() {
        while (!queue.isEmpty()) {
            int now = running.get();
            if (now >= settings.concurrency()) {
                return;
            }
            if (running.compareAndSet(now, now + 1)) {
                List<Waiting<C, R>> batch = take();
                if (batch.isEmpty()) {
                    running.decrementAndGet();
                } else {
                    commit(batch).doFinally(end -> {
                        running.decrementAndGet();
                        drain();
                    }).subscribe();
                }
            }
        }
    }

    private List<Waiting<C, R>> take() {
        List<Waiting<C, R>> batch = new ArrayList<>();
        while (batch.size() < settings.maxBatch()) {
            Waiting<C, R> next = queue.poll();
            if (next == null) {
                break;
            }
            batch.add(next);
        }
        waiting.addAndGet(-batch.size());
        return batch;
    }

    private Mono<Void> commit(List<Waiting<C, R>> batch) {
        return database.inTransaction(tx -> answers(tx, batch)).timeout(LIMIT)
                .onErrorResume(failure -> failed(batch, failure).then(Mono.empty()))
                .doOnNext(answers -> answer(batch, answers)).then();
    }

    /** Checked before the commit: afterwards nothing may fail any more. */
    private Mono<List<R>> answers(Connection tx, List<Waiting<C, R>> batch) {
        return work.apply(tx, batch.stream().map(Waiting::command).toList()).defaultIfEmpty(List.of())
                .doOnNext(answers -> {
                    if (answers.size() != batch.size()) {
                        throw new IllegalStateException(
                                name + " has " + batch.size() + " commands, but " + answers.size() + " answers");
                    }
                });
    }

    private static <C, R> void answer(List<Waiting<C, R>> batch, List<R> answers) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer().success(answers.get(i));
        }
    }

    /** A fault of one command must not fail its neighbours: halve until it is alone. A passing failure fails all. */
    private Mono<Void> failed(List<Waiting<C, R>> batch, Throwable failure) {
        if (batch.size() == 1 || Failures.passing(failure)) {
            LOG.warn("{}: {} commands failed: {}", name, batch.size(), Failures.reason(failure));
            batch.forEach(w -> w.answer().error(failure));
            return Mono.empty();
        }
        int half = batch.size() / 2;
        return commit(batch.subList(0, half)).then(Mono.defer(() -> commit(batch.subList(half, batch.size()))));
    }
}
