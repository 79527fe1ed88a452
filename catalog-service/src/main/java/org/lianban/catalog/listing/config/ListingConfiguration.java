package org.lianban.catalog.listing.config;

import java.time.InstantSource;
import org.lianban.catalog.listing.handler.Exclusive;
import org.lianban.catalog.listing.handler.ListingHandler;
import org.lianban.catalog.listing.query.BaseQueries;
import org.lianban.catalog.listing.query.OneThingQueries;
import org.lianban.catalog.listing.query.RegisterQueries;
import org.lianban.catalog.listing.query.StageQueries;
import org.lianban.messaging.Outbox;
import org.lianban.persistence.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The parts that keep the list. */
@Configuration(proxyBeanMethods = false)
class ListingConfiguration {
    @Bean
    Exclusive exclusive(Database database, JsonMapper json, InstantSource clock) {
        return new Exclusive(database, json, clock);
    }

    @Bean
    ListingHandler listingHandler(Database database, Exclusive exclusive, Outbox outbox, JsonMapper json) {
        return new ListingHandler(database, exclusive, outbox, json);
    }

    @Bean
    OneThingQueries oneThingQueries(Database database, JsonMapper json) {
        return new OneThingQueries(database, json);
    }

    @Bean
    RegisterQueries registerQueries(Database database, JsonMapper json) {
        return new RegisterQueries(database, json);
    }

    @Bean
    StageQueries stageQueries(Database database) {
        return new StageQueries(database);
    }

    @Bean
    BaseQueries baseQueries(Database database, JsonMapper json) {
        return new BaseQueries(database, json);
    }
}
