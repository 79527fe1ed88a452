package org.lianban.intake.province.config;

import java.time.InstantSource;
import org.lianban.intake.application.handler.IntakeCommands;
import org.lianban.intake.province.store.ReplyRepository;
import org.lianban.intake.province.stream.ProvinceHandler;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Quarantine;
import org.lianban.messaging.RawBatchInbox;
import org.lianban.persistence.Database;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The province's door. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProvinceConfiguration.Properties.class)
public class ProvinceConfiguration {
    /**
     * @param provinceAutoReceive whether an application of the province that passes every check is received at once: the
     *     province's platform has looked at it already. Otherwise it waits for a clerk like one filed online
     */
    @ConfigurationProperties("lianban.intake")
    record Properties(@DefaultValue("true") boolean provinceAutoReceive) {}

    /** Bound to the province's topic. */
    @Bean
    RawBatchInbox provinceInbox(Database database, Quarantine quarantine, IntakeCommands commands, Outbox outbox,
            InstantSource clock, Properties properties) {
        return new RawBatchInbox(database, quarantine, new ProvinceHandler(commands, new ReplyRepository(), outbox,
                quarantine, clock, properties.provinceAutoReceive()));
    }
}
