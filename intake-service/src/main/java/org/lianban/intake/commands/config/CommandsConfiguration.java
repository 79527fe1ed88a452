package org.lianban.intake.commands.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.lianban.intake.commands.handler.Commands;
import org.lianban.intake.commands.handler.IntakeMeters;
import org.lianban.intake.commands.store.NumberRepository;
import org.lianban.intake.commands.web.Doors;
import org.lianban.persistence.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What all commands of intake have in common. */
@Configuration(proxyBeanMethods = false)
public class CommandsConfiguration {
    @Bean
    NumberRepository numberRepository() {
        return new NumberRepository();
    }

    @Bean
    IntakeMeters intakeMeters(MeterRegistry registry) {
        return new IntakeMeters(registry);
    }

    @Bean
    Commands commands(Database database, NumberRepository numbers, InstantSource clock, JsonMapper json,
            IntakeMeters meters) {
        return new Commands(database, numbers, clock, json, meters);
    }

    @Bean
    Doors doors(JsonMapper json) {
        return new Doors(json);
    }
}
