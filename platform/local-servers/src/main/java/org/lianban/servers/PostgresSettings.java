package org.lianban.servers;

import java.util.LinkedHashMap;
import java.util.Map;

/** Server settings for a machine with two cores and a few gigabytes. Values pass a shell, so they hold no blanks. */
final class PostgresSettings {
    private PostgresSettings() {}

    /**
     * What a server beside this JVM and one in a container have in common: all but the doors.
     *
     * @param kept whether the directory outlives this process, and so must survive its sudden end
     */
    static Map<String, String> shared(boolean kept) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("max_connections", "200");
        settings.put("shared_buffers", kept ? "256MB" : "64MB");
        settings.put("work_mem", "8MB");
        settings.put("maintenance_work_mem", "64MB");
        settings.put("effective_cache_size", "1GB");
        settings.put("random_page_cost", "1.1");
        settings.put("jit", "off");
        settings.put("max_parallel_workers_per_gather", "0");
        settings.put("wal_compression", "pglz");
        settings.put("min_wal_size", "256MB");
        settings.put("max_wal_size", "2GB");
        settings.put("checkpoint_timeout", "10min");
        settings.put("checkpoint_completion_target", "0.9");
        settings.put("autovacuum_naptime", "15s");
        settings.put("autovacuum_vacuum_cost_limit", "1000");
        settings.put("log_min_messages", "warning");
        settings.put("log_checkpoints", "off");
        settings.put("log_line_prefix", "%m[%p]%q%u@%d:");
        settings.put("fsync", kept ? "on" : "off");
        settings.put("synchronous_commit", kept ? "on" : "off");
        settings.put("full_page_writes", kept ? "on" : "off");
        return settings;
    }
}
