package org.lianban.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianban.servers.LocalKafka;
import org.lianban.servers.Ports;

/** A broker of its own, because it is stopped. */
class BrokerOutageTest {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    @Test
    void shouldWaitForTheBrokerAndThenPublishEverything(@TempDir Path home) {
        int port = Ports.free();
        try (Rig rig = new Rig(3); Producer<String, byte[]> producer = Rig.producer("127.0.0.1:" + port)) {
            Relay relay = new Relay(rig.database, producer, rig.meters, Duration.ofMillis(100));
            try (LocalKafka broker = LocalKafka.start(home, port)) {
                broker.endpoint().createTopics(new NewTopic("outage", 2, (short) 1));
                relay.start("outage");
                rig.append(List.of(Rig.noted("outage", "a", 1)));
                await().atMost(LIMIT).until(() -> rig.count("outbox") == 0);
            }
            rig.append(List.of(Rig.noted("outage", "a", 2), Rig.noted("outage", "b", 1)));
            long connections = rig.pool.getMetrics().orElseThrow().acquiredSize();
            assertThat(connections).as("others still get a connection").isLessThan(3);
            await().during(Duration.ofMillis(500)).atMost(LIMIT).until(() -> rig.count("outbox") == 2);
            try (LocalKafka again = LocalKafka.start(home, port)) {
                await().atMost(LIMIT).until(() -> rig.count("outbox") == 0);
                List<String> ids = Rig.records(again.bootstrapServers(), "outage").stream()
                        .map(r -> Rig.header(r, CloudEventHeaders.ID)).toList();
                assertThat(ids).startsWith("test/a/1");
                assertThat(new HashSet<>(ids)).containsExactlyInAnyOrder("test/a/1", "test/a/2", "test/b/1");
                relay.close();
            }
        }
    }
}
