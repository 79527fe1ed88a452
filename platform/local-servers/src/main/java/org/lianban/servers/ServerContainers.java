package org.lianban.servers;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The same two servers from images; Testcontainers removes them after the JVM has ended. */
final class ServerContainers {
    private static final String POSTGRES_IMAGE = "postgres:18";
    private static final String KAFKA_IMAGE = "apache/kafka:4.2.0";
    private static final String MAX_CONNECTIONS = "max_connections=200";

    private ServerContainers() {}

    @SuppressWarnings("resource") // lives as long as the JVM
    static Database postgres() {
        PostgreSQLContainer container = new PostgreSQLContainer(POSTGRES_IMAGE).withUsername("postgres")
                .withDatabaseName("postgres")
                .withCommand("postgres", "-c", MAX_CONNECTIONS, "-c", "fsync=off", "-c", "timezone=UTC");
        container.start();
        return new Database(container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                "postgres", "public", container.getUsername(), container.getPassword());
    }

    @SuppressWarnings("resource") // lives as long as the JVM
    static KafkaEndpoint kafka() {
        KafkaContainer container = new KafkaContainer(KAFKA_IMAGE);
        KafkaSettings.shared()
                .forEach((name, value) -> container.withEnv("KAFKA_" + name.toUpperCase().replace('.', '_'), value));
        container.start();
        return new KafkaEndpoint(container.getBootstrapServers());
    }
}
