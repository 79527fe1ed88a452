package org.lianban.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.lianban.contracts.Topics;
import org.lianban.contracts.catalog.CatalogEvent.DepartmentChanged;
import org.lianban.contracts.catalog.CatalogEvent.OneThingPublished;
import org.lianban.contracts.catalog.CatalogEvent;
import org.lianban.kit.config.ServiceStart;
import org.lianban.messaging.Incoming;
import org.lianban.servers.Database;
import org.lianban.servers.KafkaEndpoint;
import org.lianban.servers.TestServers;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Instances of the whole service on real servers, with intake, departments and catalogue played by the test. */
final class RunningDispatch implements AutoCloseable {
    /** One event of the dispatch topic. */
    record Heard(String type, String caseNo, long sequence, String json) {}

    private final JsonMapper json = JsonMapper.builder().build();
    private final KafkaEndpoint kafka = TestServers.kafka();
    private final Database database = TestServers.freshDatabase();
    private final KafkaProducer<String, byte[]> producer;
    private final List<ConfigurableApplicationContext> instances = new ArrayList<>();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final Thread listener;
    private volatile boolean listening = true;

    RunningDispatch() {
        kafka.createTopics(new NewTopic(Topics.INTAKE, 6, (short) 1), new NewTopic(Topics.DEPARTMENT, 6, (short) 1),
                new NewTopic(Topics.DISPATCH, 6, (short) 1),
                new NewTopic(Topics.CATALOG, 1, (short) 1).configs(Map.of("cleanup.policy", "compact")));
        producer = new KafkaProducer<>(Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                new StringSerializer(), new ByteArraySerializer());
        listener = Thread.ofPlatform().daemon().name("test-listener").start(this::listen);
    }

    /** Returns its HTTP port. */
    int start() {
        ConfigurableApplicationContext context = ServiceStart.of("dispatch", DispatchApplication.class).run(
                "--server.port=0",
                "--lianban.database.host=" + database.host(), "--lianban.database.port=" + database.port(),
                "--lianban.database.name=" + database.name(), "--lianban.database.schema=" + database.schema(),
                "--lianban.database.user=" + database.user(), "--lianban.database.password=" + database.password(),
                "--lianban.database.pool-size=4", "--lianban.data-dir=target/lianban",
                "--lianban.kafka.bootstrap-servers=" + kafka.bootstrapServers());
        instances.add(context);
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    void stop(int index) {
        instances.remove(index).close();
    }

    void publish(CatalogEvent event) {
        String key = switch (event) {
            case OneThingPublished published -> "one-thing/" + published.oneThing().contentHash();
            case DepartmentChanged changed -> "department/" + changed.department().id();
            default -> throw new IllegalArgumentException("Not played here: " + event);
        };
        ProducerRecord<String, byte[]> entry = new ProducerRecord<>(Topics.CATALOG, key, json.writeValueAsBytes(event));
        header(entry, "ce_id", UUID.randomUUID().toString());
        header(entry, "ce_type", "org.lianban.catalog." + event.getClass().getSimpleName() + ".v1");
        header(entry, "ce_source", "/lianban/catalog");
        header(entry, "ce_subject", key);
        header(entry, "ce_time", "2026-03-02T01:00:00Z");
        producer.send(entry);
        producer.flush();
    }

    void send(Incoming<?>... events) {
        for (Incoming<?> event : events) {
            ProducerRecord<String, byte[]> entry = new ProducerRecord<>(
                    event.source().equals("intake") ? Topics.INTAKE : Topics.DEPARTMENT, event.key(),
                    json.writeValueAsBytes(event.data()));
            header(entry, "ce_id", event.id());
            header(entry, "ce_type", event.type());
            header(entry, "ce_source", "/lianban/" + event.source());
            header(entry, "ce_subject", event.subject());
            header(entry, "ce_time", event.time().toString());
            header(entry, "ce_sequence", Long.toString(event.sequence()));
            producer.send(entry);
        }
        producer.flush();
    }

    /** A record that nobody can read, on the partition of this case. */
    void sendRubbish(String key) {
        ProducerRecord<String, byte[]> entry = new ProducerRecord<>(Topics.INTAKE, key, new byte[]{1, 2, 3});
        header(entry, "ce_id", "rubbish");
        header(entry, "ce_type", "org.lianban.intake.CaseReceived.v1");
        header(entry, "ce_source", "/lianban/intake");
        header(entry, "ce_subject", key);
        header(entry, "ce_time", "2026-03-02T01:00:00Z");
        producer.send(entry);
        producer.flush();
    }

    private static void header(ProducerRecord<?, ?> entry, String name, String value) {
        entry.headers().add(name, value.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void listen() {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), ConsumerConfig.GROUP_ID_CONFIG,
                        UUID.randomUUID().toString(), ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.DISPATCH));
            while (listening) {
                for (ConsumerRecord<String, byte[]> entry : consumer.poll(Duration.ofMillis(100))) {
                    heard.add(new Heard(text(entry, "ce_type").split("\\.")[3], text(entry, "ce_subject"),
                            Long.parseLong(text(entry, "ce_sequence")),
                            new String(entry.value(), java.nio.charset.StandardCharsets.UTF_8)));
                }
            }
        }
    }

    private static String text(ConsumerRecord<?, ?> entry, String header) {
        return new String(entry.headers().lastHeader(header).value(), java.nio.charset.StandardCharsets.UTF_8);
    }

    List<Heard> heard() {
        return heard;
    }

    List<String> heard(String caseNo) {
        return heard.stream().filter(h -> h.caseNo().equals(caseNo)).map(h -> h.sequence() + " " + h.type()).toList();
    }

    @Override
    public void close() throws InterruptedException {
        listening = false;
        listener.join(Duration.ofSeconds(10));
        instances.forEach(ConfigurableApplicationContext::close);
        producer.close();
    }
}
