package org.lianban.intake.consultation.config;

import org.lianban.intake.commands.handler.Commands;
import org.lianban.intake.consultation.Consultation;
import org.lianban.intake.consultation.Objection;
import org.lianban.intake.consultation.Parcel;
import org.lianban.intake.consultation.handler.TicketHandler;
import org.lianban.intake.consultation.handler.TicketKinds;
import org.lianban.intake.consultation.web.ConsultationController;
import org.lianban.intake.consultation.web.ObjectionController;
import org.lianban.intake.consultation.web.ParcelController;
import org.lianban.persistence.Database;
import org.lianban.security.PersonalDataCipher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Consultations, objections and parcels. */
@Configuration(proxyBeanMethods = false)
@Import({ConsultationController.class, ObjectionController.class, ParcelController.class})
public class ConsultationConfiguration {
    @Bean
    TicketHandler<Consultation> consultations(Database database, Commands commands, JsonMapper json,
            PersonalDataCipher cipher) {
        return new TicketHandler<>(database, commands, TicketKinds.consultations(json, cipher));
    }

    @Bean
    TicketHandler<Objection> objections(Database database, Commands commands, JsonMapper json,
            PersonalDataCipher cipher) {
        return new TicketHandler<>(database, commands, TicketKinds.objections(json, cipher));
    }

    @Bean
    TicketHandler<Parcel> parcels(Database database, Commands commands, JsonMapper json, PersonalDataCipher cipher) {
        return new TicketHandler<>(database, commands, TicketKinds.parcels(json, cipher));
    }
}
