package org.lianban.intake.commands.config;

import java.util.Map;
import org.lianban.http.CollectionExamples;
import org.lianban.intake.commands.handler.Commands;
import org.lianban.intake.commands.handler.IntakeMeters;
import org.lianban.intake.commands.store.NumberRepository;
import org.lianban.intake.commands.web.Doors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What all commands of intake have in common. */
@Configuration(proxyBeanMethods = false)
@Import({NumberRepository.class, IntakeMeters.class, Commands.class, Doors.class})
public class CommandsConfiguration {
    @Bean
    CollectionExamples collectionExamples() {
        return new CollectionExamples(
                Map.of("consultations", "ZXFD41072120260918000001", "objections", "SJYY41072120260918000001", "parcels",
                        "KDSB41072120260918000001", "mandates", "SQWT41072120260918000001", "consents",
                        "TYSQ41072120260918000001", "exclusions", "1", "windows", "410721-zh01"));
    }
}
