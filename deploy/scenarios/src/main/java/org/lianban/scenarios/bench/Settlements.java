package org.lianban.scenarios.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.lianban.contracts.Topics;
import org.lianban.messaging.CloudEventHeaders;
import org.lianban.scenarios.client.ProvinceClient;

/** Listens on Kafka for cases that settle, from now on. */
final class Settlements implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Progress progress;
    private final Thread thread;
    private volatile boolean running = true;

    Settlements(String bootstrapServers, Progress progress) {
        this.progress = progress;
        this.consumer = ProvinceClient.listening(bootstrapServers, Topics.RESULT,
                Map.of("fetch.max.wait.ms", 20, "max.poll.records", 2_000));
        this.thread = Thread.ofPlatform().daemon().name("bench-settlements").start(this::run);
    }

    private void run() {
        while (running) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                Header type = record.headers().lastHeader(CloudEventHeaders.TYPE);
                if (type != null && new String(type.value(), StandardCharsets.UTF_8)
                        .equals("org.lianban.result.CaseSettled.v1")) {
                    progress.settled(record.key(), System.nanoTime());
                }
            }
        }
        consumer.close();
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        thread.join(Duration.ofSeconds(5));
    }
}
