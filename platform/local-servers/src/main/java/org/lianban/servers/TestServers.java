package org.lianban.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;

/**
 * The PostgreSQL and the Kafka a test run shares: one of each per JVM, started on first use and gone with the JVM.
 *
 * <p>{@code -Dlianban.infra=auto} (the default) takes Testcontainers where a Docker engine answers and embedded servers
 * elsewhere; {@code containers} and {@code embedded} insist. The tests are the same either way.
 */
public final class TestServers {
    private static final String NO_DATABASE = "Could not create a database for this test";

    private TestServers() {}

    /** The server's administrator; tests of one module use {@link #freshDatabase()} instead. */
    public static Database postgres() {
        return Postgres.ADMINISTRATOR;
    }

    public static KafkaEndpoint kafka() {
        return Kafka.ENDPOINT;
    }

    /** A new empty database owned by a new ordinary role, so that nothing of another test is seen. */
    public static Database freshDatabase() {
        Database administrator = postgres();
        String name = "test_" + UUID.randomUUID().toString().substring(0, 13).replace('-', '_');
        try (Connection connection = administrator.connect(); Statement sql = connection.createStatement()) {
            // Names are made of a UUID: DDL takes no bound parameters.
            sql.execute("create role " + name + " login password '" + name + "'");
            sql.execute("create database " + name + " owner " + name);
            return new Database(administrator.host(), administrator.port(), name, "public", name, name);
        } catch (SQLException e) {
            throw new LocalServerException(NO_DATABASE, e);
        }
    }

    private static final class Postgres {
        static final Database ADMINISTRATOR = containers() ? ServerContainers.postgres() : embedded();

        private static Database embedded() {
            LocalPostgres server = LocalPostgres.throwAway();
            atExit("postgres", server::close);
            return server.administrator("postgres");
        }
    }

    private static final class Kafka {
        static final KafkaEndpoint ENDPOINT = containers() ? ServerContainers.kafka() : embedded();

        private static KafkaEndpoint embedded() {
            LocalKafka server = LocalKafka.throwAway();
            atExit("kafka", server::close);
            return server.endpoint();
        }
    }

    private static void atExit(String name, Runnable action) {
        Runtime.getRuntime().addShutdownHook(new Thread(action, "lianban-stop-" + name));
    }

    private static boolean containers() {
        String choice = System.getProperty("lianban.infra", "auto").toLowerCase(Locale.ROOT);
        return switch (choice) {
            case "auto" -> engineMayAnswer() && DockerClientFactory.instance().isDockerAvailable();
            case "containers" -> true;
            case "embedded" -> false;
            default -> throw new LocalServerException(
                    "-Dlianban.infra=" + choice + " is none of auto, containers, embedded");
        };
    }

    /** Testcontainers takes seconds and many lines of log to find nothing; on Unix a glance usually says as much. */
    private static boolean engineMayAnswer() {
        Path home = Path.of(System.getProperty("user.home"));
        return System.getProperty("os.name").startsWith("Windows") || System.getenv("DOCKER_HOST") != null
                || Files.exists(Path.of("/var/run/docker.sock"))
                || Files.exists(home.resolve(".testcontainers.properties"))
                || Files.exists(home.resolve(".docker/run/docker.sock"))
                || Files.exists(home.resolve(".docker/desktop/docker.sock"));
    }
}
