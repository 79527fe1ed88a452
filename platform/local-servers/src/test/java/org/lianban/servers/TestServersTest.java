package org.lianban.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class TestServersTest {
    @Test
    void shouldGiveEachTestADatabaseOfItsOwn() throws SQLException {
        Database one = TestServers.freshDatabase();
        Database other = TestServers.freshDatabase();
        try (Connection connection = one.connect(); Statement sql = connection.createStatement()) {
            sql.execute("create table mine (id int)");
        }
        try (Connection connection = other.connect(); Statement sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute("select * from mine")).hasMessageContaining("mine");
        }
        assertThat(one.r2dbcUrl()).startsWith("r2dbc:postgresql://").endsWith(one.name());
    }

    @Test
    void shouldRunPostgres18() throws SQLException {
        try (Connection connection = TestServers.postgres().connect()) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
        }
    }

    /** Wherever it runs: what a test shows on the one kind of server holds on the other. */
    @Test
    void shouldSetPostgresAlikeEverywhere() throws SQLException {
        Map<String, String> wanted = PostgresSettings.shared(false);
        Map<String, String> found = new LinkedHashMap<>();
        try (Connection connection = TestServers.postgres().connect();
                PreparedStatement sql = connection.prepareStatement("select current_setting(?)")) {
            for (String name : wanted.keySet()) {
                sql.setString(1, name);
                try (ResultSet row = sql.executeQuery()) {
                    row.next();
                    found.put(name, row.getString(1));
                }
            }
        }
        // The driver asks for the JVM's own time zone in each session.
        assertThat(found).containsAllEntriesOf(without(wanted, "timezone"));
    }

    @Test
    void shouldSortByCodePointEverywhere() throws SQLException {
        try (Connection connection = TestServers.freshDatabase().connect();
                Statement sql = connection.createStatement();
                ResultSet row = sql
                        .executeQuery("select string_agg(t, '' order by t) from unnest(array['a', 'B', '-', '1']) t")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("-1Ba");
        }
    }

    @Test
    void shouldSetKafkaAlikeEverywhere() throws Exception {
        ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, Integer.toString(KafkaSettings.NODE_ID));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafka().bootstrapServers()))) {
            Config found = admin.describeConfigs(List.of(broker)).all().get().get(broker);
            KafkaSettings.shared().forEach((name, value) -> assertThat(found.get(name).value()).as(name)
                    .isEqualTo(value));
        }
    }

    private static Map<String, String> without(Map<String, String> settings, String name) {
        Map<String, String> others = new LinkedHashMap<>(settings);
        others.remove(name);
        return others;
    }

    @Test
    void shouldCarryLargeRecordsThroughGroups() throws Exception {
        KafkaEndpoint kafka = TestServers.kafka();
        kafka.createTopics(new NewTopic("large", 2, (short) 1));
        byte[] value = new byte[7 * 1024 * 1024];
        Map<String, Object> producing = Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.request.size",
                8 * 1024 * 1024, "acks", "all");
        try (var producer = new KafkaProducer<>(producing, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("large", value)).get();
        }
        Map<String, Object> consuming = Map.of("bootstrap.servers", kafka.bootstrapServers(), "group.id", "readers",
                "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(consuming, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("large"));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(200));
                return records.count() == 1 && records.iterator().next().value().length == value.length;
            });
            consumer.commitSync();
        }
    }

    @Test
    void shouldCreateTopicsOnceAndAsAsked() throws Exception {
        KafkaEndpoint kafka = TestServers.kafka();
        kafka.createTopics(new NewTopic("many", 6, (short) 1),
                new NewTopic("few", 1, (short) 1).configs(Map.of("cleanup.policy", "compact")));
        kafka.createTopics(new NewTopic("many", 3, (short) 1));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            var described = admin.describeTopics(List.of("many", "few")).allTopicNames().get();
            assertThat(described.get("many").partitions()).hasSize(6);
            assertThat(described.get("few").partitions()).hasSize(1);
            ConfigResource few = new ConfigResource(ConfigResource.Type.TOPIC, "few");
            assertThat(admin.describeConfigs(List.of(few)).all().get().get(few).get("cleanup.policy").value())
                    .isEqualTo("compact");
        }
    }
}
