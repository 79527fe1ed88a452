package org.lianban.kit.config;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a place decides about a service; defaults stand in {@code lianban-service.yaml}.
 *
 * @param service name of the service and of its schema: catalog, intake, dispatch, department, result
 * @param dataDir where files live that are not in the database
 */
@ConfigurationProperties("lianban")
public record LianbanProperties(String service, String dataDir, Database database, Kafka kafka, Security security) {

    /** @param schema one per service, with a role of its own */
    public record Database(String host, int port, String name, String schema, String user, String password) {
        @Override
        public String toString() {
            return user + "@" + host + ":" + port + "/" + name + "#" + schema;
        }
    }

    /**
     * @param partitions of each topic when it is created, 1 to 1,000
     * @param replicationFactor of each topic when it is created
     */
    public record Kafka(String bootstrapServers, int partitions, short replicationFactor) {}

    /**
     * @param dataKeyFile the keys that personal data are sealed with, see {@code DataKeys}
     * @param createDataKey make one where the file is missing: for one machine; several share a file that was put there
     */
    public record Security(String dataKeyFile, boolean createDataKey) {}
}
