package org.lianban.kit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.Topics;
import org.lianban.servers.LocalKafka;

/** A broker of its own, because it must know no topic. */
class TopicSetupTest {
    @Test
    void shouldCreateEveryTopicOnceWhenFiveServicesStartAtOnce() throws Exception {
        try (LocalKafka broker = LocalKafka.throwAway();
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
                ExecutorService starters = Executors.newFixedThreadPool(5)) {
            CountDownLatch together = new CountDownLatch(5);
            AtomicInteger partitions = new AtomicInteger(2);
            List<CompletableFuture<Void>> starts = IntStream.range(0, 5)
                    .mapToObj(n -> CompletableFuture.runAsync(() -> start(broker, together, partitions), starters))
                    .toList();
            starts.forEach(CompletableFuture::join);
            assertThat(admin.listTopics().names().get()).contains(Topics.INTAKE, Topics.DISPATCH, Topics.DEPARTMENT,
                    Topics.RESULT, Topics.CATALOG, Topics.PROVINCE_APPLICATIONS, Topics.PROVINCE_REPLIES,
                    Topics.PROVINCE_STATUS);

            partitions.set(9);
            start(broker, new CountDownLatch(1), partitions);
            assertThat(admin.describeTopics(List.of(Topics.INTAKE, Topics.CATALOG)).allTopicNames().get())
                    .satisfies(topics -> {
                        assertThat(topics.get(Topics.INTAKE).partitions()).as("left as it was").hasSize(2);
                        assertThat(topics.get(Topics.CATALOG).partitions()).hasSize(1);
                    });
            ConfigResource catalog = new ConfigResource(ConfigResource.Type.TOPIC, Topics.CATALOG);
            assertThat(admin.describeConfigs(List.of(catalog)).all().get().get(catalog).get("cleanup.policy").value())
                    .isEqualTo("compact");
        }
    }

    private static void start(LocalKafka broker, CountDownLatch together, AtomicInteger partitions) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            together.countDown();
            together.await();
            TopicSetup.createMissing(admin,
                    new LianbanProperties.Kafka(broker.bootstrapServers(), partitions.get(), (short) 1));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
