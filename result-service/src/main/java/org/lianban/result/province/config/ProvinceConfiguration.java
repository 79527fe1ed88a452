package org.lianban.result.province.config;

import java.time.InstantSource;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Quarantine;
import org.lianban.messaging.RawBatchInbox;
import org.lianban.persistence.Database;
import org.lianban.result.province.handler.ProvinceProjection;
import org.lianban.result.province.handler.Reconciler;
import org.lianban.result.province.handler.RowReporter;
import org.lianban.result.province.query.ProvinceQueries;
import org.lianban.result.province.store.SentRepository;
import org.lianban.result.province.stream.ProvinceAnswers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.json.JsonMapper;

/** 上报. */
@Configuration(proxyBeanMethods = false)
@Import({SentRepository.class, RowReporter.class, Reconciler.class, ProvinceQueries.class})
class ProvinceConfiguration {
    @Bean
    @Order(30)
    ProvinceProjection provinceProjection(Outbox outbox, RowReporter rows,
            @Value("${lianban.result.province-records:true}") boolean on) {
        return new ProvinceProjection(outbox, on ? rows : null);
    }

    @Bean
    RawBatchInbox provinceAnswers(Database database, Quarantine quarantine, SentRepository store, Reconciler reconciler,
            JsonMapper json, InstantSource clock) {
        return new RawBatchInbox(database, quarantine, new ProvinceAnswers(store, reconciler, quarantine, json, clock));
    }
}
