package org.lianban.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The same two servers from images; Testcontainers removes them after the JVM has ended. */
final class ServerContainers {
    private static final String POSTGRES_IMAGE = "postgres:18";
    private static final String KAFKA_IMAGE = "apache/kafka:4.2.0";

    private ServerContainers() {}

    @SuppressWarnings("resource") // lives as long as the JVM
    static Database postgres() {
        List<String> command = new ArrayList<>(List.of("postgres"));
        PostgresSettings.shared(false).forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        PostgreSQLContainer container = new PostgreSQLContainer(POSTGRES_IMAGE).withUsername("postgres")
                .withDatabaseName("postgres")
                // Or text would sort as in American English here, and by code point in the embedded server.
                .withEnv("POSTGRES_INITDB_ARGS", "--locale=C.UTF-8")
                .withCommand(command.toArray(String[]::new));
        container.start();
        return new Database(container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                "postgres", "public", container.getUsername(), container.getPassword());
    }

    @SuppressWarnings("resource") // lives as long as the JVM
    static KafkaEndpoint kafka() {
        KafkaContainer container = new KafkaContainer(KAFKA_IMAGE);
        KafkaSettings.shared().forEach((name, value) -> container
                .withEnv("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        container.start();
        return new KafkaEndpoint(container.getBootstrapServers());
    }
}
