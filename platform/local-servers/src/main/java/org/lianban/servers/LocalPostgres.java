package org.lianban.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL 18 beside this JVM, listening on 127.0.0.1 alone, with a database, a schema and a role for each
 * service ({@link Schemas}).
 *
 * <p>Its home directory holds {@code data} (the cluster), {@code bin} (the unpacked server), {@code postgres.log} and
 * {@code passwords.properties} (mode 0600). A kept server survives kill -9 of this JVM and of itself: everything
 * committed is flushed, and the next start stops an orphan first.
 */
public final class LocalPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final String SUPERUSER = "postgres";
    /** Written last on a first start: until it is there, nothing in {@code data} is worth keeping. */
    private static final String PROVISIONED = "provisioned";

    private final EmbeddedPostgres server;
    private final Path home;
    private final Secrets secrets;
    private final boolean kept;

    private LocalPostgres(EmbeddedPostgres server, Path home, Secrets secrets, boolean kept) {
        this.server = server;
        this.home = home;
        this.secrets = secrets;
        this.kept = kept;
    }

    /**
     * Starts on a directory that is kept between starts; every commit is flushed to disk.
     *
     * @param port 0 for any free one
     * @throws LocalServerException when the port is taken, or the server does not start
     */
    public static LocalPostgres start(Path home, int port) {
        return start(home.toAbsolutePath(), port, true);
    }

    /** Stops the PostgreSQL that a killed process left running on this directory, and so frees its port. */
    public static void stopOrphan(Path home) {
        try {
            Orphan.clear(home.toAbsolutePath().resolve("data"));
        } catch (IOException e) {
            throw new LocalServerException("Could not stop the PostgreSQL left running in " + home, e);
        }
    }

    /** Starts on a fresh directory under {@code java.io.tmpdir}, without flushing; closing removes it. */
    public static LocalPostgres throwAway() {
        Path home = ThrowAway.directory("lianban-postgres");
        return start(home, 0, false);
    }

    private static LocalPostgres start(Path home, int port, boolean kept) {
        try {
            // Nobody else may enter: passwords lie here, and the unpacked server is writable by all.
            Secrets.createPrivately(home);
            Path data = home.resolve("data");
            Orphan.clear(data);
            if (port != 0) {
                Ports.requireFree(port, "PostgreSQL");
            }
            boolean provisioned = Files.exists(home.resolve(PROVISIONED));
            if (!provisioned) {
                // A first start that was cut off left something that is neither a cluster nor an empty directory.
                ThrowAway.delete(data);
            }
            Secrets secrets = Secrets.in(home.resolve("passwords.properties"));
            LocalPostgres started = new LocalPostgres(launch(home, port, kept, secrets), home, secrets, kept);
            if (!provisioned) {
                started.provision();
                Files.createFile(home.resolve(PROVISIONED));
            }
            return started;
        } catch (IOException | IllegalStateException e) {
            throw new LocalServerException("PostgreSQL did not start in " + home
                    + " (as root it needs `unshare -U`). It said last:\n" + lastWords(home), e);
        }
    }

    private static String lastWords(Path home) {
        try (Stream<String> lines = Files.lines(home.resolve("postgres.log"))) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 10), all.size()));
        } catch (IOException | UncheckedIOException e) {
            return "nothing (" + e.getMessage() + ")";
        }
    }

    private static EmbeddedPostgres launch(Path home, int port, boolean kept, Secrets secrets) throws IOException {
        String superPassword = secrets.of(SUPERUSER);
        Path passwordFile = home.resolve("initdb.password");
        Secrets.writePrivately(passwordFile, superPassword);
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(home.resolve("data"))
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(START_LIMIT)
                    // These go to initdb as --name=value, after and therefore over its "-A trust".
                    .setLocaleConfig("pwfile", passwordFile.toString())
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setLocaleConfig("auth-local", "reject")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setConnectConfig("password", superPassword)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    // No socket file: it would be a second door, in a directory everyone shares.
                    .setServerConfig("unix_socket_directories", "")
                    .setOutputRedirector(Redirect.appendTo(home.resolve("postgres.log").toFile()));
            if (port != 0) {
                builder.setPort(port);
            }
            if (kept) {
                builder.setOverrideWorkingDirectory(home.resolve("bin").toFile());
            }
            PostgresSettings.shared(kept).forEach(builder::setServerConfig);
            return builder.start();
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private void provision() {
        try {
            Schemas.provision(administrator(SUPERUSER), administrator(Schemas.DATABASE), secrets);
        } catch (SQLException e) {
            close();
            throw new LocalServerException("Could not create the services' schemas in " + home, e);
        }
    }

    public int port() {
        return server.getPort();
    }

    /**
     * The service's own schema, as the service's own role, which sees nothing of the others.
     *
     * @throws IllegalArgumentException when there is no such service
     */
    public Database of(String service) {
        if (!Schemas.SERVICES.contains(service)) {
            throw new IllegalArgumentException(service + " is none of " + Schemas.SERVICES);
        }
        return new Database("127.0.0.1", port(), Schemas.DATABASE, service, service, secrets.of(service));
    }

    /** The database server's administrator, for checks from outside the services. */
    public Database administrator(String database) {
        return new Database("127.0.0.1", port(), database, "public", SUPERUSER, secrets.of(SUPERUSER));
    }

    /** Ends open sessions, writes a checkpoint and waits until the server is gone. */
    @Override
    public void close() {
        try {
            Optional<ProcessHandle> postmaster = Orphan.postmaster(home.resolve("data").resolve("postmaster.pid"));
            if (kept) {
                checkpoint();
            }
            server.close();
            if (postmaster.isPresent()) {
                Orphan.awaitEnd(postmaster.get());
            }
            if (!kept) {
                ThrowAway.delete(home);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Taken while there is time for it, so that the shutdown itself has little left to write. */
    private void checkpoint() {
        try (Connection connection = administrator(SUPERUSER).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        } catch (SQLException e) {
            LOG.warn("No checkpoint before stopping; the next start replays the log instead: {}", e.getMessage());
        }
    }
}
