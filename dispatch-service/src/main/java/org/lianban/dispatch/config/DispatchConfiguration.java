package org.lianban.dispatch.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.lianban.dispatch.handler.LeadHandler;
import org.lianban.dispatch.handler.Meters;
import org.lianban.dispatch.handler.PlanHandler;
import org.lianban.dispatch.query.PlanQueries;
import org.lianban.dispatch.store.LeadCommandLog;
import org.lianban.dispatch.store.PlanCodec;
import org.lianban.dispatch.store.PlanRepository;
import org.lianban.dispatch.stream.DispatchHandler;
import org.lianban.dispatch.stream.EventReader;
import org.lianban.dispatch.web.JointController;
import org.lianban.dispatch.web.LeadController;
import org.lianban.dispatch.web.Leads;
import org.lianban.dispatch.web.PlanController;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.messaging.BatchInbox;
import org.lianban.messaging.MessagingMeters;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Parking;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that is this service's own; the platform comes from the kit. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DispatchProperties.class)
@Import({PlanCodec.class, PlanRepository.class, PlanQueries.class, LeadHandler.class, LeadCommandLog.class, Leads.class,
        PlanController.class, LeadController.class, JointController.class})
public class DispatchConfiguration {
    @Bean
    PlanHandler planHandler(PlanRepository store, Outbox outbox, InstantSource clock, MeterRegistry registry,
            MessagingMeters messaging) {
        Meters.register(registry);
        return new PlanHandler(store, outbox, clock, registry, messaging);
    }

    /** Bound to the topics of intake and of the departments. */
    @Bean
    BatchInbox dispatchInbox(BatchInbox.Kit kit, PlanHandler handler, CatalogCopy catalog, Parking parking,
            DispatchProperties properties) {
        return new BatchInbox(kit,
                new DispatchHandler(handler, parking,
                        new EventReader(catalog, properties.dispatch().supplementLifts())));
    }
}
