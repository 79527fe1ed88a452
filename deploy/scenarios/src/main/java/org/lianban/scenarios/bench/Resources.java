package org.lianban.scenarios.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.lianban.servers.Database;

/** What the run used, as the operating system, PostgreSQL and Kafka count it. Taken before and after. */
record Resources(double jvmSeconds, double databaseSeconds, long walBytes, long databaseBytes, long rowsWritten,
        long rowsKept, long events,
        long transactions) {

    static Resources now(Database admin, Admin kafka, Path kafkaLogs)
            throws SQLException {
        try (Connection connection = admin.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_stat_force_next_flush()");
            long postmaster = number(statement, "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::bigint");
            return new Resources(ownCpu(), treeCpu(postmaster),
                    number(statement, "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint"),
                    number(statement, "select pg_database_size(current_database())") + bytes(kafkaLogs),
                    number(statement, "select sum(n_tup_ins + n_tup_upd + n_tup_del)::bigint from pg_stat_user_tables"),
                    number(statement, "select sum(n_tup_ins - n_tup_del)::bigint from pg_stat_user_tables"),
                    events(kafka),
                    number(statement, "select xact_commit from pg_stat_database where datname = current_database()"));
        }
    }

    double cpuSeconds() {
        return jvmSeconds + databaseSeconds;
    }

    Resources since(Resources before) {
        return new Resources(jvmSeconds - before.jvmSeconds, databaseSeconds - before.databaseSeconds,
                walBytes - before.walBytes, databaseBytes - before.databaseBytes,
                rowsWritten - before.rowsWritten, rowsKept - before.rowsKept, events - before.events,
                transactions - before.transactions);
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static double ownCpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    /** The postmaster, its living children, and those it has already buried. */
    private static double treeCpu(long postmaster) {
        double seconds = statCpu(postmaster, true);
        for (ProcessHandle child : ProcessHandle.of(postmaster).stream().flatMap(ProcessHandle::descendants).toList()) {
            seconds += statCpu(child.pid(), false);
        }
        return seconds;
    }

    /** Fields 14 to 17 of /proc/pid/stat in clock ticks of 10 ms; 0 where there is no /proc. */
    private static double statCpu(long pid, boolean withBuried) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            if (withBuried) {
                ticks += Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
            }
            return ticks / 100.0;
        } catch (IOException gone) {
            return 0;
        }
    }

    private static long bytes(Path directory) {
        try (var files = Files.walk(directory)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".log")).mapToLong(f -> f.toFile().length())
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    private static long events(Admin kafka) {
        try {
            Map<TopicPartition, OffsetSpec> all = new HashMap<>();
            kafka.describeTopics(kafka.listTopics().names().get()).allTopicNames().get().values()
                    .forEach(topic -> topic.partitions()
                            .forEach(p -> all.put(new TopicPartition(topic.name(), p.partition()),
                                    OffsetSpec.latest())));
            return kafka.listOffsets(all).all().get().entrySet().stream()
                    .filter(e -> !e.getKey().topic().startsWith("__"))
                    .mapToLong(e -> e.getValue().offset()).sum();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Kafka did not tell its offsets", failed);
        }
    }
}
