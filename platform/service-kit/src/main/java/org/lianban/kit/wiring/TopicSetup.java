package org.lianban.kit.wiring;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.lianban.contracts.Topics;

/** Creates the topics that are missing; those that exist are left as their owner set them. */
final class TopicSetup {
    private static final List<String> KEYED = List.of(Topics.INTAKE, Topics.DISPATCH, Topics.DEPARTMENT, Topics.RESULT,
            Topics.PROVINCE_APPLICATIONS, Topics.PROVINCE_REPLIES, Topics.PROVINCE_STATUS);

    private TopicSetup() {}

    static void createMissing(Admin admin, LianbanProperties.Kafka settings) {
        NewTopic catalog = new NewTopic(Topics.CATALOG, 1, settings.replicationFactor())
                .configs(Map.of("cleanup.policy", "compact", "segment.ms", "86400000"));
        List<NewTopic> topics = Stream.concat(Stream.of(catalog), KEYED.stream()
                .map(name -> new NewTopic(name, settings.partitions(), settings.replicationFactor()))).toList();
        admin.createTopics(topics).values().forEach((name, created) -> {
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
