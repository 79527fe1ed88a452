package org.lianban.kit.smoke;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.lianban.persistence.Database;
import org.lianban.servers.TestServers;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two smoke services in this JVM, each with a schema and a consumer group of its own, started once for all tests. */
final class Smoke {
    /** Closes both before the servers they use go down with the JVM. */
    static final class Services implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).computeIfAbsent("smoke",
                    key -> (AutoCloseable) () -> {
                        TWO.context.close();
                        ONE.context.close();
                    });
        }
    }

    private static final Map<String, org.lianban.servers.Database> PLACES = new HashMap<>();
    static final Smoke ONE = start("smoke");
    static final Smoke TWO = start("smoke2",
            "--spring.flyway.locations=classpath:db/messaging,classpath:db/kit,classpath:db/smoke");

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int LARGE = 100_000;
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final ConfigurableApplicationContext context;

    private Smoke(ConfigurableApplicationContext context) {
        this.context = context;
    }

    record Applied(String id, String source, long sequence, String actor, String trace, String reason) {}

    private static Smoke start(String service, String... more) {
        org.lianban.servers.Database place = TestServers.freshDatabase();
        PLACES.put(service, place);
        try (Connection connection = place.connect(); Statement sql = connection.createStatement()) {
            sql.execute("create schema " + service);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return new Smoke(run(service, place, more));
    }

    /** A second instance on the database of the first. */
    static ConfigurableApplicationContext again(String service, String... more) {
        return run(service, Objects.requireNonNull(PLACES.get(service)), more);
    }

    private static ConfigurableApplicationContext run(String service, org.lianban.servers.Database place,
            String... more) {
        List<String> arguments = new ArrayList<>(List.of("--lianban.service=" + service,
                "--lianban.database.host=" + place.host(), "--lianban.database.port=" + place.port(),
                "--lianban.database.name=" + place.name(), "--lianban.database.user=" + place.user(),
                "--lianban.database.password=" + place.password(), "--lianban.database.pool-size=4",
                "--lianban.kafka.bootstrap-servers=" + TestServers.kafka().bootstrapServers(),
                "--lianban.kafka.partitions=2"));
        arguments.addAll(List.of(more));
        return SmokeApplication.run(arguments.toArray(String[]::new));
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(LIMIT);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(HTTP, request.build());
    }

    HttpResponse<String> post(String path, String type, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(LIMIT).header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (body.length() > LARGE) {
            // Refused before it is sent whole: its connection is of no use to the next request.
            try (HttpClient once = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
                HttpResponse<String> answer = send(once, request.build());
                once.shutdownNow();
                return answer;
            }
        }
        return send(HTTP, request.build());
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    List<Applied> applied(String subject) {
        return database().withConnection(c -> Database.query(c,
                "select * from applied where subject = $1",
                row -> new Applied(row.get("event_id", String.class), row.get("topic_source", String.class),
                        row.get("sequence", Long.class), row.get("actor", String.class),
                        row.get("traceparent", String.class), row.get("reason", String.class)),
                subject)).block(LIMIT);
    }

    Database database() {
        return context.getBean(Database.class);
    }

    SmokeApplication application() {
        return context.getBean(SmokeApplication.class);
    }

    List<Map<String, Object>> headersSeen() {
        return application().headersSeen;
    }
}
