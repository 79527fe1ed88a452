package org.lianban.result.notices.config;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lianban.command.poll.Backoff;
import org.lianban.command.poll.Poller;
import org.lianban.documents.PdfWriter;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.handler.CaseCommands;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.client.SignedHttp;
import org.lianban.result.notices.NoticeWriter;
import org.lianban.result.notices.client.LicenceIssuer;
import org.lianban.result.notices.client.SmsGateway;
import org.lianban.result.notices.delivery.CertificateWindows;
import org.lianban.result.notices.handler.AddresseeHandler;
import org.lianban.result.notices.handler.DeliveryHandler;
import org.lianban.result.notices.handler.LicenceHandler;
import org.lianban.result.notices.handler.LicenceProjection;
import org.lianban.result.notices.handler.LicenceRound;
import org.lianban.result.notices.handler.NoticeHandler;
import org.lianban.result.notices.handler.NoticeProjection;
import org.lianban.result.notices.handler.Sending;
import org.lianban.result.notices.handler.ShipmentHandler;
import org.lianban.result.notices.handler.SmsRound;
import org.lianban.result.notices.licence.Ordering;
import org.lianban.result.notices.paper.Papers;
import org.lianban.result.notices.query.NoticeQueries;
import org.lianban.result.notices.sms.Message;
import org.lianban.result.notices.store.LicenceRepository;
import org.lianban.result.notices.store.NoticeCodec;
import org.lianban.result.notices.store.NoticeRepository;
import org.lianban.result.notices.store.ShipmentRepository;
import org.lianban.result.notices.store.SmsRepository;
import org.lianban.security.PersonalDataCipher;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.client.WebClient;

/** 文书与短信, 出件与寄递, 电子证照. */
@Configuration(proxyBeanMethods = false)
@Import({PdfWriter.class, NoticeCodec.class, NoticeRepository.class, NoticeProjection.class, NoticeQueries.class,
        NoticeHandler.class, AddresseeHandler.class, DeliveryHandler.class, LicenceRepository.class,
        LicenceProjection.class, LicenceHandler.class})
@EnableConfigurationProperties(NoticesProperties.class)
class NoticesConfiguration {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final Poller.Settings SMS_POLLING = new Poller.Settings(100, Duration.ofSeconds(1));
    private static final Poller.Settings LICENCE_POLLING = new Poller.Settings(50, Duration.ofMillis(500));
    private static final int CONCURRENCY = 8;
    private static final Duration LEASE = Duration.ofMinutes(2);

    @Bean
    Papers papers(PdfWriter pdf, NoticesProperties office) {
        return new Papers(pdf, office.notices().reconsideration(), office.notices().verify());
    }

    @Bean
    NoticeWriter noticeWriter(Law law, CatalogCopy catalog, NoticesProperties office) {
        var words = office.notices();
        return new NoticeWriter(law::department, catalog::window,
                new NoticeWriter.Wording(words.centre(), words.query(), words.where(), words.reconsideration()));
    }

    @Bean
    Message.Policy smsPolicy(NoticesProperties office) {
        var sms = office.sms();
        return new Message.Policy(sms.scope(), new Message.Style(sms.signature(), sms.segments(), sms.query()),
                new Message.QuietHours(sms.quiet(), sms.quietFrom(), sms.quietUntil(), BEIJING),
                sms.gateway() == NoticesProperties.Gateway.RECORD);
    }

    @Bean
    @ConditionalOnProperty(name = "lianban.office.sms.gateway", havingValue = "http")
    SmsGateway httpSmsGateway(NoticesProperties office, InstantSource clock) {
        var http = office.sms().http();
        var client = new SignedHttp(new SignedHttp.Settings("sms-gateway", required(http.url(), "sms.http.url"),
                secret(http.secret(), "sms.http.secret"), http.timeout(), http.openFor()), WebClient.create(), clock);
        return new SmsGateway.Http(client,
                new SmsGateway.Http.Format(http.body(), http.status(), http.success(), http.receipt()));
    }

    @Bean
    @ConditionalOnProperty(name = "lianban.office.sms.gateway", havingValue = "http")
    Poller smsPoller(Database database, SmsGateway gateway, PersonalDataCipher cipher, Message.Policy policy,
            NoticesProperties office, InstantSource clock, MeterRegistry registry) {
        return new Poller("short messages", SMS_POLLING, new SmsRound(database, new SmsRepository(),
                message -> gateway.send(message.id(), cipher.open(Objects.requireNonNull(message.sealedPhone())),
                        message.text()),
                policy.quiet(), sending(Duration.ofSeconds(5), Duration.ofMinutes(30), office.sms().giveUpAfter(),
                        outcome -> Counter.builder("lianban.result.sms").description("Messages by what became of a try")
                                .tag("outcome", outcome.name()).register(registry).increment()),
                clock));
    }

    @Bean
    CertificateWindows certificateWindows(CatalogCopy catalog) {
        return new CertificateWindows(catalog::window, catalog::windows);
    }

    @Bean
    ShipmentHandler shipmentHandler(Database database, DeliveryHandler deliveries, InstantSource clock) {
        return new ShipmentHandler(database, new ShipmentRepository(), deliveries, clock);
    }

    @Bean
    Papers.Verification verification(NoticesProperties office) {
        return new Papers.Verification(office.notices().verify(), office.licences().verify());
    }

    @Bean
    LicenceIssuer licenceIssuer(NoticesProperties office, InstantSource clock) {
        var http = office.licences().http();
        return switch (office.licences().issuer()) {
            case LOCAL -> new LicenceIssuer.Local();
            case HTTP -> new LicenceIssuer.Http(new SignedHttp(new SignedHttp.Settings("licence-platform",
                    required(http.url(), "licences.http.url"),
                    secret(http.secret(), "licences.http.secret"), http.timeout(), http.openFor()),
                    WebClient.create(), clock));
        };
    }

    @Bean
    LicenceRound.Orders licenceOrders(CaseQueries cases, Law law, NoticeWriter writer, NoticesProperties office) {
        return new LicenceRound.Orders(cases, law, new Ordering(office.licences().authorities(), writer::office));
    }

    @Bean
    Poller licencePoller(Database database, LicenceRepository repository, LicenceIssuer issuer,
            LicenceRound.Orders orders,
            CaseCommands commands, NoticesProperties office, InstantSource clock, MeterRegistry meters) {
        return new Poller("licence orders", LICENCE_POLLING,
                new LicenceRound(database, repository, issuer, orders, commands,
                        sending(Duration.ofSeconds(10), Duration.ofHours(1), office.licences().giveUpAfter(),
                                outcome -> Counter.builder("lianban.result.licences")
                                        .description("Licence orders by what became of a try")
                                        .tag("outcome", outcome.name()).register(meters).increment()),
                        clock));
    }

    private static <S> Sending<S> sending(Duration first, Duration most, Duration giveUpAfter, Consumer<S> meter) {
        return new Sending<>(new Backoff(first, most, giveUpAfter), LEASE, CONCURRENCY, meter);
    }

    private static URI required(@Nullable URI url, String name) {
        if (url == null) {
            throw new IllegalStateException("Expected lianban.office." + name + ", but it is not set");
        }
        return url;
    }

    private static String secret(String secret, String name) {
        if (secret.isEmpty()) {
            throw new IllegalStateException("Expected lianban.office." + name + ", but it is empty");
        }
        return secret;
    }
}
