package org.lianban.scenarios.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.lianban.contracts.Topics;
import org.lianban.messaging.CloudEventHeaders;

/** Listens on Kafka for cases that settle, from now on. */
final class Settlements implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Progress progress;
    private final Thread thread;
    private volatile boolean running = true;

    Settlements(String bootstrapServers, Progress progress) {
        this.progress = progress;
        this.consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", bootstrapServers, "fetch.max.wait.ms", 20,
                "max.poll.records", 2_000), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.RESULT).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition())).toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
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
