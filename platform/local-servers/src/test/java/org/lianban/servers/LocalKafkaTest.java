package org.lianban.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {
    @TempDir
    Path home;

    @Test
    void shouldKeepRecordsBetweenStarts() throws Exception {
        int port = Ports.free();
        try (LocalKafka server = LocalKafka.start(home, port)) {
            server.endpoint().createTopics(new NewTopic("kept", 1, (short) 1));
            KafkaJvm.send(server.bootstrapServers(), "kept", "seven");
        }
        assertThat(Ports.taken(port)).isFalse();
        try (LocalKafka server = LocalKafka.start(home, port)) {
            KafkaJvm.send(server.bootstrapServers(), "kept", "eight");
            assertThat(read(server, 2)).containsExactly("seven", "eight");
        }
    }

    @Test
    void shouldStartAgainAfterKill() throws Exception {
        int port = Ports.free();
        Process jvm = OtherJvm.start(KafkaJvm.class, home.toString(), Integer.toString(port));
        OtherJvm.awaitLine(jvm, "started");

        jvm.destroyForcibly().waitFor(30, TimeUnit.SECONDS);

        try (LocalKafka server = LocalKafka.start(home, port)) {
            assertThat(read(server, 1)).containsExactly("seven");
        }
    }

    @Test
    void shouldNameATakenPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> LocalKafka.start(home, port)).isInstanceOf(LocalServerException.class)
                    .hasMessageContaining("Port " + port + " (Kafka) is already taken");
        }
    }

    @Test
    void shouldNotInventTopics() {
        try (LocalKafka server = LocalKafka.throwAway()) {
            Map<String, Object> settings = Map.of("bootstrap.servers", server.bootstrapServers(), "max.block.ms", 1500);
            try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
                assertThatThrownBy(() -> producer.send(new ProducerRecord<>("mistyped", new byte[0])).get())
                        .hasMessageContaining("mistyped");
            }
        }
    }

    private static List<String> read(LocalKafka server, int count) {
        Map<String, Object> settings = Map.of("bootstrap.servers", server.bootstrapServers(), "auto.offset.reset",
                "earliest");
        List<String> seen = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition("kept", 0)));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> seen.add(new String(record.value(), StandardCharsets.UTF_8)));
                return seen.size() >= count;
            });
        }
        return seen;
    }
}
