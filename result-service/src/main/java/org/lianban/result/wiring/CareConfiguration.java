package org.lianban.result.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.persistence.Database;
import org.lianban.result.care.Score;
import org.lianban.result.client.HttpRatingGateway;
import org.lianban.result.client.SignedHttp;
import org.lianban.result.desk.CareFollower;
import org.lianban.result.desk.CareRoom;
import org.lianban.result.desk.CreditTiers;
import org.lianban.result.desk.Openings;
import org.lianban.result.desk.Ratables;
import org.lianban.result.desk.Speakers;
import org.lianban.result.desk.WorkCalendars;
import org.lianban.result.follow.CaseCommands;
import org.lianban.result.law.Law;
import org.lianban.result.outgoing.Backoff;
import org.lianban.result.outgoing.RatingRound;
import org.lianban.result.outgoing.RoundPoller;
import org.lianban.result.store.BulletinQueries;
import org.lianban.result.store.BundleQueries;
import org.lianban.result.store.BundleStore;
import org.lianban.result.store.CareQueries;
import org.lianban.result.store.CaseQueries;
import org.lianban.result.store.CreditStore;
import org.lianban.result.store.RatingQueries;
import org.lianban.result.store.RatingStore;
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
class CareConfiguration {
    private static final int BATCH = 200;
    private static final Duration PAUSE = Duration.ofMillis(500);

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
    RoundPoller carePoller(CareRoom room, CaseCommands cases) {
        return new RoundPoller("supervision", room.round(cases), BATCH, PAUSE);
    }

    /** Without an address ratings wait, and the reconciliation shows the gap. */
    @Bean
    @ConditionalOnProperty("lianban.care.reporting.url")
    RoundPoller ratingReporter(Database database, JsonMapper json, CareProperties properties, InstantSource clock) {
        var reporting = properties.reporting();
        var http = new SignedHttp(new SignedHttp.Settings("rating-platform", Objects.requireNonNull(reporting.url()),
                reporting.secret(), reporting.timeout(), reporting.openFor()), WebClient.create(), clock);
        return new RoundPoller("rating reports", new RatingRound(database, new RatingStore(json),
                new HttpRatingGateway(http, json, reporting.codes()),
                new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(30), reporting.giveUpAfter()), clock), BATCH,
                PAUSE);
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
    BundleQueries bundleQueries(Database database, BundleStore store) {
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

    @Bean
    CreditStore creditStore(Database database) {
        return new CreditStore(database);
    }
}
