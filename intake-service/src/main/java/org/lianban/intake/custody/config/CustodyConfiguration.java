package org.lianban.intake.custody.config;

import org.lianban.intake.application.store.ApplicationRepository;
import org.lianban.intake.commands.handler.Commands;
import org.lianban.intake.commands.web.Doors;
import org.lianban.intake.custody.handler.CustodyHandler;
import org.lianban.intake.custody.query.CustodyQueries;
import org.lianban.intake.custody.store.CustodyRepository;
import org.lianban.intake.custody.web.CustodyController;
import org.lianban.intake.custody.web.CustodyQueryController;
import org.lianban.intake.windows.WindowRights;
import org.lianban.intake.windows.handler.WindowLog;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.messaging.Outbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Paper originals and their attested copies. */
@Configuration(proxyBeanMethods = false)
@Import({CustodyRepository.class, CustodyQueries.class, CustodyQueryController.class})
public class CustodyConfiguration {
    @Bean
    CustodyController custodyController(Doors doors, Commands commands, ApplicationRepository applications,
            CustodyRepository custody, CustodyQueries queries, CatalogCopy catalog, WindowRights rights,
            WindowLog windows, Outbox outbox) {
        return new CustodyController(doors, new CustodyHandler(commands, applications, custody, queries, catalog,
                rights, windows, outbox));
    }
}
