package org.lianban.servers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker in this JVM, its own controller (KRaft), listening on 127.0.0.1 alone, with its log on disk.
 *
 * <p>Acknowledged records survive kill -9 of this JVM, since they are in the operating system's hands by then; against
 * a power cut Kafka relies on replicas, which one node has not.
 */
public final class LocalKafka implements AutoCloseable {
    private final KafkaRaftServer server;
    private final Path home;
    private final int port;
    private final boolean kept;

    private LocalKafka(KafkaRaftServer server, Path home, int port, boolean kept) {
        this.server = server;
        this.home = home;
        this.port = port;
        this.kept = kept;
    }

    /**
     * Starts on a directory that is kept between starts; the first start formats it.
     *
     * @param port 0 for any free one
     * @throws LocalServerException when the port is taken, or the broker does not start
     */
    public static LocalKafka start(Path home, int port) {
        return start(home.toAbsolutePath(), port, true);
    }

    /** Starts on a fresh directory under {@code java.io.tmpdir}; closing removes it. */
    public static LocalKafka throwAway() {
        return start(ThrowAway.directory("lianban-kafka"), 0, false);
    }

    private static LocalKafka start(Path home, int wanted, boolean kept) {
        if (wanted != 0) {
            Ports.requireFree(wanted, "Kafka");
        }
        int port = wanted == 0 ? Ports.free() : wanted;
        Path logs = home.resolve("log");
        KafkaRaftServer server = null;
        try {
            format(logs);
            KafkaConfig config = new KafkaConfig(KafkaSettings.of(logs, port, Ports.free()), false);
            server = new KafkaRaftServer(config, Time.SYSTEM);
            server.startup();
            return new LocalKafka(server, home, port, kept);
        } catch (IOException | RuntimeException e) {
            if (server != null) {
                server.shutdown();
            }
            throw new LocalServerException("Kafka did not start in " + home + ": " + e.getMessage(), e);
        }
    }

    /** Once per directory: a start that was cut off before {@code meta.properties} was written begins anew. */
    private static void format(Path logs) throws IOException {
        if (Files.exists(logs.resolve("meta.properties"))) {
            return;
        }
        ThrowAway.delete(logs);
        Files.createDirectories(logs);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            new Formatter().setPrintStream(out)
                    .setSupportedFeatures(List.copyOf(Feature.PRODUCTION_FEATURES))
                    .setNodeId(KafkaSettings.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setControllerListenerName(KafkaSettings.CONTROLLER)
                    .setMetadataLogDirectory(logs.toString())
                    .setDirectories(List.of(logs.toString()))
                    .run();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("Kafka could not format " + logs + ": " + said.toString(StandardCharsets.UTF_8), e);
        }
    }

    public KafkaEndpoint endpoint() {
        return new KafkaEndpoint("127.0.0.1:" + port);
    }

    public String bootstrapServers() {
        return endpoint().bootstrapServers();
    }

    /** Stops broker, then controller, and waits for both. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        if (!kept) {
            try {
                ThrowAway.delete(home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
