package org.lianban.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
    @TempDir
    Path home;

    @Test
    void shouldKeepDataAndFlushEveryCommit() throws SQLException {
        try (LocalPostgres server = LocalPostgres.start(home, 0)) {
            execute(server.of("intake"), "create table kept (id int)", "insert into kept values (7)");
            assertThat(text(server.of("intake"), "show fsync")).isEqualTo("on");
            assertThat(text(server.of("intake"), "show synchronous_commit")).isEqualTo("on");
            assertThat(text(server.of("intake"), "show full_page_writes")).isEqualTo("on");
        }
        try (LocalPostgres server = LocalPostgres.start(home, 0)) {
            assertThat(text(server.of("intake"), "select id from intake.kept")).isEqualTo("7");
        }
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void shouldGiveEachServiceItsOwnSchemaAndNoOther() throws Exception {
        try (LocalPostgres server = LocalPostgres.start(home, 0)) {
            execute(server.of("dispatch"), "create table plan (id int)");
            assertThat(text(server.of("dispatch"), "select schemaname from pg_tables where tablename = 'plan'"))
                    .isEqualTo("dispatch");
            Database result = server.of("result");
            assertThatThrownBy(() -> text(result, "select count(*) from dispatch.plan"))
                    .hasMessageContaining("permission denied for schema dispatch");
            assertThatThrownBy(() -> execute(result, "create table public.shared (id int)"))
                    .hasMessageContaining("permission denied for schema public");
            Database guessed = new Database(result.host(), result.port(), result.name(), "result", "result", "wrong");
            assertThatThrownBy(guessed::connect).hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> server.of("nobody")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Files.getPosixFilePermissions(home.resolve("passwords.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(home)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(home.resolve("initdb.password")).doesNotExist();
    }

    @Test
    void shouldNameATakenPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> LocalPostgres.start(home, port)).isInstanceOf(LocalServerException.class)
                    .hasMessageContaining("Port " + port + " (PostgreSQL) is already taken");
        }
    }

    @Test
    void shouldStopTheOrphanOfAKilledJvm() throws Exception {
        int port = Ports.free();
        Process jvm = OtherJvm.start(PostgresJvm.class, home.toString(), Integer.toString(port));
        OtherJvm.awaitLine(jvm, "started");
        long orphan = Orphan.postmaster(home.resolve("data/postmaster.pid")).orElseThrow().pid();

        jvm.destroyForcibly().waitFor(30, TimeUnit.SECONDS);

        assertThat(ProcessHandle.of(orphan)).as("PostgreSQL outlives the JVM").isPresent();
        try (LocalPostgres server = LocalPostgres.start(home, port)) {
            assertThat(ProcessHandle.of(orphan).map(ProcessHandle::isAlive).orElse(false)).isFalse();
            assertThat(text(server.of("intake"), "select id from kept")).isEqualTo("7");
        }
    }

    @Test
    void shouldIgnoreAPidFileWhoseNumberBelongsToAnother() throws Exception {
        LocalPostgres.start(home, 0).close();
        Files.writeString(home.resolve("data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + home.resolve("data") + "\n1700000000\n5432\n\n127.0.0.1\n");
        try (LocalPostgres server = LocalPostgres.start(home, 0)) {
            assertThat(text(server.of("intake"), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void shouldBeginAnewAfterAFirstStartThatWasCutOff() throws Exception {
        Files.createDirectories(home.resolve("data/base"));
        Files.writeString(home.resolve("data/postgresql.conf"), "# half made\n");
        try (LocalPostgres server = LocalPostgres.start(home, 0)) {
            assertThat(text(server.of("catalog"), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void shouldRemoveWhatAKilledTestRunLeft() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path left = Files.createTempDirectory("lianban-postgres-" + ended.pid() + "-");
        Files.createDirectories(left.resolve("data"));

        LocalPostgres.throwAway().close();

        assertThat(left).doesNotExist();
    }

    static void execute(Database database, String... statements) throws SQLException {
        try (Connection connection = database.connect(); Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private static String text(Database database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
