package org.lianban.scenarios.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.lianban.contracts.Topics;
import org.lianban.contracts.province.ApplicationReply;
import tools.jackson.databind.json.JsonMapper;

/** 省平台: sends applications over Kafka and reads the replies, as a province does. */
public final class ProvinceClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration POLL = Duration.ofMillis(250);
    private static final long SEND_LIMIT_SECONDS = 30;

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, List<ApplicationReply>> replies = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<ApplicationReply>> awaited = new ConcurrentHashMap<>();
    private final Thread reader;
    private volatile boolean running = true;

    /** Hears every reply that is published from now on. */
    public ProvinceClient(String bootstrapServers) {
        producer = new KafkaProducer<>(Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(), new ByteArraySerializer());
        consumer = listening(bootstrapServers, Topics.PROVINCE_REPLIES, Map.of());
        reader = Thread.ofPlatform().daemon().name("province-replies").start(this::read);
    }

    /** Hears what is published from now on. */
    public static KafkaConsumer<String, byte[]> listening(String bootstrapServers, String topic,
            Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("bootstrap.servers", bootstrapServers);
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(all, new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition())).toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }

    /** @param message written as JSON */
    public void send(String provinceNo, Map<String, ?> message) {
        send(provinceNo, JSON.writeValueAsBytes(message), Map.of());
    }

    /** Returns once the broker has it. */
    public void send(String key, byte[] message, Map<String, String> headers) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.PROVINCE_APPLICATIONS, key, message);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get(SEND_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while sending", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not take the application " + key, e);
        }
    }

    /** The first reply to this number (or, where it had none, to this CloudEvents id). */
    public ApplicationReply await(String subject, Duration patience) {
        try {
            return reply(subject).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("No reply to the application " + subject + " within " + patience, e);
        }
    }

    private CompletableFuture<ApplicationReply> reply(String subject) {
        return awaited.computeIfAbsent(subject, s -> new CompletableFuture<>());
    }

    /** All replies so far to this number. */
    public List<ApplicationReply> replies(String subject) {
        return List.copyOf(replies.getOrDefault(subject, List.of()));
    }

    private void read() {
        try (consumer) {
            while (running) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    ApplicationReply reply = JSON.readValue(record.value(), ApplicationReply.class);
                    replies.computeIfAbsent(record.key(),
                            s -> Collections.synchronizedList(new ArrayList<>())).add(reply);
                    reply(record.key()).complete(reply);
                }
            }
        } catch (WakeupException stopped) {
            if (running) {
                throw stopped;
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        consumer.wakeup();
        reader.join(Duration.ofSeconds(10));
        producer.close(Duration.ofSeconds(5));
    }
}
