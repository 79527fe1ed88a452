package org.lianban.servers;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Broker settings for one node on a machine with two cores. */
final class KafkaSettings {
    static final int NODE_ID = 1;
    /** Largest record batch taken, in bytes. */
    static final int MAX_MESSAGE_BYTES = 8 * 1024 * 1024;
    static final String CONTROLLER = "CONTROLLER";

    private KafkaSettings() {}

    static Properties of(Path logs, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.putAll(shared());
        settings.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", Integer.toString(NODE_ID),
                "controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort,
                "controller.listener.names", CONTROLLER,
                "listeners", "BROKER://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort,
                "advertised.listeners", "BROKER://127.0.0.1:" + port,
                "listener.security.protocol.map", "BROKER:PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                "inter.broker.listener.name", "BROKER",
                "log.dirs", logs.toString()));
        return settings;
    }

    /** What an embedded broker and one in a container have in common. */
    static Map<String, String> shared() {
        return Map.ofEntries(
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("message.max.bytes", Integer.toString(MAX_MESSAGE_BYTES)),
                Map.entry("replica.fetch.max.bytes", Integer.toString(MAX_MESSAGE_BYTES)),
                // The broker's time and not the producer's: a stepped clock must not make young records look expired.
                Map.entry("log.message.timestamp.type", "LogAppendTime"),
                // A broker killed with -9 is taken back once the session of its former life has run out.
                Map.entry("broker.session.timeout.ms", "4000"),
                Map.entry("broker.heartbeat.interval.ms", "1000"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "2"),
                Map.entry("background.threads", "2"),
                Map.entry("log.cleaner.threads", "1"),
                Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
                Map.entry("log.segment.bytes", "134217728"),
                Map.entry("group.coordinator.threads", "1"),
                Map.entry("share.coordinator.threads", "1"));
    }
}
