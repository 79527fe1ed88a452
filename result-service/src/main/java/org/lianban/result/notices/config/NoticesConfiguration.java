package org.lianban.result.notices.config;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import org.lianban.command.poll.Backoff;
import org.lianban.command.poll.Poller;
import org.lianban.contracts.catalog.Window;
import org.lianban.documents.PdfWriter;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.messaging.EventTypes;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.handler.CaseCommands;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.client.SignedHttp;
import org.lianban.result.notices.Registry;
import org.lianban.result.notices.Wording;
import org.lianban.result.notices.client.HttpLicenceIssuer;
import org.lianban.result.notices.client.HttpSmsGateway;
import org.lianban.result.notices.client.LicenceIssuer;
import org.lianban.result.notices.client.LocalIssuer;
import org.lianban.result.notices.client.SmsGateway;
import org.lianban.result.notices.delivery.CertificateWindows;
import org.lianban.result.notices.handler.DeliveryHandler;
import org.lianban.result.notices.handler.LicenceHandler;
import org.lianban.result.notices.handler.LicenceProjection;
import org.lianban.result.notices.handler.LicenceRound;
import org.lianban.result.notices.handler.NoticeHandler;
import org.lianban.result.notices.handler.NoticeProjection;
import org.lianban.result.notices.handler.ShipmentHandler;
import org.lianban.result.notices.handler.SmsRound;
import org.lianban.result.notices.licence.Ordering;
import org.lianban.result.notices.paper.Papers;
import org.lianban.result.notices.query.NoticeQueries;
import org.lianban.result.notices.sms.Message;
import org.lianban.result.notices.sms.Policy;
import org.lianban.result.notices.sms.QuietHours;
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
import org.springframework.web.reactive.function.client.WebClient;

/** 文书与短信, 出件与寄递, 电子证照. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OfficeProperties.class)
class NoticesConfiguration {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final Poller.Settings SMS_POLLING = new Poller.Settings(100, Duration.ofSeconds(1));
    private static final Poller.Settings LICENCE_POLLING = new Poller.Settings(50, Duration.ofMillis(500));
    private static final int CONCURRENCY = 8;
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
    NoticeCodec noticeText(EventTypes types) {
        return new NoticeCodec(types);
    }

    @Bean
    NoticeRepository noticeStore(NoticeCodec text) {
        return new NoticeRepository(text);
    }

    @Bean
    Policy smsPolicy(OfficeProperties office) {
        var sms = office.sms();
        return new Policy(sms.scope(), new Message.Style(sms.signature(), sms.segments(), sms.query()),
                new QuietHours(sms.quiet(), sms.quietFrom(), sms.quietUntil(), BEIJING),
                sms.gateway() == OfficeProperties.Gateway.RECORD);
    }

    @Bean
    NoticeProjection noticeFollower(NoticeRepository store, Registry registry, Policy policy,
            PersonalDataCipher cipher) {
        return new NoticeProjection(store, registry, policy, cipher);
    }

    @Bean
    NoticeHandler noticeDesk(Database database, NoticeCodec text, NoticeRepository store, CaseQueries cases,
            NoticeHandler.Ink ink) {
        return new NoticeHandler(database, new NoticeQueries(text), store, cases, ink);
    }

    @Bean
    NoticeHandler.Ink noticeInk(Registry registry, Law law, PersonalDataCipher cipher, InstantSource clock) {
        return new NoticeHandler.Ink(registry, law, cipher, clock);
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
    Poller smsPoller(Database database, SmsRound.Carriage carriage, OfficeProperties office,
            InstantSource clock) {
        var settings = new SmsRound.Settings(
                new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(30), office.sms().giveUpAfter()), LEASE,
                CONCURRENCY);
        return new Poller("short messages", SMS_POLLING,
                new SmsRound(database, new SmsRepository(), carriage, settings, clock));
    }

    @Bean
    @ConditionalOnProperty(name = "lianban.office.sms.gateway", havingValue = "http")
    SmsRound.Carriage smsCarriage(SmsGateway gateway, PersonalDataCipher cipher, Policy policy,
            MeterRegistry registry) {
        return new SmsRound.Carriage(gateway, cipher, policy.quiet(),
                outcome -> Counter.builder("lianban.result.sms").description("Messages by what became of a try")
                        .tag("outcome", outcome).register(registry).increment());
    }

    @Bean
    CertificateWindows certificateWindows(CatalogCopy catalog) {
        return new CertificateWindows(new CertificateWindows.Register() {
            @Override
            public Optional<Window> window(String id) {
                return catalog.window(id);
            }

            @Override
            public Collection<Window> of(String region) {
                return catalog.windows(region);
            }
        });
    }

    @Bean
    DeliveryHandler deliveryDesk(CaseCommands commands, CertificateWindows windows) {
        return new DeliveryHandler(commands, windows);
    }

    @Bean
    ShipmentHandler shipmentDesk(Database database, DeliveryHandler deliveries, InstantSource clock) {
        return new ShipmentHandler(database, new ShipmentRepository(), deliveries, clock);
    }

    @Bean
    LicenceRepository licenceStore() {
        return new LicenceRepository();
    }

    @Bean
    LicenceProjection licenceFollower(LicenceRepository store) {
        return new LicenceProjection(store);
    }

    @Bean
    LicenceHandler licenceDesk(Database database, LicenceRepository store, InstantSource clock) {
        return new LicenceHandler(database, store, clock);
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
                            required(http.url(), "licences.http.url"),
                            secret(http.secret(), "licences.http.secret"), http.timeout(),
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
    Poller licencePoller(Database database, LicenceRepository store, LicenceRound.Press press,
            OfficeProperties office, InstantSource clock) {
        var settings = new LicenceRound.Settings(
                new Backoff(Duration.ofSeconds(10), Duration.ofHours(1), office.licences().giveUpAfter()), LEASE,
                CONCURRENCY);
        return new Poller("licence orders", LICENCE_POLLING,
                new LicenceRound(database, store, press, settings, clock));
    }

    private static URI required(@org.jspecify.annotations.Nullable URI url, String name) {
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
