package org.lianban.result.bundle.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.lianban.command.poll.Poller;
import org.lianban.http.CollectionExamples;
import org.lianban.messaging.BatchInbox;
import org.lianban.messaging.Outbox;
import org.lianban.persistence.Database;
import org.lianban.persistence.Sampler;
import org.lianban.result.bundle.clock.ClockRules;
import org.lianban.result.bundle.handler.CalendarWatch;
import org.lianban.result.bundle.handler.CaseCommandHandler;
import org.lianban.result.bundle.handler.CaseCommands;
import org.lianban.result.bundle.handler.CaseProjection;
import org.lianban.result.bundle.handler.CaseUnitOfWorkHandler;
import org.lianban.result.bundle.handler.DueHandler;
import org.lianban.result.bundle.handler.OutageHandler;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.bundle.query.JournalReader;
import org.lianban.result.bundle.store.BundleCodec;
import org.lianban.result.bundle.store.BundleRepository;
import org.lianban.result.bundle.store.LeastData;
import org.lianban.result.bundle.store.OutageRepository;
import org.lianban.result.bundle.store.Tally;
import org.lianban.result.bundle.stream.CaseEventHandler;
import org.lianban.result.bundle.view.Views;
import org.lianban.result.bundle.web.CaseFeed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Mono;

/** The parts of result-service. */
@Configuration(proxyBeanMethods = false)
@Import({Law.class, BundleCodec.class, BundleRepository.class, DueHandler.class, CaseQueries.class, JournalReader.class,
        Views.class})
@EnableConfigurationProperties(ClockProperties.class)
class BundleConfiguration {
    private static final Duration[] LATENESS_BUCKETS = {Duration.ofMillis(100), Duration.ofMillis(500),
            Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(15),
            Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofDays(1)};

    @Bean
    CollectionExamples collectionExamples() {
        return new CollectionExamples(Map.of("tickets", "41072120260918YJS000001F-02-CP1", "supervision-orders",
                "41072120260918YJS000001F-02-DB1", "checks", "41072120260918YJS000001F-02-HC1", "oversight",
                "41072120260918YJS000001F-02-TS1", "licence-renewals", "41072120260918YJS000001F-02-YX1", "licences",
                "1.2.156.3005.2"));
    }

    @Bean
    ClockRules clockRules(ClockProperties clocks) {
        return clocks.rules();
    }

    @Bean
    CaseUnitOfWorkHandler unitOfWorkHandler(BundleRepository store, BundleCodec text, Outbox outbox, Law law,
            InstantSource clock, ObjectProvider<CaseProjection> projections) {
        return new CaseUnitOfWorkHandler(store, text, outbox, law, clock, projections.orderedStream().toList());
    }

    @Bean
    CaseCommands caseCommands(Database database, BundleRepository store, CaseUnitOfWorkHandler handler, Law law,
            InstantSource clock) {
        return new CaseCommandHandler(database, store, handler, law, clock);
    }

    @Bean
    BatchInbox resultInbox(BatchInbox.Kit kit, BundleRepository store, CaseUnitOfWorkHandler handler, Law law) {
        var json = LeastData.reading(kit.json());
        var lean = new BatchInbox.Kit(kit.database(), kit.types(), json, kit.quarantine(), kit.parking(), kit.meters());
        return new BatchInbox(lean, new CaseEventHandler(store, handler, law, kit.parking(), kit.meters()));
    }

    @Bean
    DueHandler.Lateness lateness(MeterRegistry registry) {
        var lateness = Timer.builder(Meters.LATENESS.meter()).description(Meters.LATENESS.description())
                .serviceLevelObjectives(LATENESS_BUCKETS).register(registry);
        return late -> lateness.record(late.isNegative() ? Duration.ZERO : late);
    }

    @Bean
    Poller duePoller(DueHandler due, Database database, Law law, InstantSource clock) {
        var calendars = new CalendarWatch(database, law, clock);
        return new Poller("what falls due", Poller.Settings.DEFAULT,
                limit -> calendars.look().then(Mono.defer(() -> due.run(limit))));
    }

    @Bean
    OutageHandler outages(Database database) {
        return new OutageHandler(database, new OutageRepository());
    }

    @Bean
    CaseFeed caseFeed(CaseQueries queries, MeterRegistry registry) {
        var feed = new CaseFeed(queries, CaseFeed.Settings.DEFAULT);
        Gauge.builder(Meters.STREAMS.meter(), feed, CaseFeed::open).description(Meters.STREAMS.description())
                .register(registry);
        return feed;
    }

    @Bean
    Sampler<Map<String, Long>> tallySampler(Database database, MeterRegistry registry) {
        return Meters.sampled(new Tally(database), registry);
    }
}
