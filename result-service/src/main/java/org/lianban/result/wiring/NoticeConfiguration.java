package org.lianban.result.wiring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import org.lianban.documents.PdfWriter;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.messaging.EventTypes;
import org.lianban.persistence.Database;
import org.lianban.result.client.HttpSmsGateway;
import org.lianban.result.client.SignedHttp;
import org.lianban.result.issue.NoticeDesk;
import org.lianban.result.issue.NoticeFollower;
import org.lianban.result.law.Law;
import org.lianban.result.notice.Registry;
import org.lianban.result.notice.Wording;
import org.lianban.result.outgoing.Backoff;
import org.lianban.result.outgoing.RoundPoller;
import org.lianban.result.outgoing.SmsGateway;
import org.lianban.result.outgoing.SmsRound;
import org.lianban.result.paper.Papers;
import org.lianban.result.sms.Message;
import org.lianban.result.sms.Policy;
import org.lianban.result.sms.QuietHours;
import org.lianban.result.store.CaseQueries;
import org.lianban.result.store.NoticeQueries;
import org.lianban.result.store.NoticeStore;
import org.lianban.result.store.NoticeText;
import org.lianban.result.store.SmsStore;
import org.lianban.security.PersonalDataCipher;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

/** 文书与短信. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OfficeProperties.class)
class NoticeConfiguration {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int BATCH = 100;
    private static final int CONCURRENCY = 8;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LEASE = Duration.ofMinutes(2);

    @Bean
    PdfWriter pdfWriter() {
        return new PdfWriter();
    }

    @Bean
    Papers papers(PdfWriter pdf, OfficeProperties office) {
        return new Papers(pdf, office.notices().reconsideration(), office.notices().verify());
    }

    @Bean
    Registry noticeRegistry(Law law, CatalogCopy catalog, OfficeProperties office) {
        var words = office.notices();
        return new Registry(law::department, catalog::window,
                new Wording(words.centre(), words.query(), words.where(), words.reconsideration()));
    }

    @Bean
    NoticeText noticeText(EventTypes types) {
        return new NoticeText(types);
    }

    @Bean
    NoticeStore noticeStore(NoticeText text) {
        return new NoticeStore(text);
    }

    @Bean
    Policy smsPolicy(OfficeProperties office) {
        var sms = office.sms();
        return new Policy(sms.scope(), new Message.Style(sms.signature(), sms.segments(), sms.query()),
                new QuietHours(sms.quiet(), sms.quietFrom(), sms.quietUntil(), BEIJING),
                sms.gateway() == OfficeProperties.Gateway.RECORD);
    }

    @Bean
    NoticeFollower noticeFollower(NoticeStore store, Registry registry, Policy policy, PersonalDataCipher cipher) {
        return new NoticeFollower(store, registry, policy, cipher);
    }

    @Bean
    NoticeDesk noticeDesk(Database database, NoticeText text, NoticeStore store, CaseQueries cases,
            NoticeDesk.Ink ink) {
        return new NoticeDesk(database, new NoticeQueries(text), store, cases, ink);
    }

    @Bean
    NoticeDesk.Ink noticeInk(Registry registry, Law law, PersonalDataCipher cipher, InstantSource clock) {
        return new NoticeDesk.Ink(registry, law, cipher, clock);
    }

    @Bean
    @ConditionalOnProperty(name = "lianban.office.sms.gateway", havingValue = "http")
    SmsGateway httpSmsGateway(OfficeProperties office, InstantSource clock) {
        var http = office.sms().http();
        var client = new SignedHttp(new SignedHttp.Settings("sms-gateway", required(http.url(), "sms.http.url"),
                secret(http.secret(), "sms.http.secret"), http.timeout(), http.openFor()), WebClient.create(), clock);
        return new HttpSmsGateway(client,
                new HttpSmsGateway.Format(http.body(), http.status(), http.success(), http.receipt()));
    }

    @Bean
    @ConditionalOnProperty(name = "lianban.office.sms.gateway", havingValue = "http")
    RoundPoller smsPoller(Database database, SmsRound.Carriage carriage, OfficeProperties office,
            InstantSource clock) {
        var settings = new SmsRound.Settings(
                new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(30), office.sms().giveUpAfter()), LEASE,
                CONCURRENCY);
        return new RoundPoller("short messages", new SmsRound(database, new SmsStore(), carriage, settings, clock),
                BATCH, PAUSE);
    }

    @Bean
    @ConditionalOnProperty(name = "lianban.office.sms.gateway", havingValue = "http")
    SmsRound.Carriage smsCarriage(SmsGateway gateway, PersonalDataCipher cipher, Policy policy,
            MeterRegistry registry) {
        return new SmsRound.Carriage(gateway, cipher, policy.quiet(),
                outcome -> Counter.builder("lianban.result.sms").description("Messages by what became of a try")
                        .tag("outcome", outcome).register(registry).increment());
    }

    static URI required(@org.jspecify.annotations.Nullable URI url, String name) {
        if (url == null) {
            throw new IllegalStateException("Expected lianban.office." + name + ", but it is not set");
        }
        return url;
    }

    static String secret(String secret, String name) {
        if (secret.isEmpty()) {
            throw new IllegalStateException("Expected lianban.office." + name + ", but it is empty");
        }
        return secret;
    }
}
