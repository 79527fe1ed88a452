package org.lianban.intake.consultation.config;

import org.lianban.intake.commands.handler.Commands;
import org.lianban.intake.commands.web.Doors;
import org.lianban.intake.consultation.handler.TicketHandler;
import org.lianban.intake.consultation.handler.TicketKinds;
import org.lianban.intake.consultation.web.ConsultationController;
import org.lianban.intake.consultation.web.ObjectionController;
import org.lianban.intake.consultation.web.ParcelController;
import org.lianban.intake.windows.WindowRights;
import org.lianban.kit.access.AccessLog;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.persistence.Database;
import org.lianban.security.PersonalDataCipher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Consultations, objections and parcels. */
@Configuration(proxyBeanMethods = false)
public class ConsultationConfiguration {
    @Bean
    ConsultationController consultationController(Doors doors, Database database, Commands commands, JsonMapper json,
            PersonalDataCipher cipher, AccessLog log) {
        return new ConsultationController(doors,
                new TicketHandler<>(database, commands, TicketKinds.consultations(json, cipher)), log);
    }

    @Bean
    ObjectionController objectionController(Doors doors, Database database, Commands commands, JsonMapper json,
            PersonalDataCipher cipher, AccessLog log, CatalogCopy catalog) {
        return new ObjectionController(doors,
                new TicketHandler<>(database, commands, TicketKinds.objections(json, cipher)), log,
                source -> catalog.department(source).isPresent());
    }

    @Bean
    ParcelController parcelController(Doors doors, Database database, Commands commands, JsonMapper json,
            PersonalDataCipher cipher, WindowRights rights) {
        return new ParcelController(doors, new TicketHandler<>(database, commands, TicketKinds.parcels(json, cipher)),
                rights);
    }
}
