package org.lianban.catalog.calendar.config;

import org.lianban.catalog.calendar.handler.CalendarHandler;
import org.lianban.catalog.calendar.query.CalendarQueries;
import org.lianban.catalog.listing.handler.Exclusive;
import org.lianban.messaging.Outbox;
import org.lianban.persistence.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The parts that keep calendars. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {
    @Bean
    CalendarHandler calendarHandler(Exclusive exclusive, Outbox outbox, JsonMapper json) {
        return new CalendarHandler(exclusive, outbox, json);
    }

    @Bean
    CalendarQueries calendarQueries(Database database, JsonMapper json) {
        return new CalendarQueries(database, json);
    }
}
