package org.lianban.intake.parties.config;

import java.time.InstantSource;
import java.util.List;
import org.lianban.intake.commands.handler.Commands;
import org.lianban.intake.commands.web.Doors;
import org.lianban.intake.materials.store.MaterialRepository;
import org.lianban.intake.parties.Consent.ConsentText;
import org.lianban.intake.parties.MandateRights;
import org.lianban.intake.parties.handler.ConsentHandler;
import org.lianban.intake.parties.handler.CreditHandler;
import org.lianban.intake.parties.handler.MandateHandler;
import org.lianban.intake.parties.store.ConsentRepository;
import org.lianban.intake.parties.store.CreditRepository;
import org.lianban.intake.parties.store.MandateRepository;
import org.lianban.intake.parties.store.PartyIndex;
import org.lianban.intake.parties.store.PartyRecords;
import org.lianban.intake.parties.store.ProfileRepository;
import org.lianban.intake.parties.web.ConsentController;
import org.lianban.intake.parties.web.CreditController;
import org.lianban.intake.parties.web.MandateController;
import org.lianban.intake.windows.WindowRights;
import org.lianban.persistence.Database;
import org.lianban.security.PersonalDataCipher;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Mandates, consents, credit and profiles. */
@Configuration(proxyBeanMethods = false)
@Import(MandateController.class)
@EnableConfigurationProperties({PartiesConfiguration.Properties.class, PartiesConfiguration.Consents.class})
public class PartiesConfiguration {
    /** @param mandates whether an agent needs a recorded mandate */
    @ConfigurationProperties("lianban.intake")
    record Properties(@DefaultValue("REQUIRED") MandateRights.Mode mandates) {}

    /** @param texts what may be agreed to; of each id the highest version is the one that can be agreed to now */
    @ConfigurationProperties("lianban.intake.consents")
    record Consents(@DefaultValue List<ConsentText> texts) {}

    @Bean
    PartyRecords partyRecords(JsonMapper json, PersonalDataCipher cipher) {
        PartyIndex index = new PartyIndex(cipher);
        return new PartyRecords(index, new ConsentRepository(), new CreditRepository(json, cipher, index),
                new ProfileRepository(json, cipher));
    }

    @Bean
    MandateHandler mandateHandler(Database database, JsonMapper json, PersonalDataCipher cipher, PartyRecords records,
            MaterialRepository materials, Commands commands, WindowRights windows, Properties properties) {
        return new MandateHandler(database, new MandateRepository(json, cipher, records.index()), materials, commands,
                windows, properties.mandates());
    }

    @Bean
    ConsentController consentController(Doors doors, Database database, PartyRecords records, Commands commands,
            Consents consents) {
        return new ConsentController(doors, new ConsentHandler(database, records.consents(), records.profiles(),
                records.index(), commands, consents.texts()));
    }

    @Bean
    CreditController creditController(Doors doors, Database database, PartyRecords records, Commands commands,
            InstantSource clock) {
        return new CreditController(doors, new CreditHandler(database, records.credits(), commands, clock));
    }
}
