package org.lianban.result.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.messaging.Database;
import org.lianban.result.care.Score;
import org.lianban.result.desk.CareFollower;
import org.lianban.result.desk.CarePoller;
import org.lianban.result.desk.CareRoom;
import org.lianban.result.desk.CreditTiers;
import org.lianban.result.desk.Openings;
import org.lianban.result.desk.Ratables;
import org.lianban.result.desk.Speakers;
import org.lianban.result.desk.WorkCalendars;
import org.lianban.result.follow.CaseCommands;
import org.lianban.result.law.Law;
import org.lianban.result.store.BulletinQueries;
import org.lianban.result.store.CareQueries;
import org.lianban.result.store.CaseQueries;
import org.lianban.result.store.CreditStore;
import org.lianban.result.store.RatingQueries;
import org.lianban.result.store.RatingStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Ratings, tickets, supervision, checks and expiring licences. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CareProperties.class)
class CareConfiguration {
    @Bean
    WorkCalendars workCalendars(CatalogCopy catalog, ClockProperties clocks) {
        return new WorkCalendars(catalog, clocks.rules().dayEnd());
    }

    /** A place that can ask a credit platform offers a bean of its own; else every commitment is checked. */
    @Bean
    CareRoom careRoom(Database database, JsonMapper json, WorkCalendars calendars, ObjectProvider<CreditTiers> tiers,
            InstantSource clock, CareProperties properties) {
        return new CareRoom(
                new CareRoom.Ground(database, json, calendars, tiers.getIfAvailable(() -> CreditTiers.NONE), clock),
                properties.settings());
    }

    @Bean
    CareFollower careFollower(CareRoom room) {
        return room.follower();
    }

    @Bean
    CarePoller carePoller(CareRoom room, CaseCommands cases) {
        return new CarePoller(room.round(cases), CarePoller.Settings.DEFAULT);
    }

    @Bean
    Speakers speakers(CatalogCopy catalog) {
        return new Speakers(catalog);
    }

    @Bean
    Openings openings(CareRoom room, CaseQueries cases, Law law, WorkCalendars calendars, InstantSource clock) {
        return new Openings(room, cases, law, calendars, clock);
    }

    @Bean
    Ratables ratables(CareRoom room, CaseQueries cases, Law law, InstantSource clock) {
        return new Ratables(room, cases, law, clock);
    }

    @Bean
    RatingQueries ratingQueries(Database database, JsonMapper json) {
        return new RatingQueries(database, new RatingStore(json));
    }

    @Bean
    CareQueries careQueries(Database database) {
        return new CareQueries(database);
    }

    @Bean
    BulletinQueries bulletinQueries(Database database) {
        return new BulletinQueries(database);
    }

    @Bean
    Score score(CareProperties properties) {
        return properties.score();
    }

    @Bean
    CareMeters careMeters(BulletinQueries queries, MeterRegistry registry) {
        return new CareMeters(queries, registry);
    }

    @Bean
    CreditStore creditStore(Database database) {
        return new CreditStore(database);
    }
}
