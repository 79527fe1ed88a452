package org.lianban.servers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** How to reach a Kafka broker, embedded or in a container. */
public record KafkaEndpoint(String bootstrapServers) {
    private static final long LIMIT_SECONDS = 60;

    /** Creates the topics that are not there yet; those that are there stay as they are. */
    public void createTopics(Collection<TopicSpec> topics) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            List<NewTopic> wanted = topics.stream().map(KafkaEndpoint::newTopic).toList();
            admin.createTopics(wanted).values().forEach((name, created) -> await(name, created));
        }
    }

    public void createTopics(TopicSpec... topics) {
        createTopics(List.of(topics));
    }

    private static NewTopic newTopic(TopicSpec spec) {
        Map<String, String> config = spec.compacted()
                ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                : Map.of();
        return new NewTopic(spec.name(), spec.partitions(), (short) 1).configs(config);
    }

    private static void await(String name, Future<Void> created) {
        try {
            created.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new LocalServerException("Topic " + name + " could not be created: " + e.getCause(), e);
            }
        } catch (TimeoutException e) {
            throw new LocalServerException("Topic " + name + " was not created within " + LIMIT_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalServerException("Interrupted while creating topic " + name, e);
        }
    }
}
