package org.lianban.kit.catalog.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Topics;
import org.lianban.contracts.catalog.CatalogEvent;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.messaging.CloudEventHeaders;
import org.lianban.messaging.EventTypes;
import org.lianban.messaging.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the compacted topic from its beginning, then follows it. Without a consumer group: every instance has its own
 * whole copy. Starts before the stream doors open.
 */
public final class CatalogFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogFeed.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final long PAUSE_MILLIS = 1_000;

    private final CatalogCopy copy;
    private final EventTypes types;
    private final JsonMapper json;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;
    private @Nullable Thread thread;

    public CatalogFeed(CatalogCopy copy, EventTypes types, JsonMapper json,
            Supplier<Consumer<String, byte[]>> consumers) {
        this.copy = copy;
        this.types = types;
        this.json = json;
        this.consumers = consumers;
    }

    /** Starts to read and waits until the copy holds everything that was there at this moment. */
    public void start(Duration limit) {
        running = true;
        thread = Thread.ofPlatform().daemon().name("catalog-feed").start(this::run);
        try {
            if (!caughtUp.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The catalogue copy is not complete after {}; going on while it fills", limit);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean caughtUp() {
        return caughtUp.getCount() == 0;
    }

    private void run() {
        while (running) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                follow(consumer);
            } catch (WakeupException stopped) {
                return;
            } catch (KafkaException lost) {
                LOG.warn("The catalogue feed starts over: {}", Failures.reason(lost));
                pause();
            }
        }
    }

    private void pause() {
        try {
            running = !stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS) && running;
        } catch (InterruptedException ended) {
            running = false;
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.CATALOG).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition())).toList();
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException("There is no topic " + Topics.CATALOG);
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (running) {
            if (!caughtUp() && ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue())) {
                LOG.info("The catalogue copy is complete: {} versions, {} departments", copy.size(),
                        copy.departments().size());
                caughtUp.countDown();
            }
            consumer.poll(POLL).forEach(this::apply);
        }
    }

    private void apply(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader(CloudEventHeaders.TYPE);
        if (type == null || record.value() == null) {
            return;
        }
        types.byName(new String(type.value(), StandardCharsets.UTF_8)).ifPresent(known -> {
            try {
                if (json.readValue(record.value(), known.carrier()) instanceof CatalogEvent event) {
                    copy.apply(event);
                }
            } catch (RuntimeException unreadable) {
                // One bad record must not keep the good ones from arriving; the catalogue's owner publishes it again.
                LOG.error("Catalogue record {} at {} cannot be taken over", record.key(), record.offset(), unreadable);
            }
        });
    }

    @Override
    public void close() {
        running = false;
        stopped.countDown();
        Thread t = thread;
        if (t != null) {
            try {
                t.join(Duration.ofSeconds(5));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
