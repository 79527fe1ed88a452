package org.lianban.department.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.lianban.department.channel.ChannelRequest;
import org.lianban.department.client.DepartmentClients;
import org.lianban.department.handler.Bells;
import org.lianban.department.handler.ChannelHandler;
import org.lianban.department.handler.CommandHandler;
import org.lianban.department.handler.DeliveryQueue;
import org.lianban.department.handler.Meters;
import org.lianban.department.handler.PullHandler;
import org.lianban.department.handler.Pulse;
import org.lianban.department.handler.PushLanes;
import org.lianban.department.handler.ReplyContexts;
import org.lianban.department.handler.ReplyHandler;
import org.lianban.department.handler.TaskHandler;
import org.lianban.department.query.ChannelQueries;
import org.lianban.department.query.ItemQueries;
import org.lianban.department.query.PackAccess;
import org.lianban.department.store.ChannelRepository;
import org.lianban.department.store.DeliveryRepository;
import org.lianban.department.store.ItemRepository;
import org.lianban.department.store.PulseRepository;
import org.lianban.department.store.TaskCodec;
import org.lianban.department.store.TaskRepository;
import org.lianban.department.stream.DepartmentInbox;
import org.lianban.department.task.ReplyContext;
import org.lianban.department.web.ChannelController;
import org.lianban.department.web.Departments;
import org.lianban.department.web.ItemController;
import org.lianban.department.web.ReceiptController;
import org.lianban.department.web.RegistryController;
import org.lianban.department.web.TaskController;
import org.lianban.http.CollectionExamples;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.kit.config.SignalListener;
import org.lianban.messaging.BatchInbox;
import org.lianban.messaging.GroupCommit;
import org.lianban.persistence.Database;
import org.lianban.persistence.Loop;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is this service's own; the platform comes from the kit. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DepartmentProperties.class)
@Import({TaskCodec.class, TaskRepository.class, DeliveryRepository.class, ItemRepository.class, ChannelRepository.class,
        PulseRepository.class, ItemQueries.class, ChannelQueries.class, PackAccess.class, Bells.class, Pulse.class,
        TaskHandler.class, ChannelHandler.class, CommandHandler.class, DeliveryQueue.class,
        Departments.class, TaskController.class, ItemController.class, ChannelController.class,
        RegistryController.class, ReceiptController.class})
public class DepartmentConfiguration {
    private static final String SECRETS = "lianban.department.secrets.";
    private static final Duration SAMPLING = Duration.ofSeconds(5);
    private static final int MAX_WAITING = 2_048;
    private static final int MAX_ANSWER_BYTES = 2 * 1024 * 1024;

    private final DepartmentProperties.Department settings;

    DepartmentConfiguration(DepartmentProperties properties) {
        this.settings = properties.department();
    }

    @Bean
    CollectionExamples collectionExamples() {
        return new CollectionExamples(Map.of("departments", "410721-gongan", "items", "41072120260918YJS000001F-02"));
    }

    @Bean
    Meters departmentMeters(MeterRegistry registry) {
        return new Meters(registry, settings.meters().maxDepartments());
    }

    /** Every few seconds the gauges of the queues, by the clock that queued, the database's; and the pulse. */
    @Bean
    Loop queueSampler(DeliveryRepository deliveries, Meters meters, Pulse pulse) {
        return new Loop("Sampling queues", () -> deliveries.queues().doOnNext(meters::queues).then(pulse.flush())
                .thenReturn(SAMPLING), failures -> SAMPLING);
    }

    @Bean
    ReplyHandler replyHandler(Database database, TaskHandler tasks, CatalogCopy catalog, Pulse pulse) {
        ReplyContexts contexts = new ReplyContexts(catalog,
                new ReplyContext.Switches(settings.correction(), settings.extension()), settings.dayEnd());
        return new ReplyHandler(database, tasks, contexts, pulse, new GroupCommit.Settings(
                settings.group().maxBatch(), MAX_WAITING, settings.group().concurrency()));
    }

    @Bean
    PullHandler pullHandler(DeliveryQueue queue, Bells bells) {
        return new PullHandler(queue, bells, settings.redelivery(), settings.cancellationLimit(), settings.poll());
    }

    @Bean
    ChannelRequest.Place channelPlace(Environment environment) {
        return new ChannelRequest.Place(settings.push().allowPlainHttp(),
                name -> environment.getProperty(SECRETS + name) != null);
    }

    @Bean
    @ConditionalOnBooleanProperty("lianban.department.push.enabled")
    PushLanes pushLanes(ChannelHandler channels, DeliveryQueue queue, ReplyHandler replies, Bells bells,
            DepartmentClients clients) {
        DepartmentProperties.Push push = settings.push();
        return new PushLanes(clients, channels, queue, replies, bells, new PushLanes.Patience(settings.poll(),
                push.firstPause(), push.longestPause(), push.giveUpAfter()));
    }

    @Bean
    DepartmentClients departmentClients(JsonMapper json, Environment environment, InstantSource clock) {
        WebClient http = WebClient.builder().codecs(c -> c.defaultCodecs().maxInMemorySize(MAX_ANSWER_BYTES)).build();
        return new DepartmentClients(http, json, name -> environment.getProperty(SECRETS + name), clock,
                settings.push().breaker());
    }

    /** Bound to the topics of dispatch-service and result-service. */
    @Bean
    BatchInbox departmentInbox(BatchInbox.Kit kit, CommandHandler handler) {
        return DepartmentInbox.of(kit, handler);
    }

    @Bean
    SignalListener queueSignals(Bells bells) {
        return new SignalListener(TaskRepository.CHANNEL, bells::ring);
    }
}
