package org.lianban.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.kit.config.ServiceStart;
import org.lianban.servers.Database;
import org.lianban.servers.TestServers;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/** The service, started for real once per test run, with a clock that tests set; and its neighbours' ends. */
final class Intake {
    /** A Monday, 09:00 in China. */
    static final Instant MONDAY_NINE = Instant.parse("2026-03-02T01:00:00Z");
    static final AtomicReference<Instant> NOW = new AtomicReference<>(MONDAY_NINE);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Intake RUNNING = new Intake();

    final Database database;
    final Path dataDir;
    final ConfigurableApplicationContext context;
    private final KafkaProducer<String, String> producer;
    private final List<ConsumerRecord<String, String>> heard = new ArrayList<>();
    private final KafkaConsumer<String, String> consumer;

    record Response(int status, JsonNode body, HttpResponse<String> raw) {
        String text(String name) {
            return body.get(name).stringValue();
        }
    }

    static Intake running() {
        return RUNNING;
    }

    private Intake() {
        database = TestServers.freshDatabase();
        String servers = TestServers.kafka().bootstrapServers();
        try (Connection connection = database.connect(); Statement sql = connection.createStatement()) {
            sql.execute("create schema intake");
            dataDir = Files.createTempDirectory("lianban-intake");
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        context = ServiceStart.of("intake", IntakeApplication.class).initializers(
                c -> ((GenericApplicationContext) c).registerBean("testClock", InstantSource.class, () -> NOW::get))
                .run("--server.port=0", "--lianban.database.host=" + database.host(),
                        "--lianban.database.port=" + database.port(), "--lianban.database.name=" + database.name(),
                        "--lianban.database.user=" + database.user(),
                        "--lianban.database.password=" + database.password(),
                        "--lianban.kafka.bootstrap-servers=" + servers, "--lianban.kafka.partitions=2",
                        "--lianban.data-dir=" + dataDir, "--lianban.intake.lapse-allowed=true",
                        "--lianban.intake.sharing.mode=SIMULATED",
                        "--lianban.intake.sharing.facts[0].source=" + RichThing.POPULATION,
                        "--lianban.intake.sharing.facts[0].id-number=" + Fixtures.RESIDENT,
                        "--lianban.intake.sharing.facts[0].values.married=是",
                        "--lianban.intake.sharing.facts[0].values.ownerName=张三丰",
                        "--lianban.intake.sharing.facts[1].source=" + RichThing.LIBRARY,
                        "--lianban.intake.sharing.facts[1].id-number=" + Fixtures.RESIDENT,
                        "--lianban.intake.sharing.facts[1].values.certificateType=" + RichThing.CERTIFICATE);
        Fixtures.fill(context.getBean(CatalogCopy.class));
        Places.fill(context.getBean(CatalogCopy.class));
        producer = new KafkaProducer<>(Map.of("bootstrap.servers", servers), new StringSerializer(),
                new StringSerializer());
        consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", servers, "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest"), new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(List.of("lianban.intake.events.v1", "province.application-replies.v1"));
    }

    org.lianban.intake.materials.store.MaterialFiles files() {
        return context.getBean(org.lianban.intake.materials.store.MaterialFiles.class);
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    Response get(String path, String... headers) {
        return send(HttpRequest.newBuilder(url(path)), headers);
    }

    Response post(String path, Object body, String... headers) {
        return send(HttpRequest.newBuilder(url(path)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())), headers);
    }

    Response upload(byte[] content, String type, String... headers) {
        return send(HttpRequest.newBuilder(url("/api/materials")).header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(content)), headers);
    }

    Response send(HttpRequest.Builder request, String... headers) {
        try {
            HttpResponse<String> raw = HTTP.send(
                    (headers.length == 0 ? request : request.headers(headers)).timeout(Duration.ofSeconds(30)).build(),
                    BodyHandlers.ofString());
            boolean json = raw.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Response(raw.statusCode(),
                    Fixtures.JSON.readTree(json && !raw.body().isEmpty() ? raw.body() : "{}"), raw);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static HttpClient http() {
        return HTTP;
    }

    /** Files at the window, received at once. */
    String received() {
        Response response = post("/api/applications", Fixtures.application().put("receive", true));
        assertThat(response.status()).as(response.raw().body()).isEqualTo(201);
        return response.text("caseNo");
    }

    /** Files online; waits for a clerk. */
    String submitted() {
        Response response = post("/api/applications",
                Fixtures.electronic(Fixtures.application(), uploaded()).put("channel", "ONLINE"));
        assertThat(response.status()).as(response.raw().body()).isEqualTo(201);
        return response.text("caseNo");
    }

    String uploaded() {
        return upload("%PDF-1.7 户口簿".getBytes(java.nio.charset.StandardCharsets.UTF_8), "application/pdf")
                .text("digest");
    }

    void publish(String topic, String key, String value, Map<String, String> headers) {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name,
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        producer.send(record);
        producer.flush();
    }

    /** Everything the service has published so far with this key. */
    synchronized List<ConsumerRecord<String, String>> published(String topic, String key) {
        consumer.poll(Duration.ofMillis(100)).forEach(heard::add);
        return heard.stream().filter(r -> r.topic().equals(topic) && key.equals(r.key())).toList();
    }

    static Map<String, String> headers(ConsumerRecord<String, String> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(
                h -> headers.put(h.key(), new String(h.value(), java.nio.charset.StandardCharsets.UTF_8)));
        return headers;
    }

    List<String> column(String query) {
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
