package org.lianban.scenarios.bench;

import java.nio.file.Path;

/**
 * The running system: its doors, and where its use of resources can be read.
 *
 * @param adminJdbcUrl of PostgreSQL, with a role that may read statistics
 * @param kafkaLogs directory of the broker's log segments
 */
public record Target(String catalog, String intake, String department, String bootstrapServers, String adminJdbcUrl,
        String adminUser, String adminPassword, Path kafkaLogs) {
    @Override
    public String toString() {
        return intake + ", " + bootstrapServers;
    }
}
