package org.lianban.department.e2e;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.Party;
import org.lianban.contracts.Topics;
import org.lianban.contracts.api.Delivery;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.contracts.catalog.CatalogEvent;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.event.DispatchEvent.ItemsDispatched;
import org.lianban.contracts.event.DispatchEvent.Task;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.department.DepartmentApplication;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.kit.config.ServiceStart;
import org.lianban.servers.Database;
import org.lianban.servers.TestServers;
import org.lianban.servers.tests.WholeAnswers;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;

/** The whole adapter on real servers, started once; tests use departments and cases of their own. */
final class Adapter {
    static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    static final Adapter INSTANCE = new Adapter();

    record Seen(String type, String subject, long sequence, String actor, String body) {}

    final Database database = TestServers.freshDatabase();
    final ConfigurableApplicationContext context;
    final JsonMapper json;
    final WebTestClient http;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, List<Seen>> seen = new ConcurrentHashMap<>();
    private final AtomicInteger cases = new AtomicInteger();

    private Adapter() {
        String kafka = TestServers.kafka().bootstrapServers();
        context = ServiceStart.of("department", DepartmentApplication.class).run("--server.port=0",
                "--lianban.database.host=" + database.host(),
                "--lianban.database.port=" + database.port(), "--lianban.database.name=" + database.name(),
                "--lianban.database.schema=" + database.schema(), "--lianban.database.user=" + database.user(),
                "--lianban.database.password=" + database.password(), "--lianban.kafka.bootstrap-servers=" + kafka,
                "--lianban.kafka.partitions=2", "--lianban.data-dir=target/lianban",
                "--lianban.department.redelivery=1500ms",
                "--lianban.department.poll=100ms", "--lianban.department.push.first-pause=100ms",
                "--lianban.department.push.longest-pause=300ms", "--lianban.department.push.breaker.open-for=500ms",
                "--lianban.department.push.breaker.window=4", "--lianban.department.secrets.test=s3cret",
                "--lianban.department.meters.max-departments=500");
        json = context.getBean(JsonMapper.class);
        http = WholeAnswers.client().responseTimeout(Duration.ofSeconds(40))
                .codecs(c -> c.defaultCodecs().maxInMemorySize(16 * 1024 * 1024))
                .baseUrl("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"))
                .build();
        producer = new KafkaProducer<>(Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", 5),
                new StringSerializer(), new ByteArraySerializer());
        Thread.ofPlatform().daemon().name("test-department-events").start(() -> listen(kafka));
    }

    String department(String name) {
        String id = "410721-" + name;
        context.getBean(CatalogCopy.class).apply(new CatalogEvent.DepartmentChanged(new Department(id, "410721", name,
                name, Department.Kind.AGENCY, List.of(name), null, null)));
        return id;
    }

    String caseNo() {
        return "T%06d".formatted(cases.incrementAndGet());
    }

    /** A case whose only task the department has fetched. */
    String fetched(String department) {
        String caseNo = caseNo();
        send(1, dispatched(caseNo, item("01", department)));
        await(department, 1);
        return caseNo;
    }

    static Task item(String no, String department, String... hard) {
        return new Task(no, ItemKind.LICENSE, department, List.of(), List.of(hard), List.of());
    }

    ItemsDispatched dispatched(String caseNo, Task... tasks) {
        CasePack pack = new CasePack(
                new Party("张三丰", Party.IdType.RESIDENT_ID, "110105194912310021", null), null, Map.of("q", "yes"),
                json.readTree("{\"childName\":\"张小\"}"), List.of());
        return new ItemsDispatched(caseNo, 1, "410721", "XX-01", "sha256:none", NOW, NOW, NOW, pack, List.of(tasks),
                List.of());
    }

    void send(long sequence, DispatchEvent event) {
        send(Topics.DISPATCH, "dispatch", event.caseNo(), sequence, event);
    }

    void send(String topic, String source, String caseNo, long sequence, Object event) {
        Properties headers = new Properties();
        headers.putAll(Map.of("ce_specversion", "1.0", "ce_id", source + "/" + caseNo + "/" + sequence, "ce_type",
                "org.lianban." + source + "." + event.getClass().getSimpleName() + ".v1", "ce_source",
                "/lianban/" + source, "ce_subject", caseNo, "ce_time", NOW.toString(), "ce_sequence",
                Long.toString(sequence), "ce_actor", "SYSTEM:test"));
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, caseNo, json.writeValueAsBytes(event));
        headers.forEach((k, v) -> record.headers().add(k.toString(), v.toString().getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
    }

    private void listen(String kafka) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "group.id", "test", "auto.offset.reset", "earliest"),
                new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.DEPARTMENT));
            while (!Thread.currentThread().isInterrupted()) {
                for (ConsumerRecord<String, byte[]> r : consumer.poll(Duration.ofMillis(100))) {
                    String subject = header(r, "ce_subject");
                    seen.computeIfAbsent(subject, s -> new CopyOnWriteArrayList<>()).add(
                            new Seen(header(r, "ce_type").replace("org.lianban.department.", "").replace(".v1", ""),
                                    subject, Long.parseLong(header(r, "ce_sequence")), header(r, "ce_actor"),
                                    new String(r.value(), StandardCharsets.UTF_8)));
                }
            }
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    List<Seen> published(String taskId) {
        return seen.getOrDefault(taskId, List.of());
    }

    List<String> publishedTypes(String taskId) {
        return published(taskId).stream().map(Seen::type).toList();
    }

    record Tasks(List<Delivery> tasks, boolean more) {}

    record Answers(List<ReplyAnswer> answers) {}

    Tasks pull(String department, int max, int wait) {
        return http.get().uri("/api/departments/{d}/tasks?max={m}&wait={w}", department, max, wait).exchange()
                .expectStatus().isOk().expectBody(Tasks.class).returnResult().getResponseBody();
    }

    List<ReplyAnswer> reply(String department, Reply... replies) {
        return reply(department, List.of(replies));
    }

    List<ReplyAnswer> reply(String department, List<Reply> replies) {
        return http.post().uri("/api/departments/{d}/replies", department).contentType(MediaType.APPLICATION_JSON)
                .header("Lianban-Actor", "a7").bodyValue(Map.of("replies", replies)).exchange().expectStatus().isOk()
                .expectBody(Answers.class).returnResult().getResponseBody().answers();
    }

    /** Deliveries until this many have come. */
    List<Delivery> await(String department, int count) {
        List<Delivery> all = new ArrayList<>();
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (all.size() < count && System.nanoTime() < until) {
            all.addAll(pull(department, 500, 5).tasks());
        }
        if (all.size() < count) {
            throw new AssertionError("Expected " + count + " deliveries at " + department + ", but got " + all);
        }
        return all;
    }

    long count(String sql, String parameter) {
        try (var connection = database.connect(); var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }
}
