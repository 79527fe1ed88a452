package org.lianban.kit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.Topics;
import org.lianban.contracts.catalog.CatalogEvent.CalendarPublished;
import org.lianban.contracts.catalog.CatalogEvent.DepartmentChanged;
import org.lianban.contracts.catalog.CatalogEvent.OneThingPublished;
import org.lianban.contracts.catalog.CatalogEvent;
import org.lianban.kit.catalog.stream.CatalogFeed;
import org.lianban.messaging.CloudEventHeaders;
import org.lianban.messaging.EventTypes;
import org.lianban.servers.LocalKafka;
import org.lianban.servers.tests.CapturedLog;
import tools.jackson.databind.json.JsonMapper;

/** A broker of its own, because the topic has one name and must be empty at first. */
class CatalogFeedTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final EventTypes TYPES = EventTypes.builder().sealed("catalog", CatalogEvent.class).build();
    private static LocalKafka broker;
    private static KafkaProducer<String, byte[]> producer;

    @BeforeAll
    static void start() {
        broker = LocalKafka.throwAway();
        producer = new KafkaProducer<>(Map.of("bootstrap.servers", broker.bootstrapServers()), new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterAll
    static void stop() {
        producer.close();
        broker.close();
    }

    private static CatalogFeed feed(CatalogCopy copy) {
        return new CatalogFeed(copy, TYPES, JSON, () -> new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "enable.auto.commit", false),
                new StringDeserializer(), new ByteArrayDeserializer()));
    }

    private static void publish(String key, String type, byte[] value) throws Exception {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.CATALOG, key, value);
        record.headers().add(CloudEventHeaders.TYPE, type.getBytes(StandardCharsets.UTF_8));
        producer.send(record).get();
    }

    private static void publish(String key, CatalogEvent event) throws Exception {
        publish(key, TYPES.of(event).name(), JSON.writeValueAsBytes(event));
    }

    @Test
    void shouldWaitForTheTopicCatchUpFollowAndSurviveBadRecords() throws Exception {
        CatalogCopy copy = new CatalogCopy();
        try (CapturedLog log = CapturedLog.of(CatalogFeed.class); CatalogFeed feed = feed(copy)) {
            feed.start(Duration.ofMillis(300));
            assertThat(feed.caughtUp()).as("there is no topic yet, and the service starts nevertheless").isFalse();

            broker.endpoint().createTopics(
                    new NewTopic(Topics.CATALOG, 1, (short) 1).configs(Map.of("cleanup.policy", "compact")));
            await().atMost(LIMIT).until(feed::caughtUp);
            assertThat(copy.size()).isZero();

            publish("one-thing/1", new OneThingPublished(Things.oneThing("sha256:1")));
            publish("broken", "org.lianban.catalog.OneThingPublished.v1", "{".getBytes(StandardCharsets.UTF_8));
            publish("hollow", "org.lianban.catalog.OneThingPublished.v1", "{}".getBytes(StandardCharsets.UTF_8));
            publish("later", "org.lianban.catalog.Unheard.v9", "{}".getBytes(StandardCharsets.UTF_8));
            producer.send(new ProducerRecord<>(Topics.CATALOG, "no header", new byte[0])).get();
            publish("calendar/CN", new CalendarPublished(Things.calendar("CN")));
            await().atMost(LIMIT).until(() -> copy.ownCalendar("CN").isPresent());
            assertThat(copy.version("sha256:1")).hasValue(Things.oneThing("sha256:1"));
            assertThat(log.errors()).containsExactly("Catalogue record broken at 1 cannot be taken over",
                    "Catalogue record hollow at 2 cannot be taken over");
        }

        CatalogCopy second = new CatalogCopy();
        publish("department/d", new DepartmentChanged(Things.department("d")));
        try (CapturedLog log = CapturedLog.of(CatalogFeed.class); CatalogFeed feed = feed(second)) {
            feed.start(LIMIT);
            assertThat(feed.caughtUp()).isTrue();
            assertThat(second.size()).as("everything that was there is there when start returns").isEqualTo(1);
            assertThat(second.department("d")).isPresent();
            assertThat(log.errors()).as("the bad ones are there as well").hasSize(2);
        }
    }
}
