package org.lianban.catalog.seed.config;

import java.time.InstantSource;
import org.lianban.catalog.calendar.handler.CalendarHandler;
import org.lianban.catalog.listing.handler.Exclusive;
import org.lianban.catalog.listing.handler.ListingHandler;
import org.lianban.catalog.seed.handler.FirstStartHandler;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.messaging.Outbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Fills the catalogue at its first start. */
@Configuration(proxyBeanMethods = false)
class SeedConfiguration {
    @Bean
    FirstStartHandler firstStartHandler(Exclusive exclusive, Outbox outbox, JsonMapper json, ListingHandler listing,
            CalendarHandler calendars) {
        return new FirstStartHandler(exclusive, outbox, json, listing, calendars);
    }

    @Bean
    FirstStart firstStart(FirstStartHandler handler, CatalogCopy copy, InstantSource clock) {
        return new FirstStart(handler, copy, clock);
    }
}
