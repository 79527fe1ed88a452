package org.lianban.intake.application.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.lianban.intake.application.handler.DeskMeters;
import org.lianban.intake.application.handler.IntakeDesk;
import org.lianban.intake.application.handler.Stores;
import org.lianban.intake.application.query.Deadlines;
import org.lianban.intake.application.query.Views;
import org.lianban.intake.application.stream.ResultHandler;
import org.lianban.intake.application.web.ApplicationController;
import org.lianban.intake.application.web.Door;
import org.lianban.intake.application.web.Gate;
import org.lianban.intake.application.web.QueryController;
import org.lianban.intake.checking.handler.Gatherer;
import org.lianban.intake.materials.store.MaterialFiles;
import org.lianban.intake.materials.web.MaterialController;
import org.lianban.intake.province.store.ReplyStore;
import org.lianban.intake.province.stream.ProvinceHandler;
import org.lianban.kit.access.AccessLog;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.kit.config.LianbanProperties;
import org.lianban.messaging.BatchInbox;
import org.lianban.messaging.MessagingMeters;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Quarantine;
import org.lianban.messaging.RawBatchInbox;
import org.lianban.persistence.Database;
import org.lianban.security.PersonalDataCipher;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is this service's own; the platform comes from the kit. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeProperties.class)
@Import({ProcedureWiring.class, CustodyWiring.class})
public class IntakeWiring {

    @Bean
    Stores stores(Outbox outbox, JsonMapper json, PersonalDataCipher cipher) {
        return Stores.of(outbox, json, cipher);
    }

    @Bean
    DeskMeters deskMeters(MeterRegistry registry) {
        return new DeskMeters(registry);
    }

    @Bean
    Deadlines deadlines(CatalogCopy catalog) {
        return new Deadlines(catalog);
    }

    @Bean
    IntakeDesk intakeDesk(Database database, Stores stores, IntakeDesk.Knowledge knowledge, InstantSource clock,
            DeskMeters meters) {
        return new IntakeDesk(database, stores, knowledge, clock, meters);
    }

    @Bean
    MaterialFiles materialFiles(LianbanProperties properties, PersonalDataCipher cipher) throws IOException {
        MaterialFiles files = new MaterialFiles(Path.of(properties.dataDir()), cipher);
        // File times are the machine's, so the machine's clock judges their age.
        files.sweep(InstantSource.system().instant());
        return files;
    }

    @Bean
    WaitingGauge waitingGauge(Database database, Stores stores, DeskMeters meters) {
        return new WaitingGauge(database, stores.applications(), meters);
    }

    /** Bound to the results' topic. */
    @Bean
    BatchInbox resultInbox(BatchInbox.Kit kit, Stores stores, IntakeDesk desk, DeskMeters meters,
            MessagingMeters messaging) {
        return new BatchInbox(kit, new ResultHandler(stores.applications(), desk, meters, messaging));
    }

    /** Bound to the province's topic. */
    @Bean
    RawBatchInbox provinceInbox(Database database, Quarantine quarantine, IntakeDesk desk, Gatherer gatherer,
            Stores stores, DeskMeters meters, InstantSource clock, IntakeProperties properties) {
        return new RawBatchInbox(database, quarantine, new ProvinceHandler(desk, gatherer,
                new ProvinceHandler.Replies(new ReplyStore(), stores.outbox(), quarantine, stores.json()), meters,
                clock, new ProvinceHandler.Settings(properties.provinceAutoReceive())));
    }

    @Bean
    Door door(IntakeDesk desk, JsonMapper json, Gate gate) {
        return new Door(desk, json, gate);
    }

    @Bean
    ApplicationController applicationController(Door door, IntakeDesk desk, Gatherer gatherer) {
        return new ApplicationController(door, desk, gatherer);
    }

    @Bean
    QueryController queryController(Database database, Stores stores, CatalogCopy catalog, Deadlines deadlines,
            AccessLog log) {
        return new QueryController(database, stores.applications(), stores.notices(), new Views(catalog, deadlines),
                log);
    }

    @Bean
    MaterialController materialController(Door door, Database database, Stores stores, MaterialFiles files,
            AccessLog log) {
        return new MaterialController(door, database, stores.materials(), files, log);
    }
}
