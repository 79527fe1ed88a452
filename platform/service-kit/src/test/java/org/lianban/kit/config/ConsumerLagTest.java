package org.lianban.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.lianban.servers.KafkaEndpoint;
import org.lianban.servers.TestServers;

class ConsumerLagTest {
    @Test
    void shouldCountWhatIsNotCommittedEvenWhereNothingEverWas() throws Exception {
        KafkaEndpoint kafka = TestServers.kafka();
        String topic = "lag-" + UUID.randomUUID();
        String group = "group-" + UUID.randomUUID();
        kafka.createTopics(new NewTopic(topic, 2, (short) 1));
        Map<String, Object> where = Map.of("bootstrap.servers", kafka.bootstrapServers());
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (Admin admin = Admin.create(where);
                KafkaProducer<String, String> producer = new KafkaProducer<>(where, new StringSerializer(),
                        new StringSerializer());
                KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers(), "group.id", group, "enable.auto.commit",
                                false, "auto.offset.reset", "earliest"),
                        new StringDeserializer(), new StringDeserializer())) {
            ConsumerLag lag = new ConsumerLag(admin, registry);
            assertThat(lag.sample(group)).as("a group nobody has heard of").isEmpty();
            for (int n = 0; n < 8; n++) {
                producer.send(new ProducerRecord<>(topic, n < 5 ? 0 : 1, "k", "v")).get();
            }
            consumer.subscribe(List.of(topic));
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(100));
                return consumer.assignment().size() == 2;
            });
            assertThat(lag.sample(group)).containsEntry(topic, 8L);
            consumer.commitSync(Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(2)));
            assertThat(lag.sample(group)).containsEntry(topic, 6L);
            assertThat(registry.get("lianban.consumer.lag").tag("topic", topic).gauge().value()).isEqualTo(6);
            consumer.commitSync(Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(5),
                    new TopicPartition(topic, 1), new OffsetAndMetadata(3)));
            assertThat(lag.sample(group)).containsEntry(topic, 0L);
        }
    }
}
