package org.lianban.intake.province.config;

import java.time.InstantSource;
import org.lianban.intake.application.handler.IntakeCommands;
import org.lianban.intake.province.store.ReplyRepository;
import org.lianban.intake.province.stream.ProvinceHandler;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Quarantine;
import org.lianban.messaging.RawBatchInbox;
import org.lianban.persistence.Database;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The province's door. */
@Configuration(proxyBeanMethods = false)
@Import(ReplyRepository.class)
public class ProvinceConfiguration {
    /**
     * Bound to the province's topic.
     *
     * @param autoReceive whether an application of the province that passes every check is received at once: the
     *     province's platform has looked at it already. Otherwise it waits for a clerk like one filed online
     */
    @Bean
    RawBatchInbox provinceInbox(Database database, Quarantine quarantine, IntakeCommands commands,
            ReplyRepository replies, Outbox outbox, InstantSource clock,
            @Value("${lianban.intake.province-auto-receive:true}") boolean autoReceive) {
        return new RawBatchInbox(database, quarantine,
                new ProvinceHandler(commands, replies, outbox, quarantine, clock, autoReceive));
    }
}
