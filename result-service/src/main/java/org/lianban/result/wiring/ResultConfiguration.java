package org.lianban.result.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.messaging.BatchInbox;
import org.lianban.messaging.Outbox;
import org.lianban.persistence.Database;
import org.lianban.result.due.CalendarWatch;
import org.lianban.result.due.DueMeters;
import org.lianban.result.due.DuePoller;
import org.lianban.result.due.DueRound;
import org.lianban.result.follow.CaseCommands;
import org.lianban.result.follow.Follower;
import org.lianban.result.law.Law;
import org.lianban.result.store.BundleStore;
import org.lianban.result.store.BundleText;
import org.lianban.result.store.CaseDesk;
import org.lianban.result.store.CaseQueries;
import org.lianban.result.store.Keeper;
import org.lianban.result.store.LeastData;
import org.lianban.result.store.OutageStore;
import org.lianban.result.store.Tally;
import org.lianban.result.stream.ResultHandler;
import org.lianban.result.view.Views;
import org.lianban.result.web.CaseFeed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of result-service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClockProperties.class)
class ResultConfiguration {
    private static final Duration[] LATENESS_BUCKETS = {Duration.ofMillis(100), Duration.ofMillis(500),
            Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(15),
            Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofDays(1)};

    @Bean
    Law law(CatalogCopy catalog, ClockProperties clocks) {
        return new Law(catalog, clocks.rules());
    }

    @Bean
    BundleText bundleText() {
        return new BundleText();
    }

    @Bean
    BundleStore bundleStore(BundleText text) {
        return new BundleStore(text);
    }

    @Bean
    Keeper keeper(BundleStore store, BundleText text, Outbox outbox, Law law, InstantSource clock,
            ObjectProvider<Follower> followers) {
        return new Keeper(store, text, outbox, law, clock, followers.orderedStream().toList());
    }

    @Bean
    CaseCommands caseCommands(Database database, BundleStore store, Keeper keeper, Law law, InstantSource clock) {
        return new CaseDesk(database, store, keeper, law, clock);
    }

    @Bean
    BatchInbox resultInbox(BatchInbox.Kit kit, BundleStore store, Keeper keeper, Law law) {
        var json = LeastData.reading(kit.json());
        var lean = new BatchInbox.Kit(kit.database(), kit.types(), json, kit.quarantine(), kit.parking(), kit.meters());
        return new BatchInbox(lean, new ResultHandler(store, keeper, law, kit.parking(), kit.meters()));
    }

    @Bean
    DueMeters dueMeters(MeterRegistry registry) {
        var lateness = Timer.builder(Meters.LATENESS.meter()).description(Meters.LATENESS.description())
                .serviceLevelObjectives(LATENESS_BUCKETS).register(registry);
        return late -> lateness.record(late.isNegative() ? Duration.ZERO : late);
    }

    @Bean
    DueRound dueRound(Database database, BundleStore store, Keeper keeper, Law law, DueMeters meters,
            InstantSource clock) {
        return new DueRound(database, store, keeper, law, meters, clock);
    }

    @Bean
    DuePoller duePoller(DueRound round, Database database, Law law, InstantSource clock) {
        return new DuePoller(round, new CalendarWatch(database, law, clock), DuePoller.Settings.DEFAULT);
    }

    @Bean
    CaseQueries caseQueries(Database database, BundleStore store, BundleText text) {
        return new CaseQueries(database, store, text);
    }

    @Bean
    OutageStore outageStore(Database database) {
        return new OutageStore(database);
    }

    @Bean
    Views views(Law law) {
        return new Views(law);
    }

    @Bean
    CaseFeed caseFeed(CaseQueries queries, MeterRegistry registry) {
        var feed = new CaseFeed(queries, CaseFeed.Settings.DEFAULT);
        Gauge.builder(Meters.STREAMS.meter(), feed, CaseFeed::open).description(Meters.STREAMS.description())
                .register(registry);
        return feed;
    }

    @Bean
    Sampler sampler(Database database, MeterRegistry registry) {
        return new Sampler(new Tally(database), registry);
    }
}
