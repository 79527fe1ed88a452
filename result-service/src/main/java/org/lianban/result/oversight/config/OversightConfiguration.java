package org.lianban.result.oversight.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.lianban.command.poll.Backoff;
import org.lianban.command.poll.Poller;
import org.lianban.persistence.Database;
import org.lianban.persistence.Sampler;
import org.lianban.result.bundle.handler.CaseCommands;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.client.SignedHttp;
import org.lianban.result.oversight.FileRow;
import org.lianban.result.oversight.Score;
import org.lianban.result.oversight.client.RatingGateway;
import org.lianban.result.oversight.handler.CreditTiers;
import org.lianban.result.oversight.handler.FileHandlers;
import org.lianban.result.oversight.handler.FileTypes;
import org.lianban.result.oversight.handler.OpeningHandler;
import org.lianban.result.oversight.handler.OversightProjection;
import org.lianban.result.oversight.handler.OversightRound;
import org.lianban.result.oversight.handler.OversightSettings;
import org.lianban.result.oversight.handler.RatingCommands;
import org.lianban.result.oversight.handler.RatingHandler;
import org.lianban.result.oversight.handler.RatingRound;
import org.lianban.result.oversight.query.BulletinQueries;
import org.lianban.result.oversight.query.BulletinQueries.OpenFiles;
import org.lianban.result.oversight.query.FileQueries;
import org.lianban.result.oversight.query.RatingQueries;
import org.lianban.result.oversight.rating.Rating;
import org.lianban.result.oversight.store.FileRepository;
import org.lianban.result.oversight.store.RatingRepository;
import org.lianban.result.oversight.supervision.Order;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.json.JsonMapper;

/** Ratings, tickets, supervision, checks and expiring licences. */
@Configuration(proxyBeanMethods = false)
@Import({FileRepository.class, RatingRepository.class, OpeningHandler.class, RatingHandler.class, RatingCommands.class,
        RatingQueries.class, FileQueries.class, BulletinQueries.class})
@EnableConfigurationProperties(OversightProperties.class)
class OversightConfiguration {
    private static final Duration SAMPLING = Duration.ofSeconds(10);
    private static final Poller.Settings POLLING = new Poller.Settings(200, Duration.ofMillis(500));

    @Bean
    OversightSettings oversightSettings(OversightProperties properties) {
        return properties.settings();
    }

    @Bean
    Rating.Rules ratingRules(OversightSettings settings) {
        return settings.ratings();
    }

    @Bean
    FileTypes fileTypes(OversightSettings settings) {
        return FileTypes.of(settings);
    }

    @Bean
    FileHandlers fileHandlers(FileTypes types, Database database, FileRepository repository, Law law,
            InstantSource clock) {
        return FileHandlers.of(types, database, repository, law, clock);
    }

    /** A place that can ask a credit platform offers a bean of its own; else every commitment is checked. */
    @Bean
    OversightProjection oversightProjection(FileRepository repository, Law law, FileTypes types,
            OversightSettings settings, ObjectProvider<CreditTiers> tiers) {
        return new OversightProjection(repository, law, types, settings, tiers.getIfAvailable(() -> CreditTiers.NONE));
    }

    @Bean
    Poller oversightPoller(Database database, FileRepository repository, Law law, FileTypes types,
            OversightSettings settings, CaseCommands cases, InstantSource clock) {
        return new Poller("supervision", POLLING,
                new OversightRound(database, repository, law, types, settings, cases, clock));
    }

    /** Without an address ratings wait, and the reconciliation shows the gap. */
    @Bean
    @ConditionalOnProperty("lianban.care.reporting.url")
    Poller ratingReporter(Database database, RatingRepository ratings, JsonMapper json, OversightProperties properties,
            InstantSource clock) {
        var reporting = properties.reporting();
        var http = new SignedHttp(new SignedHttp.Settings("rating-platform", Objects.requireNonNull(reporting.url()),
                reporting.secret(), reporting.timeout(), reporting.openFor()), WebClient.create(), clock);
        return new Poller("rating reports", POLLING, new RatingRound(database, ratings,
                new RatingGateway.Http(http, json, reporting.codes()),
                new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(30), reporting.giveUpAfter()), clock));
    }

    @Bean
    Score score(OversightProperties properties) {
        return properties.score();
    }

    /** Open files, and those that have missed a limit; orders by state as well. */
    @Bean
    Sampler<List<OpenFiles>> openFiles(BulletinQueries queries, MeterRegistry registry) {
        var sampler = new Sampler<List<OpenFiles>>("open files", SAMPLING, List.of(), queries::openFiles);
        for (Order.State state : Order.State.values()) {
            if (state != Order.State.CLEARED) {
                sampler.gauge(registry, "lianban.result.orders", "Open supervision orders by state",
                        Tags.of("state", state.name()), files -> sum(files,
                                f -> f.kind().equals(FileRow.Kind.ORDER.name()) && f.state().equals(state.name())));
            }
        }
        for (FileRow.Kind kind : FileRow.Kind.values()) {
            sampler.gauge(registry, "lianban.result.files", "Open tickets, orders, checks and licences",
                    Tags.of("kind", kind.name()), files -> sum(files, f -> f.kind().equals(kind.name())));
            sampler.gauge(registry, "lianban.result.files.red", "Open files that have missed a limit",
                    Tags.of("kind", kind.name()), files -> sum(files, f -> f.kind().equals(kind.name()) && f.red()));
        }
        return sampler;
    }

    private static double sum(List<OpenFiles> files, Predicate<OpenFiles> which) {
        return files.stream().filter(which).mapToLong(OpenFiles::n).sum();
    }
}
