package org.lianban.intake.application.config;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import org.lianban.contracts.catalog.Term;
import org.lianban.contracts.catalog.Window;
import org.lianban.intake.application.handler.Consequences;
import org.lianban.intake.application.handler.Counter;
import org.lianban.intake.application.handler.DeskRules;
import org.lianban.intake.application.handler.IntakeDesk;
import org.lianban.intake.application.handler.Stores;
import org.lianban.intake.application.query.Deadlines;
import org.lianban.intake.application.web.Door;
import org.lianban.intake.application.web.SideDoors;
import org.lianban.intake.application.web.SupplementController;
import org.lianban.intake.checking.client.DataSource;
import org.lianban.intake.checking.client.HttpSources;
import org.lianban.intake.checking.client.LicenceLibrary;
import org.lianban.intake.checking.client.SharingProperties;
import org.lianban.intake.checking.client.SimulatedSources;
import org.lianban.intake.checking.exemption.SourceAnswer;
import org.lianban.intake.checking.handler.Examiner;
import org.lianban.intake.checking.handler.Gatherer;
import org.lianban.intake.checking.handler.PrefillDesk;
import org.lianban.intake.checking.handler.Sharing;
import org.lianban.intake.checking.web.RequirementController;
import org.lianban.intake.parties.handler.ConsentDesk;
import org.lianban.intake.parties.handler.CreditDesk;
import org.lianban.intake.parties.store.ConsentStore;
import org.lianban.intake.parties.store.DataUseStore;
import org.lianban.intake.parties.store.PartyIndex;
import org.lianban.intake.parties.web.ConsentController;
import org.lianban.intake.parties.web.CreditController;
import org.lianban.intake.windows.Register;
import org.lianban.intake.windows.WindowRights;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.persistence.Database;
import org.lianban.security.PersonalDataCipher;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What goes beyond the plain application: exemption, tolerance, corrections, consents, profiles. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SharingProperties.class, ConsentProperties.class})
public class ProcedureWiring {
    private static final int MAX_ANSWER = 64 * 1024;

    @Bean
    Examiner examiner(CatalogCopy catalog) {
        return new Examiner(catalog);
    }

    @Bean
    WindowRights windowRights(CatalogCopy catalog, IntakeProperties properties) {
        return new WindowRights(properties.windows(), new Register() {
            @Override
            public Optional<Window> window(String id) {
                return catalog.window(id);
            }

            @Override
            public Collection<Window> windows(String region) {
                return catalog.windows(region);
            }
        });
    }

    @Bean
    Counter counter(Database database, Stores stores, InstantSource clock) {
        return new Counter(database, stores, clock);
    }

    @Bean
    SideDoors sideDoors(Door door, JsonMapper json) {
        return new SideDoors(door, json);
    }

    @Bean
    PartyIndex partyIndex(PersonalDataCipher cipher) {
        return new PartyIndex(cipher);
    }

    @Bean
    Consequences.Settings consequences(PartyIndex index, PersonalDataCipher cipher, JsonMapper json,
            IntakeProperties properties) {
        return new Consequences.Settings(index, cipher, json, properties.excludeOnBreach());
    }

    @Bean
    IntakeDesk.Knowledge deskKnowledge(Examiner examiner, Deadlines deadlines, WindowRights rights,
            IntakeProperties properties, Consequences.Settings consequences) {
        return new IntakeDesk.Knowledge(examiner, deadlines, rights,
                new DeskRules(Term.workingDays(properties.correctionTerm()), properties.lapseAllowed()), consequences);
    }

    /** One end for data and certificates alike; both are asked through it. */
    private record Sources(DataSource data, LicenceLibrary licences) {
        static Sources of(SharingProperties properties, JsonMapper json) {
            return switch (properties.mode()) {
                case OFF -> new Sources(q -> none(), s -> none());
                case SIMULATED -> {
                    SimulatedSources simulated = new SimulatedSources(properties.facts());
                    yield new Sources(simulated, simulated);
                }
                case HTTP -> {
                    HttpSources http = new HttpSources(WebClient.builder()
                            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MAX_ANSWER)).build(), json,
                            properties);
                    yield new Sources(http, http);
                }
            };
        }

        private static Mono<SourceAnswer> none() {
            return Mono.just(new SourceAnswer.Unavailable("no source is connected"));
        }
    }

    @Bean
    DataUseStore dataUseStore() {
        return new DataUseStore();
    }

    @Bean
    ConsentStore consentStore() {
        return new ConsentStore();
    }

    @Bean
    Sharing sharing(SharingProperties properties, JsonMapper json, Database database, DataUseStore uses,
            InstantSource clock) {
        Sources sources = Sources.of(properties, json);
        return new Sharing(sources.data(), sources.licences(), database, uses, clock);
    }

    @Bean
    Gatherer.Sources gathererSources(Stores stores, ConsentStore consents, PartyIndex index) {
        return new Gatherer.Sources(stores.applications(), consents, stores.parties(), stores.profiles(), index);
    }

    @Bean
    Gatherer gatherer(Database database, Gatherer.Sources sources, Examiner examiner, Sharing sharing,
            InstantSource clock) {
        return new Gatherer(database, sources, examiner, sharing, clock);
    }

    @Bean
    SupplementController supplementController(Door door, Gatherer gatherer) {
        return new SupplementController(door, gatherer);
    }

    @Bean
    ConsentDesk consentDesk(Database database, ConsentDesk.Shelves shelves, Counter counter,
            ConsentProperties properties) {
        return new ConsentDesk(database, shelves, counter, properties.texts());
    }

    @Bean
    ConsentDesk.Shelves consentShelves(ConsentStore consents, DataUseStore uses, Stores stores, PartyIndex index) {
        return new ConsentDesk.Shelves(consents, uses, stores.profiles(), index);
    }

    @Bean
    ConsentController consentController(SideDoors doors, ConsentDesk desk, InstantSource clock) {
        return new ConsentController(doors, desk, clock);
    }

    @Bean
    CreditController creditController(SideDoors doors, Database database, Stores stores,
            Consequences.Settings settings, Counter counter, InstantSource clock) {
        return new CreditController(doors, new CreditDesk(database, stores.parties(), settings, counter), clock);
    }

    @Bean
    PrefillDesk prefillDesk(Database database, Gatherer.Sources sources, DataUseStore uses, Examiner examiner,
            Sharing sharing, Counter counter) {
        return new PrefillDesk(database, new PrefillDesk.Shelves(sources, uses), examiner, sharing, counter);
    }

    @Bean
    RequirementController requirementController(SideDoors doors, RequirementController.Looking looking,
            Gatherer gatherer, PrefillDesk prefills) {
        return new RequirementController(doors, looking, gatherer, prefills);
    }

    @Bean
    RequirementController.Looking requirementLooking(Database database, Stores stores, CatalogCopy catalog,
            Examiner examiner, InstantSource clock) {
        return new RequirementController.Looking(database, stores.applications(), catalog, examiner, clock);
    }
}
