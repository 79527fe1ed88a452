package org.lianban.kit.config;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.lianban.contracts.catalog.CatalogEvent;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.contracts.province.ApplicationReply;
import org.lianban.contracts.province.CaseRecords;
import org.lianban.contracts.province.CaseStatus;
import org.lianban.contracts.province.Reconciliation;
import org.lianban.http.BodyBytes;
import org.lianban.http.CleanAddresses;
import org.lianban.http.FormReader;
import org.lianban.http.CommonParameters;
import org.lianban.http.FormSchemas;
import org.lianban.http.LastDoor;
import org.lianban.http.OperationNames;
import org.lianban.http.ProblemAdvice;
import org.lianban.http.ProblemAnswers;
import org.lianban.http.TypedAnswers;
import org.lianban.http.QuarantineController;
import org.lianban.http.RawAddress;
import org.lianban.kit.access.AccessLog;
import org.lianban.kit.access.AccessLogController;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.kit.catalog.stream.CatalogFeed;
import org.lianban.messaging.BatchInbox;
import org.lianban.messaging.EventTypes;
import org.lianban.messaging.MessagingMeters;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Parking;
import org.lianban.messaging.PostgresOutbox;
import org.lianban.messaging.Quarantine;
import org.lianban.messaging.Relay;
import org.lianban.persistence.Database;
import org.lianban.security.DataKeys;
import org.lianban.security.PersonalDataCipher;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import reactor.netty.NettyPipeline;
import tools.jackson.databind.json.JsonMapper;

/** Puts the platform into every service. */
@AutoConfiguration
@EnableConfigurationProperties(LianbanProperties.class)
@Import({Database.class, PersonalDataCipher.class, DataKeyCheck.class, AccessLog.class, MessagingMeters.class,
        Quarantine.class, Parking.class, BatchInbox.Kit.class, ConsumerLag.class, Housekeeping.class, Platform.class,
        CleanAddresses.class, LastDoor.class, FormSchemas.class, OperationNames.class, ProblemAnswers.class,
        CommonParameters.class, TypedAnswers.class,
        ProblemAdvice.class, QuarantineController.class, AccessLogController.class})
public class ServiceKitAutoConfiguration {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    static {
        // A controller takes all headers at once; those that matter are named in the description.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(HttpHeaders.class);
    }

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }

    /** Every event anybody of us publishes; a service drops the types it has no use for. */
    @Bean
    EventTypes eventTypes() {
        return EventTypes.builder().sealed("catalog", CatalogEvent.class).sealed("intake", IntakeEvent.class)
                .sealed("dispatch", DispatchEvent.class).sealed("department", DepartmentEvent.class)
                .sealed("result", ResultEvent.class).single("province", ApplicationReply.class)
                .single("province", CaseStatus.class)
                .single("province", CaseRecords.class).single("province", Reconciliation.Differences.class).build();
    }

    @Bean
    DataKeys dataKeys(LianbanProperties properties) {
        LianbanProperties.Security security = properties.security();
        return DataKeys.read(Path.of(security.dataKeyFile()), security.createDataKey());
    }

    @Bean
    Outbox outbox(EventTypes types, JsonMapper json, LianbanProperties properties) {
        return new PostgresOutbox(types, json, properties.database().schema());
    }

    @Bean(destroyMethod = "")
    Admin kafkaAdminClient(LianbanProperties properties) {
        return Admin.create(Map.of("bootstrap.servers", properties.kafka().bootstrapServers()));
    }

    /** Idempotent and acknowledged by all in-sync replicas: what the relay deletes is durable in Kafka. */
    @Bean(destroyMethod = "")
    Producer<String, byte[]> outboxProducer(LianbanProperties properties) {
        return new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, properties.kafka().bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                        ProducerConfig.LINGER_MS_CONFIG, 1, ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000, ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        10_000, ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000, ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        8 * 1024 * 1024),
                new StringSerializer(), new ByteArraySerializer());
    }

    /** With a limit: on their own they would wait for a broker that is gone, and the service would not stop. */
    @Bean
    DisposableBean kafkaClientsClosing(Admin admin, Producer<String, byte[]> outboxProducer) {
        return () -> {
            outboxProducer.close(CLOSE_LIMIT);
            admin.close(CLOSE_LIMIT);
        };
    }

    @Bean
    Relay relay(Database database, Producer<String, byte[]> outboxProducer, MessagingMeters meters) {
        return new Relay(database, outboxProducer, meters, Duration.ofSeconds(1));
    }

    @Bean
    CatalogCopy catalogCopy() {
        return new CatalogCopy();
    }

    @Bean
    CatalogFeed catalogFeed(CatalogCopy copy, EventTypes types, JsonMapper json, LianbanProperties properties) {
        return new CatalogFeed(copy, types, json, () -> new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, properties.kafka().bootstrapServers(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                new StringDeserializer(), new ByteArrayDeserializer()));
    }

    @Bean
    HealthIndicator catalogCopyHealth(CatalogFeed feed, CatalogCopy copy) {
        return () -> (feed.caughtUp() ? Health.up() : Health.outOfService()).withDetail("versions", copy.size())
                .build();
    }

    @Bean
    NettyServerCustomizer rawAddresses() {
        RawAddress handler = new RawAddress();
        return server -> server.doOnChannelInit((observer, channel, remote) -> channel.pipeline()
                .addAfter(NettyPipeline.HttpCodec, "lianban.rawAddress", handler));
    }

    /** Forms are read by the one binder, before any other reader of JSON. */
    @Bean
    CodecCustomizer forms() {
        return codecs -> {
            codecs.customCodecs().register(new FormReader());
            codecs.customCodecs().registerWithDefaultConfig(new BodyBytes());
        };
    }

    /** A batch that meets a passing failure is delivered again until it passes; nothing is skipped. */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> retryForAsLongAsItLasts() {
        return (container, destination, group) -> {
            ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
            backOff.setMaxInterval(10_000);
            DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
            handler.setClassifications(Map.of(), true);
            container.setCommonErrorHandler(handler);
        };
    }

    @Bean
    OpenAPI openApi(LianbanProperties properties) {
        return new OpenAPI().info(new Info().title("Lianban " + properties.service()).version("v1")
                .description("Errors are application/problem+json (RFC 9457) and list every fault at once. "
                        + "Who acts travels in the headers Lianban-Actor, Lianban-Role, Lianban-Window and Lianban-On-Behalf-Of."));
    }
}
