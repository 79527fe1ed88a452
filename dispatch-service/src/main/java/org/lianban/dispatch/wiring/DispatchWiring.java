package org.lianban.dispatch.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.lianban.dispatch.desk.LeadDesk;
import org.lianban.dispatch.desk.Meters;
import org.lianban.dispatch.desk.PlanLedger;
import org.lianban.dispatch.store.LeadCommandLog;
import org.lianban.dispatch.store.PlanCodec;
import org.lianban.dispatch.store.PlanStore;
import org.lianban.dispatch.stream.DispatchHandler;
import org.lianban.dispatch.web.JointController;
import org.lianban.dispatch.web.LeadController;
import org.lianban.dispatch.web.PlanController;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.messaging.BatchInbox;
import org.lianban.messaging.MessagingMeters;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Parking;
import org.lianban.persistence.Database;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is this service's own; the platform comes from the kit. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DispatchProperties.class)
@Import({PlanController.class, LeadController.class, JointController.class})
public class DispatchWiring {

    @Bean
    PlanStore planStore(JsonMapper json) {
        return new PlanStore(new PlanCodec(json));
    }

    @Bean
    PlanLedger planLedger(PlanStore store, Outbox outbox, InstantSource clock, MeterRegistry registry,
            MessagingMeters messaging) {
        Meters.register(registry);
        return new PlanLedger(store, outbox, clock, registry, messaging);
    }

    @Bean
    LeadDesk leadDesk(Database database, PlanLedger ledger, JsonMapper json) {
        return new LeadDesk(database, ledger, new LeadCommandLog(), json);
    }

    /** Bound to the topics of intake and of the departments. */
    @Bean
    BatchInbox dispatchInbox(BatchInbox.Kit kit, PlanLedger ledger, CatalogCopy catalog, Parking parking,
            DispatchProperties properties) {
        return new BatchInbox(kit,
                new DispatchHandler(ledger, parking, catalog, properties.dispatch().supplementLifts()));
    }
}
