package org.lianban.kit.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.lianban.contracts.Topics;

/** Creates the topics that are missing; those that exist are left as their owner set them. */
final class TopicSetup {
    /** A consumer of ours may be down for longer than any repair takes. */
    private static final Duration OURS_KEPT = Duration.ofDays(30);
    /** As promised to provinces. */
    private static final Duration PROVINCE_KEPT = Duration.ofDays(7);
    private static final int PROVINCE_MAX_BYTES = 1_048_576;
    private static final int OUR_MAX_BYTES = 8 * 1_048_576;

    private TopicSetup() {}

    private static List<NewTopic> topics(LianbanProperties.Kafka settings) {
        return List.of(
                new NewTopic(Topics.CATALOG, 1, settings.replicationFactor())
                        .configs(Map.of("cleanup.policy", "compact", "segment.ms", millis(Duration.ofDays(1)))),
                ours(Topics.INTAKE, settings), ours(Topics.DISPATCH, settings), ours(Topics.DEPARTMENT, settings),
                ours(Topics.RESULT, settings), province(Topics.PROVINCE_APPLICATIONS, settings),
                province(Topics.PROVINCE_REPLIES, settings), province(Topics.PROVINCE_STATUS, settings),
                province(Topics.PROVINCE_RECORDS, settings), province(Topics.PROVINCE_RECORD_ANSWERS, settings),
                province(Topics.PROVINCE_RECONCILIATIONS, settings), province(Topics.PROVINCE_DIFFERENCES, settings));
    }

    private static NewTopic ours(String name, LianbanProperties.Kafka settings) {
        return keyed(name, settings, OURS_KEPT, OUR_MAX_BYTES);
    }

    private static NewTopic province(String name, LianbanProperties.Kafka settings) {
        return keyed(name, settings, PROVINCE_KEPT, PROVINCE_MAX_BYTES);
    }

    private static NewTopic keyed(String name, LianbanProperties.Kafka settings, Duration kept, int maxBytes) {
        return new NewTopic(name, settings.partitions(), settings.replicationFactor()).configs(
                Map.of("retention.ms", millis(kept), "max.message.bytes", Integer.toString(maxBytes)));
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    static void createMissing(Admin admin, LianbanProperties.Kafka settings) {
        admin.createTopics(topics(settings)).values().forEach((name, created) -> {
            try {
                created.get();
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof TopicExistsException)) {
                    throw new IllegalStateException("Topic " + name + " could not be created", failed.getCause());
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Stopped while topics were created", stopped);
            }
        });
    }
}
