package org.lianban.result.oversight.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.lianban.command.poll.Backoff;
import org.lianban.command.poll.Poller;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.clock.ClockRules;
import org.lianban.result.bundle.handler.CaseCommands;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.bundle.query.BundleQueries;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.bundle.store.BundleRepository;
import org.lianban.result.client.SignedHttp;
import org.lianban.result.oversight.Score;
import org.lianban.result.oversight.client.HttpRatingGateway;
import org.lianban.result.oversight.handler.CareProjection;
import org.lianban.result.oversight.handler.CareRoom;
import org.lianban.result.oversight.handler.CreditTiers;
import org.lianban.result.oversight.handler.Openings;
import org.lianban.result.oversight.handler.Ratables;
import org.lianban.result.oversight.handler.RatingRound;
import org.lianban.result.oversight.handler.Speakers;
import org.lianban.result.oversight.handler.WorkCalendars;
import org.lianban.result.oversight.query.BulletinQueries;
import org.lianban.result.oversight.query.CareQueries;
import org.lianban.result.oversight.query.RatingQueries;
import org.lianban.result.oversight.store.RatingRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.json.JsonMapper;

/** Ratings, tickets, supervision, checks and expiring licences. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CareProperties.class)
class OversightConfiguration {
    private static final Poller.Settings POLLING = new Poller.Settings(200, Duration.ofMillis(500));

    @Bean
    WorkCalendars workCalendars(CatalogCopy catalog, ClockRules clocks) {
        return new WorkCalendars(catalog, clocks.dayEnd());
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
    CareProjection careFollower(CareRoom room) {
        return room.follower();
    }

    @Bean
    Poller carePoller(CareRoom room, CaseCommands cases) {
        return new Poller("supervision", POLLING, room.round(cases));
    }

    /** Without an address ratings wait, and the reconciliation shows the gap. */
    @Bean
    @ConditionalOnProperty("lianban.care.reporting.url")
    Poller ratingReporter(Database database, JsonMapper json, CareProperties properties, InstantSource clock) {
        var reporting = properties.reporting();
        var http = new SignedHttp(new SignedHttp.Settings("rating-platform", Objects.requireNonNull(reporting.url()),
                reporting.secret(), reporting.timeout(), reporting.openFor()), WebClient.create(), clock);
        return new Poller("rating reports", POLLING, new RatingRound(database, new RatingRepository(json),
                new HttpRatingGateway(http, json, reporting.codes()),
                new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(30), reporting.giveUpAfter()), clock));
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
        return new RatingQueries(database, new RatingRepository(json));
    }

    @Bean
    CareQueries careQueries(Database database) {
        return new CareQueries(database);
    }

    @Bean
    BundleQueries bundleQueries(Database database, BundleRepository store) {
        return new BundleQueries(database, store);
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
}
