package org.lianban.intake.application.config;

import java.time.InstantSource;
import org.lianban.intake.application.handler.Counter;
import org.lianban.intake.application.handler.Stores;
import org.lianban.intake.application.web.Door;
import org.lianban.intake.application.web.Gate;
import org.lianban.intake.application.web.SideDoors;
import org.lianban.intake.consultation.Consultation;
import org.lianban.intake.consultation.Objection;
import org.lianban.intake.consultation.Parcel;
import org.lianban.intake.consultation.handler.TicketDesk;
import org.lianban.intake.consultation.handler.TicketKinds;
import org.lianban.intake.consultation.web.ConsultationController;
import org.lianban.intake.consultation.web.ObjectionController;
import org.lianban.intake.consultation.web.ParcelController;
import org.lianban.intake.custody.handler.CustodyDesk;
import org.lianban.intake.custody.store.CustodyStore;
import org.lianban.intake.custody.web.AttestationController;
import org.lianban.intake.custody.web.CustodyController;
import org.lianban.intake.custody.web.CustodyQueryController;
import org.lianban.intake.materials.store.MaterialFiles;
import org.lianban.intake.parties.handler.MandateDesk;
import org.lianban.intake.parties.store.MandateStore;
import org.lianban.intake.parties.store.PartyIndex;
import org.lianban.intake.parties.web.MandateController;
import org.lianban.intake.windows.WindowRights;
import org.lianban.intake.windows.web.WindowController;
import org.lianban.kit.access.AccessLog;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.persistence.Database;
import org.lianban.security.PersonalDataCipher;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Windows, originals, agents, and what is asked before and beside an application. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MandateProperties.class)
public class CustodyWiring {

    @Bean
    CustodyStore custodyStore(JsonMapper json, PersonalDataCipher cipher) {
        return new CustodyStore(json, cipher);
    }

    @Bean
    CustodyDesk custodyDesk(CustodyStore store, Stores stores, CatalogCopy catalog, WindowRights rights) {
        return new CustodyDesk(store, stores.operations(), catalog, rights);
    }

    @Bean
    CustodyController custodyController(Door door, CustodyDesk desk) {
        return new CustodyController(door, desk);
    }

    @Bean
    CustodyQueryController custodyQueryController(Database database, Stores stores, CustodyStore custody,
            CatalogCopy catalog, CustodyDesk desk, AccessLog log) {
        return new CustodyQueryController(
                new CustodyQueryController.Sources(database, stores.applications(), custody, catalog), desk, log);
    }

    @Bean
    AttestationController attestationController(Door door, CustodyDesk desk, Database database, Stores stores,
            CustodyStore custody, MaterialFiles files) {
        return new AttestationController(door, desk, new AttestationController.Sources(database,
                stores.applications(), stores.materials(), custody, files));
    }

    @Bean
    MandateDesk mandateDesk(Database database, Stores stores, MandateStore mandates, Counter counter,
            InstantSource clock, MandateProperties properties) {
        return new MandateDesk(database, stores, mandates, counter, clock, properties.mandates());
    }

    @Bean
    MandateStore mandateStore(JsonMapper json, PersonalDataCipher cipher, PartyIndex index) {
        return new MandateStore(json, cipher, index);
    }

    @Bean
    Gate gate(MandateDesk mandates, WindowRights rights, CatalogCopy catalog, InstantSource clock) {
        return new Gate(mandates, rights, catalog, clock);
    }

    @Bean
    MandateController mandateController(SideDoors doors, MandateDesk desk, WindowRights rights,
            InstantSource clock) {
        return new MandateController(doors, desk, rights, clock);
    }

    @Bean
    ConsultationController consultationController(SideDoors doors, Database database, Counter counter,
            JsonMapper json, PersonalDataCipher cipher, AccessLog log) {
        return new ConsultationController(doors, new TicketDesk<Consultation>(database, counter,
                TicketKinds.consultations(json, cipher)), log);
    }

    @Bean
    ObjectionController objectionController(SideDoors doors, TicketDesk<Objection> objections, AccessLog log,
            CatalogCopy catalog) {
        return new ObjectionController(doors, objections, log, catalog);
    }

    @Bean
    TicketDesk<Objection> objections(Database database, Counter counter, JsonMapper json, PersonalDataCipher cipher) {
        return new TicketDesk<>(database, counter, TicketKinds.objections(json, cipher));
    }

    @Bean
    ParcelController parcelController(SideDoors doors, Database database, Counter counter, JsonMapper json,
            PersonalDataCipher cipher, WindowRights rights) {
        return new ParcelController(doors,
                new TicketDesk<Parcel>(database, counter, TicketKinds.parcels(json, cipher)), rights);
    }

    @Bean
    WindowController windowController(SideDoors doors, Counter counter, Database database, Stores stores,
            CatalogCopy catalog, WindowRights rights) {
        return new WindowController(doors, counter,
                new WindowController.Sources(database, stores.operations(), catalog, rights));
    }
}
