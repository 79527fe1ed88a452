package org.lianban.department.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.lianban.department.channel.ChannelRequest;
import org.lianban.department.client.Inside;
import org.lianban.department.client.PushLanes;
import org.lianban.department.store.ChannelStore;
import org.lianban.department.store.DeliveryStore;
import org.lianban.department.store.ItemStore;
import org.lianban.department.store.ManualStore;
import org.lianban.department.store.PulseStore;
import org.lianban.department.store.TaskStore;
import org.lianban.department.stream.DepartmentInbox;
import org.lianban.department.web.ChannelController;
import org.lianban.department.web.Departments;
import org.lianban.department.web.ItemController;
import org.lianban.department.web.ReceiptController;
import org.lianban.department.web.RegistryController;
import org.lianban.department.web.TaskController;
import org.lianban.department.work.Bells;
import org.lianban.department.work.CommandLedger;
import org.lianban.department.work.Grounds;
import org.lianban.department.work.Meters;
import org.lianban.department.work.Pulse;
import org.lianban.department.work.Readers;
import org.lianban.department.work.ReplyDoor;
import org.lianban.department.work.ReplyReader;
import org.lianban.department.work.Sampler;
import org.lianban.department.work.Settings;
import org.lianban.department.work.TaskQueue;
import org.lianban.kit.access.AccessLog;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.kit.wiring.SignalListener;
import org.lianban.messaging.BatchInbox;
import org.lianban.messaging.GroupCommit;
import org.lianban.messaging.MessagingMeters;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Parking;
import org.lianban.persistence.Database;
import org.lianban.security.PersonalDataCipher;
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
@Import({TaskController.class, ItemController.class, ChannelController.class, RegistryController.class,
        ReceiptController.class})
public class DepartmentWiring {
    private static final String SECRETS = "lianban.department.secrets.";
    private static final int MAX_WAITING = 2_048;
    private static final int MAX_ANSWER_BYTES = 2 * 1024 * 1024;

    @Bean
    Settings departmentSettings(DepartmentProperties properties) {
        return properties.department();
    }

    @Bean
    TaskStore taskStore(JsonMapper json, PersonalDataCipher cipher) {
        return new TaskStore(json, cipher);
    }

    @Bean
    DeliveryStore deliveryStore(Database database, PersonalDataCipher cipher) {
        return new DeliveryStore(database, cipher);
    }

    @Bean
    ItemStore itemStore(Database database, JsonMapper json, PersonalDataCipher cipher) {
        return new ItemStore(database, json, cipher);
    }

    @Bean
    ManualStore manualStore(Database database) {
        return new ManualStore(database);
    }

    @Bean
    ChannelStore channelStore(Database database) {
        return new ChannelStore(database);
    }

    @Bean
    PulseStore pulseStore(Database database) {
        return new PulseStore(database);
    }

    @Bean
    Bells bells() {
        return new Bells();
    }

    @Bean
    Meters departmentMeters(MeterRegistry registry, Settings settings) {
        return new Meters(registry, settings.meters().maxDepartments());
    }

    @Bean
    Pulse pulse(PulseStore store) {
        return new Pulse(store);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Sampler sampler(DeliveryStore deliveries, Meters meters, Pulse pulse) {
        return new Sampler(deliveries, meters, pulse);
    }

    @Bean
    ReplyReader replyReader(JsonMapper json) {
        return new ReplyReader(json);
    }

    @Bean
    ReplyDoor replyDoor(Database database, TaskStore store, Outbox outbox, InstantSource clock,
            ReplyDoor.Observation observation) {
        return new ReplyDoor(database, store, outbox, clock, observation);
    }

    @Bean
    ReplyDoor.Observation replyObservation(Meters meters, Pulse pulse, Settings settings, CatalogCopy catalog) {
        return new ReplyDoor.Observation(meters, pulse, new GroupCommit.Settings(settings.group().maxBatch(),
                MAX_WAITING, settings.group().concurrency()), new Grounds(catalog, settings));
    }

    @Bean
    Readers packReaders(AccessLog log) {
        return new Readers(log);
    }

    @Bean
    TaskQueue taskQueue(DeliveryStore store, CatalogCopy catalog, Bells bells, Settings settings, Readers readers) {
        return new TaskQueue(store, catalog, bells, settings, readers);
    }

    @Bean
    Departments departments(CatalogCopy catalog) {
        return new Departments(catalog);
    }

    @Bean
    ChannelController.Stores channelStores(ChannelStore channels, DeliveryStore deliveries, PulseStore pulses) {
        return new ChannelController.Stores(channels, deliveries, pulses);
    }

    @Bean
    ChannelRequest.Place channelPlace(Settings settings, Environment environment) {
        return new ChannelRequest.Place(settings.push().allowPlainHttp(),
                name -> environment.getProperty(SECRETS + name) != null);
    }

    @Bean
    Inside pushInside(DeliveryStore deliveries, ChannelStore channels, ReplyDoor door, ReplyReader reader,
            DepartmentShared shared) {
        return new Inside(deliveries, channels, door, reader, shared.bells(), shared.meters(), shared.catalog(),
                shared.json(), shared.settings(), shared.readers());
    }

    /** Only so that no assembly takes more than six things. */
    record DepartmentShared(Bells bells, Meters meters, CatalogCopy catalog, JsonMapper json, Settings settings,
            Readers readers) {}

    @Bean
    DepartmentShared departmentShared(Bells bells, Meters meters, CatalogCopy catalog, JsonMapper json,
            Settings settings, Readers readers) {
        return new DepartmentShared(bells, meters, catalog, json, settings, readers);
    }

    @Bean
    PushLanes pushLanes(Inside inside, Environment environment, InstantSource clock) {
        WebClient http = WebClient.builder().codecs(c -> c.defaultCodecs().maxInMemorySize(MAX_ANSWER_BYTES)).build();
        return new PushLanes(inside, http, name -> environment.getProperty(SECRETS + name), clock);
    }

    @Bean
    CommandLedger commandLedger(TaskStore store, ChannelStore channels, Outbox outbox, Parking parking,
            InstantSource clock,
            CommandLedger.Watch watch) {
        return new CommandLedger(store, channels, outbox, parking, clock, watch);
    }

    @Bean
    CommandLedger.Watch commandWatch(Meters meters, MessagingMeters messaging, CatalogCopy catalog) {
        return new CommandLedger.Watch(meters, messaging, catalog);
    }

    /** Bound to the topics of dispatch-service and result-service. */
    @Bean
    BatchInbox departmentInbox(BatchInbox.Kit kit, CommandLedger ledger) {
        return DepartmentInbox.of(kit, ledger);
    }

    @Bean
    SignalListener queueSignals(Bells bells) {
        return new SignalListener() {
            @Override
            public String channel() {
                return TaskStore.CHANNEL;
            }

            @Override
            public void heard(String payload) {
                bells.ring(payload);
            }
        };
    }
}
