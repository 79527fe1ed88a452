package org.lianban.messaging;

import static org.lianban.persistence.Columns.bigint;
import static org.lianban.persistence.Columns.bigints;
import static org.lianban.persistence.Columns.text;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.lianban.persistence.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Publishes the outbox: locks the shards nobody else holds, sends their rows in order, deletes what Kafka has
 * acknowledged, commits. Dying in between publishes some messages again, which their sequence reveals. Any number of
 * instances may run; what one holds the others skip.
 */
public final class Relay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    /** Rows of one round; each holds the events of one transaction and shard. */
    private static final int ROWS = 64;
    private static final Duration ROUND_LIMIT = Duration.ofSeconds(60);
    private static final long MAX_PAUSE_MILLIS = 5_000;

    private record Row(long id, String frame) {}

    private final Database database;
    private final Producer<String, byte[]> producer;
    private final MessagingMeters meters;
    private final long pollMillis;
    private final Semaphore signal = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    /**
     * @param producer idempotent, acks=all; closed by its owner
     * @param poll how long to wait when no signal comes
     */
    public Relay(Database database, Producer<String, byte[]> producer, MessagingMeters meters, Duration poll) {
        this.database = database;
        this.producer = producer;
        this.meters = meters;
        this.pollMillis = poll.toMillis();
    }

    public void start(String name) {
        running = true;
        thread = Thread.ofPlatform().daemon().name("relay-" + name).start(this::run);
    }

    /** Something was appended. */
    public void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    private void run() {
        long pause = 100;
        while (running) {
            try {
                int rows = round();
                pause = 100;
                if (rows < ROWS) {
                    await(pollMillis);
                }
            } catch (RuntimeException failure) {
                if (running) {
                    LOG.warn("The relay pauses {} ms: {}", pause, Failures.reason(failure));
                    await(pause);
                    pause = Math.min(pause * 2, MAX_PAUSE_MILLIS);
                }
            }
        }
    }

    private void await(long millis) {
        try {
            if (signal.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                signal.drainPermits();
            }
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    /** One round; returns how many rows were published. */
    int round() {
        Integer rows = database.inTransaction(this::publish).block(ROUND_LIMIT);
        return rows == null ? 0 : rows;
    }

    private Mono<Integer> publish(Connection tx) {
        return Database.query(tx, "select shard from outbox_shard for update skip locked",
                row -> row.get("shard", Short.class))
                // A statement of its own: the snapshot of the first may be older than the deletes of the last holder.
                .flatMap(shards -> Database.query(tx,
                        "select id, frame from outbox where shard = any($1) order by id limit $2",
                        row -> new Row(bigint(row, "id"), text(row, "frame")), shards.toArray(Short[]::new), ROWS))
                .flatMap(rows -> rows.isEmpty()
                        ? Mono.just(0)
                        // Not on the driver's thread: a producer blocks while it waits for metadata or buffer space.
                        : Mono.fromFuture(() -> send(rows)).subscribeOn(Schedulers.boundedElastic())
                                .then(Database.update(tx, "delete from outbox where id = any($1)",
                                        (Object) bigints(rows, Row::id)))
                                .thenReturn(rows.size()));
    }

    private CompletableFuture<Void> send(List<Row> rows) {
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (Row row : rows) {
            for (ProducerRecord<String, byte[]> record : Frame.read(row.frame())) {
                CompletableFuture<Void> done = new CompletableFuture<>();
                producer.send(record, (metadata, failure) -> {
                    if (failure == null) {
                        done.complete(null);
                    } else {
                        done.completeExceptionally(failure);
                    }
                });
                sent.add(done);
            }
        }
        return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                .thenRun(() -> meters.published(sent.size()));
    }

    /** Finishes the round under way. */
    @Override
    public void close() {
        running = false;
        wake();
        Thread t = thread;
        if (t != null) {
            try {
                t.join(ROUND_LIMIT);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
