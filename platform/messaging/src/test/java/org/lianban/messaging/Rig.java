package org.lianban.messaging;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.flywaydb.core.Flyway;
import org.lianban.persistence.Database;
import org.lianban.servers.TestServers;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** A database of its own with the platform's tables, and the parts of messaging around it. */
final class Rig implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    final org.lianban.servers.Database place = TestServers.freshDatabase();
    final ConnectionPool pool;
    final Database database;
    final JsonMapper json = JsonMapper.shared();
    final EventTypes types = EventTypes.builder().sealed("test", TestEvent.class).build();
    final PostgresOutbox outbox = new PostgresOutbox(types, json, "test");
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final MessagingMeters meters = new MessagingMeters(registry);
    final Quarantine quarantine;

    Rig() {
        this(10);
    }

    Rig(int connections) {
        Flyway.configure().dataSource(place.jdbcUrl(), place.user(), place.password())
                .locations("classpath:db/messaging").load().migrate();
        pool = new ConnectionPool(ConnectionPoolConfiguration.builder(connectionFactory()).initialSize(1)
                .maxSize(connections).maxAcquireTime(Duration.ofSeconds(5)).build());
        database = new Database(pool);
        quarantine = new Quarantine(database);
    }

    PostgresqlConnectionFactory connectionFactory() {
        return new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder().host(place.host())
                .port(place.port()).database(place.name()).username(place.user()).password(place.password())
                .applicationName("rig").build());
    }

    Parking parking() {
        return new Parking(database, types, json, quarantine);
    }

    /** From outside of the pool, so that only what is committed is seen. */
    void sql(String statement) {
        try (Connection connection = place.connect(); Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(statement, failed);
        }
    }

    /** First column, as text, from outside of the pool. */
    List<String> column(String query) {
        try (Connection connection = place.connect();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException failed) {
            throw new IllegalStateException(query, failed);
        }
    }

    long count(String table) {
        return Long.parseLong(column("select count(*) from " + table).getFirst());
    }

    /** Ends the sessions of the pool and of signals, as a failing network or a restarting server would. */
    void cutConnections() {
        sql("select pg_terminate_backend(pid) from pg_stat_activity "
                + "where datname = current_database() and application_name = 'rig'");
    }

    <T> T within(java.util.function.Function<io.r2dbc.spi.Connection, Mono<T>> work) {
        return database.inTransaction(work).blockOptional(LIMIT).orElseThrow();
    }

    void append(List<Outgoing> events) {
        database.inTransaction(tx -> outbox.append(tx, events)).block(LIMIT);
    }

    static Outgoing noted(String topic, String key, long sequence) {
        return new Outgoing(topic, key, key, sequence, NOON, "CLERK:w1", null,
                new TestEvent.Noted("第 " + sequence + " 件"));
    }

    static Producer<String, byte[]> producer(String bootstrapServers) {
        return new KafkaProducer<>(Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "enable.idempotence",
                true, "linger.ms", 1, "delivery.timeout.ms", 3_000, "request.timeout.ms", 2_000, "max.block.ms", 2_000,
                "reconnect.backoff.max.ms", 200), new StringSerializer(), new ByteArraySerializer());
    }

    /** Everything there is on a topic at this moment, in order per partition. */
    static List<ConsumerRecord<String, byte[]>> records(String bootstrapServers, String topic) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
                new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (!ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
