package org.lianban.result.wiring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.lianban.persistence.Database;
import org.lianban.result.client.HttpLicenceIssuer;
import org.lianban.result.client.SignedHttp;
import org.lianban.result.follow.CaseCommands;
import org.lianban.result.issue.LicenceDesk;
import org.lianban.result.issue.LicenceFollower;
import org.lianban.result.law.Law;
import org.lianban.result.licence.Ordering;
import org.lianban.result.notice.Registry;
import org.lianban.result.outgoing.Backoff;
import org.lianban.result.outgoing.LicenceIssuer;
import org.lianban.result.outgoing.LicenceRound;
import org.lianban.result.outgoing.LocalIssuer;
import org.lianban.result.outgoing.RoundPoller;
import org.lianban.result.paper.Papers;
import org.lianban.result.store.CaseQueries;
import org.lianban.result.store.LicenceStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

/** 电子证照. */
@Configuration(proxyBeanMethods = false)
class LicenceConfiguration {
    private static final int BATCH = 50;
    private static final int CONCURRENCY = 8;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LEASE = Duration.ofMinutes(2);

    @Bean
    LicenceStore licenceStore() {
        return new LicenceStore();
    }

    @Bean
    LicenceFollower licenceFollower(LicenceStore store) {
        return new LicenceFollower(store);
    }

    @Bean
    LicenceDesk licenceDesk(Database database, LicenceStore store, InstantSource clock) {
        return new LicenceDesk(database, store, clock);
    }

    @Bean
    Papers.Verification verification(OfficeProperties office) {
        return new Papers.Verification(office.notices().verify(), office.licences().verify());
    }

    @Bean
    LicenceIssuer licenceIssuer(OfficeProperties office, InstantSource clock) {
        var http = office.licences().http();
        return switch (office.licences().issuer()) {
            case LOCAL -> new LocalIssuer();
            case HTTP -> new HttpLicenceIssuer(new SignedHttp(
                    new SignedHttp.Settings("licence-platform",
                            NoticeConfiguration.required(http.url(), "licences.http.url"),
                            NoticeConfiguration.secret(http.secret(), "licences.http.secret"), http.timeout(),
                            http.openFor()),
                    WebClient.create(), clock));
        };
    }

    @Bean
    LicenceRound.Press licencePress(LicenceIssuer issuer, Registry registry, CaseQueries cases, Law law,
            CaseCommands commands, OfficeProperties office, MeterRegistry meters) {
        return new LicenceRound.Press(issuer, new Ordering(office.licences().authorities(), registry::office), cases,
                law, commands,
                outcome -> Counter.builder("lianban.result.licences")
                        .description("Licence orders by what became of a try").tag("outcome", outcome).register(meters)
                        .increment());
    }

    @Bean
    RoundPoller licencePoller(Database database, LicenceStore store, LicenceRound.Press press,
            OfficeProperties office, InstantSource clock) {
        var settings = new LicenceRound.Settings(
                new Backoff(Duration.ofSeconds(10), Duration.ofHours(1), office.licences().giveUpAfter()), LEASE,
                CONCURRENCY);
        return new RoundPoller("licence orders", new LicenceRound(database, store, press, settings, clock), BATCH,
                PAUSE);
    }
}
