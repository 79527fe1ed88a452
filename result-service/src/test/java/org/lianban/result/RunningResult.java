package org.lianban.result;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.lianban.contracts.Topics;
import org.lianban.contracts.catalog.CatalogEvent;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.kit.config.ServiceStart;
import org.lianban.messaging.CloudEventHeaders;
import org.lianban.messaging.EventTypes;
import org.lianban.servers.Database;
import org.lianban.servers.TestServers;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole service on a real PostgreSQL and Kafka, with a clock that the test sets. One at a time; tests that use it
 * are extended with {@link Ending}, so that it ends before the servers do.
 */
public final class RunningResult {
    /** Monday morning. */
    public static final Instant START = Sample.at("2026-11-23T09:00");
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(START);

    private static final AtomicLong ORDER = new AtomicLong();
    private static final AtomicReference<RunningResult> RUNNING = new AtomicReference<>();

    private final Database database;
    private final ConfigurableApplicationContext context;
    private final KafkaProducer<String, byte[]> producer;
    private final Thread consumer;
    private volatile boolean reading = true;
    private final EventTypes types;
    private final JsonMapper json;
    private final Map<String, Long> sequences = new ConcurrentHashMap<>();
    private final List<ConsumerRecord<String, byte[]>> published = new CopyOnWriteArrayList<>();

    /** Stops the service when the tests that were started together have run. */
    public static final class Ending implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext test) {
            test.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).computeIfAbsent(RunningResult.class,
                    key -> (AutoCloseable) () -> get().close());
        }
    }

    private void close() {
        RUNNING.set(null);
        reading = false;
        try {
            consumer.join(Duration.ofSeconds(10));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        producer.close();
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    static class SettableClock {
        @Bean
        InstantSource settableClock() {
            return NOW::get;
        }

        /** Of its own: closing one instance would otherwise end the event loops of the other in this JVM. */
        @Bean
        ReactorResourceFactory ownEventLoops() {
            var factory = new ReactorResourceFactory();
            factory.setUseGlobalResources(false);
            return factory;
        }
    }

    public static RunningResult get() {
        var running = RUNNING.get();
        if (running == null) {
            running = new RunningResult(TestServers.freshDatabase());
            RUNNING.set(running);
        }
        return running;
    }

    private RunningResult(Database database) {
        this.database = database;
        context = application();
        types = context.getBean(EventTypes.class);
        json = context.getBean(JsonMapper.class);
        var copy = context.getBean(CatalogCopy.class);
        copy.apply(new CatalogEvent.OneThingPublished(Sample.oneThing()));
        copy.apply(new CatalogEvent.CalendarPublished(Sample.calendar()));
        Sample.departments().forEach(d -> copy.apply(new CatalogEvent.DepartmentChanged(d)));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestServers.kafka().bootstrapServers(), "acks", "all"),
                new StringSerializer(), new ByteArraySerializer());
        consumer = Thread.ofPlatform().daemon().start(this::consume);
    }

    /** One more instance of the service on the same database and topics. */
    public ConfigurableApplicationContext application() {
        return ServiceStart.of("result-service", ResultApplication.class, SettableClock.class)
                .run("--server.port=0", "--lianban.database.host=" + database.host(),
                        "--lianban.database.port=" + database.port(), "--lianban.database.name=" + database.name(),
                        "--lianban.database.schema=" + database.schema(), "--lianban.database.user=" + database.user(),
                        "--lianban.database.password=" + database.password(),
                        "--lianban.kafka.bootstrap-servers=" + TestServers.kafka().bootstrapServers(),
                        "--lianban.kafka.partitions=2");
    }

    private void consume() {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", TestServers.kafka().bootstrapServers(), "group.id",
                        UUID.randomUUID().toString(), "auto.offset.reset", "earliest"),
                new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.RESULT, Topics.PROVINCE_STATUS, Topics.PROVINCE_RECORDS,
                    Topics.PROVINCE_DIFFERENCES));
            while (reading) {
                consumer.poll(Duration.ofMillis(200)).forEach(published::add);
            }
        }
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    public void setClock(Instant to) {
        NOW.set(to);
    }

    public JsonMapper json() {
        return json;
    }

    /** Publishes as the owning service would, with the next sequence of its subject. */
    public void publish(Object event) {
        var subject = subject(event);
        publish(event, sequences.merge(types.of(event).source() + "/" + subject, 1L, Long::sum));
    }

    public void publish(Object event, long sequence) {
        try {
            var type = types.of(event);
            var subject = subject(event);
            var sent = new ProducerRecord<String, byte[]>(topic(event), null, caseNo(event),
                    json.writeValueAsBytes(event));
            header(sent, CloudEventHeaders.ID, type.source() + "/" + subject + "/" + sequence);
            header(sent, CloudEventHeaders.TYPE, type.name());
            header(sent, CloudEventHeaders.SUBJECT, subject);
            // In the order of publishing, as events of a real case are; the same instant would leave their order open.
            header(sent, CloudEventHeaders.TIME, NOW.get().plusNanos(1_000 * ORDER.incrementAndGet()).toString());
            header(sent, CloudEventHeaders.SEQUENCE, Long.toString(sequence));
            producer.send(sent).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void header(ProducerRecord<String, byte[]> sent, String name, String value) {
        sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String topic(Object event) {
        return switch (event) {
            case IntakeEvent e -> Topics.INTAKE;
            case DispatchEvent e -> Topics.DISPATCH;
            case DepartmentEvent e -> Topics.DEPARTMENT;
            default -> throw new IllegalArgumentException(event.toString());
        };
    }

    private static String subject(Object event) {
        return event instanceof DepartmentEvent e ? e.caseNo() + "-" + e.itemNo() : caseNo(event);
    }

    private static String caseNo(Object event) {
        return switch (event) {
            case IntakeEvent e -> e.caseNo();
            case DispatchEvent e -> e.caseNo();
            case DepartmentEvent e -> e.caseNo();
            default -> throw new IllegalArgumentException(event.toString());
        };
    }

    /** What the service published of a case on one topic, in order. */
    public <T> List<T> published(String topic, String caseNo, Class<T> type) {
        var found = new ArrayList<T>();
        for (var message : published) {
            if (message.topic().equals(topic) && caseNo.equals(message.key())) {
                var name = header(message, CloudEventHeaders.TYPE);
                var data = json.readValue(message.value(), types.byName(name).orElseThrow().carrier());
                if (type.isInstance(data)) {
                    found.add(type.cast(data));
                }
            }
        }
        return found;
    }

    public List<Long> sequences(String topic, String caseNo) {
        return published.stream().filter(m -> m.topic().equals(topic) && caseNo.equals(m.key()))
                .map(m -> Long.valueOf(header(m, CloudEventHeaders.SEQUENCE))).toList();
    }

    public List<String> ids(String topic, String caseNo) {
        return published.stream().filter(m -> m.topic().equals(topic) && caseNo.equals(m.key()))
                .map(m -> header(m, CloudEventHeaders.ID)).toList();
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Everything of one type that was published, of every case. */
    public <T> List<T> everyRow(Class<T> type) {
        return published.stream().map(m -> json.readValue(m.value(),
                types.byName(header(m, CloudEventHeaders.TYPE)).orElseThrow().carrier())).filter(type::isInstance)
                .map(type::cast).toList();
    }

    /** One column, named {@code v}, of the service's own schema. */
    public List<String> column(String sql) {
        return java.util.Objects.requireNonNull(context.getBean(org.lianban.persistence.Database.class)
                .withConnection(c -> org.lianban.persistence.Database.query(c, sql, row -> row.get("v", String.class)))
                .block(Duration.ofSeconds(30)));
    }
}
