package org.lianban.intake.parties.config;

import java.util.List;
import org.lianban.intake.commands.handler.Commands;
import org.lianban.intake.materials.store.MaterialRepository;
import org.lianban.intake.parties.Consent.ConsentText;
import org.lianban.intake.parties.MandateRights;
import org.lianban.intake.parties.handler.ConsentHandler;
import org.lianban.intake.parties.handler.CreditHandler;
import org.lianban.intake.parties.handler.MandateHandler;
import org.lianban.intake.parties.store.ConsentRepository;
import org.lianban.intake.parties.store.CreditRepository;
import org.lianban.intake.parties.store.MandateRepository;
import org.lianban.intake.parties.store.PartyRecords;
import org.lianban.intake.parties.store.ProfileRepository;
import org.lianban.intake.parties.web.ConsentController;
import org.lianban.intake.parties.web.CreditController;
import org.lianban.intake.parties.web.MandateController;
import org.lianban.intake.windows.WindowRights;
import org.lianban.persistence.Database;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Mandates, consents, credit and profiles. */
@Configuration(proxyBeanMethods = false)
@Import({PartyRecords.PartyIndex.class, PartyRecords.class, ConsentRepository.class, CreditRepository.class,
        ProfileRepository.class, MandateRepository.class, MandateController.class, ConsentController.class,
        CreditHandler.class, CreditController.class})
@EnableConfigurationProperties(PartiesConfiguration.Consents.class)
public class PartiesConfiguration {
    /** @param texts what may be agreed to; of each id the highest version is the one that can be agreed to now */
    @ConfigurationProperties("lianban.intake.consents")
    record Consents(@DefaultValue List<ConsentText> texts) {}

    /** @param mode whether an agent needs a recorded mandate */
    @Bean
    MandateHandler mandateHandler(Database database, MandateRepository mandates, MaterialRepository materials,
            Commands commands, WindowRights windows,
            @Value("${lianban.intake.mandates:REQUIRED}") MandateRights.Mode mode) {
        return new MandateHandler(database, mandates, materials, commands, windows, mode);
    }

    @Bean
    ConsentHandler consentHandler(Database database, PartyRecords records, Commands commands, Consents consents) {
        return new ConsentHandler(database, records, commands, consents.texts());
    }
}
