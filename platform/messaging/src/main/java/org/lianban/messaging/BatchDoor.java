package org.lianban.messaging;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.lianban.persistence.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One batch, one transaction, on the consumer's own thread: the single place that blocks. A batch that fails for one
 * of its messages is halved until that one is alone, and the message is set aside; order is kept.
 */
final class BatchDoor<M> {
    private static final Logger LOG = LoggerFactory.getLogger(BatchDoor.class);
    /** Longer than any statement takes; a stuck database counts as a passing failure. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Database database;
    private final BatchHandler<M> handler;
    private final BiConsumer<M, String> setAside;

    BatchDoor(Database database, BatchHandler<M> handler, BiConsumer<M, String> setAside) {
        this.database = database;
        this.handler = handler;
        this.setAside = setAside;
    }

    /** @throws RuntimeException on a passing failure: the caller lets Kafka deliver the batch again */
    void accept(List<M> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            database.inTransaction(tx -> handler.handle(tx, batch)).block(LIMIT);
        } catch (RuntimeException failure) {
            if (timedOut(failure) || Failures.passing(failure)) {
                LOG.warn("A batch of {} waits for its surroundings: {}", batch.size(), Failures.reason(failure));
                throw failure;
            }
            if (batch.size() == 1) {
                if (!(failure instanceof Refused)) {
                    LOG.error("A message is set aside", failure);
                }
                setAside.accept(batch.getFirst(), Failures.reason(failure));
                return;
            }
            int half = batch.size() / 2;
            accept(batch.subList(0, half));
            accept(batch.subList(half, batch.size()));
        }
    }

    /** Reactor reports a blocking timeout as IllegalStateException. */
    private static boolean timedOut(RuntimeException failure) {
        return failure instanceof IllegalStateException
                && String.valueOf(failure.getMessage()).startsWith("Timeout on blocking read");
    }
}
