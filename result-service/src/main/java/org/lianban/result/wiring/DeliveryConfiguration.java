package org.lianban.result.wiring;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import org.lianban.contracts.catalog.Window;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.persistence.Database;
import org.lianban.result.delivery.CertificateWindows;
import org.lianban.result.follow.CaseCommands;
import org.lianban.result.issue.DeliveryDesk;
import org.lianban.result.issue.ShipmentDesk;
import org.lianban.result.store.ShipmentStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 出件与寄递. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {
    @Bean
    CertificateWindows certificateWindows(CatalogCopy catalog) {
        return new CertificateWindows(new CertificateWindows.Register() {
            @Override
            public Optional<Window> window(String id) {
                return catalog.window(id);
            }

            @Override
            public Collection<Window> of(String region) {
                return catalog.windows(region);
            }
        });
    }

    @Bean
    DeliveryDesk deliveryDesk(CaseCommands commands, CertificateWindows windows) {
        return new DeliveryDesk(commands, windows);
    }

    @Bean
    ShipmentDesk shipmentDesk(Database database, DeliveryDesk deliveries, InstantSource clock) {
        return new ShipmentDesk(database, new ShipmentStore(), deliveries, clock);
    }
}
