package org.lianban.kit.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Records a consumer group has not committed yet, per topic. What was never committed counts from the beginning. */
final class ConsumerLag {
    private static final long LIMIT_SECONDS = 10;

    private final Admin admin;
    private final MeterRegistry registry;
    private final Map<String, AtomicLong> byTopic = new ConcurrentHashMap<>();

    ConsumerLag(Admin admin, MeterRegistry registry) {
        this.admin = admin;
        this.registry = registry;
    }

    /** Sets the gauges; the answer is the lag by topic. */
    Map<String, Long> sample(String group) throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        Set<TopicPartition> partitions = new HashSet<>(committed.keySet());
        partitions.addAll(assigned(group));
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        Map<TopicPartition, OffsetSpec> beginnings = new HashMap<>();
        partitions.forEach(partition -> {
            ends.put(partition, OffsetSpec.latest());
            if (committed.get(partition) == null) {
                beginnings.put(partition, OffsetSpec.earliest());
            }
        });
        Map<TopicPartition, Long> begun = offsets(beginnings);
        Map<String, Long> lag = new HashMap<>();
        offsets(ends).forEach((partition, end) -> {
            OffsetAndMetadata done = committed.get(partition);
            long from = done == null ? begun.getOrDefault(partition, end) : done.offset();
            lag.merge(partition.topic(), Math.max(0, end - from), Long::sum);
        });
        lag.forEach((topic, records) -> byTopic.computeIfAbsent(topic, this::gauge).set(records));
        return lag;
    }

    /** What living members hold, whether they have committed anything or not. */
    private Set<TopicPartition> assigned(String group) throws ExecutionException, InterruptedException,
            TimeoutException {
        Set<TopicPartition> assigned = new HashSet<>();
        try {
            ConsumerGroupDescription description = admin.describeConsumerGroups(List.of(group)).all()
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS).get(group);
            if (description != null) {
                description.members().forEach(member -> assigned.addAll(member.assignment().topicPartitions()));
            }
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof GroupIdNotFoundException)) {
                throw failed;
            }
        }
        return assigned;
    }

    private Map<TopicPartition, Long> offsets(Map<TopicPartition, OffsetSpec> wanted) throws ExecutionException,
            InterruptedException, TimeoutException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        if (!wanted.isEmpty()) {
            admin.listOffsets(wanted).all().get(LIMIT_SECONDS, TimeUnit.SECONDS)
                    .forEach((partition, found) -> offsets.put(partition, found.offset()));
        }
        return offsets;
    }

    private AtomicLong gauge(String topic) {
        AtomicLong value = new AtomicLong();
        Gauge.builder("lianban.consumer.lag", value, AtomicLong::get).description("Records not yet consumed")
                .tag("topic", topic).register(registry);
        return value;
    }
}
