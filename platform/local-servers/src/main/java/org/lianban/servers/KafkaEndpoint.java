package org.lianban.servers;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** How to reach a Kafka broker, embedded or in a container. */
public record KafkaEndpoint(String bootstrapServers) {
    private static final long LIMIT_SECONDS = 60;

    /** Creates the topics that are not there yet; those that are there stay as they are. */
    public void createTopics(NewTopic... topics) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.createTopics(List.of(topics)).values().forEach((name, created) -> await(name, created));
        }
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
