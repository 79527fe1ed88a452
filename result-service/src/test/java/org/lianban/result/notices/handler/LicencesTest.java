package org.lianban.result.notices.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lianban.command.Decision;
import org.lianban.command.poll.Backoff;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.catalog.CatalogEvent;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.documents.PdfWriter;
import org.lianban.result.Sample;
import org.lianban.result.bundle.handler.CaseCommands;
import org.lianban.result.client.SignedHttp;
import org.lianban.result.notices.Letters;
import org.lianban.result.notices.client.LicenceIssuer;
import org.lianban.result.notices.licence.Licence;
import org.lianban.result.notices.licence.Licence.Stored.State;
import org.lianban.result.notices.licence.LicenceNumber;
import org.lianban.result.notices.licence.Ordering;
import org.lianban.result.notices.paper.Papers;
import org.lianban.result.notices.store.LicenceRepository;
import org.lianban.servers.tests.CapturedLog;
import reactor.core.publisher.Mono;

class LicencesTest {
    private static final Instant T0 = Sample.at("2026-12-02T15:00");
    private final LicenceRepository licences = new LicenceRepository();
    private final NoticesRig rig = new NoticesRig(T0, true, new LicenceProjection(licences)).withCatalog();
    private final LicenceHandler handler = new LicenceHandler(rig.store.database(), licences, rig.store::now);
    private final Sample.Case sample = new Sample.Case("41072120261123YJS000001X");

    @AfterEach
    void close() {
        rig.close();
    }

    private void approved() {
        rig.store.catalog().apply(new CatalogEvent.OneThingPublished(Letters.oneThing()));
        rig.handle(NoticesRig.submitted(sample, T0), sample.dispatched(T0, T0, "01", "02"));
        rig.handle(sample.decided("01", T0, Outcome.APPROVED), sample.decided("02", T0, Outcome.APPROVED));
    }

    private LicenceRound round(LicenceIssuer issuer) {
        return round(issuer, rig.store.commands());
    }

    private LicenceRound round(LicenceIssuer issuer, CaseCommands commands) {
        return new LicenceRound(rig.store.database(), licences, issuer,
                new LicenceRound.Orders(rig.store.queries(), rig.store.law(),
                        new Ordering(Map.of("410721-weijian", "11410721MB1234567X"), rig.registry::office)),
                commands, new Sending<>(new Backoff(Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofDays(7)),
                        Duration.ofMinutes(2), 4, o -> {}),
                rig.store::now);
    }

    private int run(LicenceRound round) {
        return Objects.requireNonNull(round.run(10).block(NoticesRig.LIMIT));
    }

    private Licence.Stored kept() {
        return Objects.requireNonNull(handler.one(sample.no(), "01").block(NoticesRig.LIMIT));
    }

    private long own() {
        return rig.store.outbox().stream().filter(m -> m.contains("org.lianban.result.LicenceIssued.v1")).count();
    }

    @Test
    void shouldIssueOneLicenceForTheItemThatYieldsOne() {
        approved();
        assertThat(rig.store.count("select count(*) from licence_order")).isOne();
        assertThat(run(round(new LicenceIssuer.Local()))).isOne();
        assertThat(run(round(new LicenceIssuer.Local()))).isZero();

        var licence = Objects.requireNonNull(kept().issued());
        assertThat(LicenceNumber.read(licence.number())).hasValueSatisfying(n -> {
            assertThat(n.type()).isEqualTo("11100000000013338W011");
            assertThat(n.authority()).isEqualTo("11410721MB1234567X");
            assertThat(n.serial()).isEqualTo("20260000001");
        });
        assertThat(licence.name()).isEqualTo("食品经营许可证");
        assertThat(licence.issuedOn()).isEqualTo(LocalDate.of(2026, 12, 2));
        assertThat(licence.validUntil()).isEqualTo(LocalDate.of(2031, 12, 1));
        assertThat(kept().intact()).isTrue();
        assertThat(own()).isOne();
        assertThat(Objects.requireNonNull(rig.store.stored(sample.no()).bundle().item("01").handout().licence())
                .id()).isEqualTo(licence.number());
        assertThat(rig.texts("select sms from notice_sheet order by version desc limit 1").getFirst())
                .contains("电子证照“食品经营许可证”已生成");
    }

    @Test
    void shouldTryAgainWithoutUndoingTheDecision() {
        approved();
        run(round(order -> Mono.error(new IllegalStateException("platform is down"))));

        assertThat(kept().state()).isEqualTo(State.ORDERED);
        assertThat(kept().reason()).contains("platform is down");
        assertThat(Objects.requireNonNull(rig.store.stored(sample.no()).bundle().item("01").end()).outcome())
                .isEqualTo(Outcome.APPROVED);
        assertThat(run(round(new LicenceIssuer.Local()))).as("not at once").isZero();

        rig.store.setClock(T0.plusSeconds(30));
        assertThat(run(round(new LicenceIssuer.Local()))).isOne();
        assertThat(kept().state()).isEqualTo(State.ISSUED);
        assertThat(kept().serial()).isOne();
    }

    @Test
    void shouldGiveUpByTheClockAndTryAgainWhenSomebodySaysSo() {
        approved();
        rig.store.setClock(T0.plus(Duration.ofDays(8)));
        try (var log = CapturedLog.of(LicenceRound.class)) {
            run(round(order -> Mono.error(new IllegalStateException("platform is down"))));
            assertThat(log.errors()).singleElement().asString().contains("given up", "platform is down");
        }
        assertThat(kept().state()).isEqualTo(State.GIVEN_UP);
        assertThat(run(round(new LicenceIssuer.Local()))).isZero();

        NoticesRig.accepted(handler.retry(sample.no(), "01"));
        assertThat(run(round(new LicenceIssuer.Local()))).isOne();
        assertThat(kept().state()).isEqualTo(State.ISSUED);
        assertThat(NoticesRig.refused(handler.retry(sample.no(), "01")).code()).isEqualTo("NOTHING_TO_RETRY");
    }

    @Test
    void shouldLeaveToPeopleWhatIsRefused() {
        approved();
        try (var log = CapturedLog.of(LicenceRound.class)) {
            run(round(order -> Mono.error(new SignedHttp.NotTaken("unknown type"))));
            assertThat(log.errors()).singleElement().asString().contains("refused", "unknown type");
        }
        assertThat(kept().state()).isEqualTo(State.REFUSED);
        rig.store.setClock(T0.plus(Duration.ofDays(1)));
        assertThat(run(round(new LicenceIssuer.Local()))).isZero();
    }

    @Test
    void shouldNotIssueTwiceWhenTheCaseCouldNotBeTold() {
        approved();
        CaseCommands broken = new CaseCommands() {
            @Override
            public Mono<org.lianban.command.once.Outcome<List<ResultEvent>>> submit(String caseNo,
                    org.lianban.command.Actor actor,
                    @org.jspecify.annotations.Nullable String traceparent,
                    java.util.function.Function<org.lianban.result.bundle.handler.CaseCommands.CaseContext, Decision<ResultEvent>> decide) {
                return Mono.error(new IllegalStateException("connection lost"));
            }
        };
        run(round(new LicenceIssuer.Local(), broken));
        var first = Objects.requireNonNull(kept().issued()).number();
        assertThat(own()).isZero();

        rig.store.setClock(T0.plusSeconds(60));
        run(round(order -> Mono.error(new AssertionError("asked twice"))));

        assertThat(Objects.requireNonNull(kept().issued()).number()).isEqualTo(first);
        assertThat(kept().state()).isEqualTo(State.ISSUED);
        assertThat(own()).isOne();
    }

    @Test
    void shouldAskNothingOfACaseWithoutLicences() {
        rig.handle(NoticesRig.submitted(sample, T0), sample.dispatched(T0, T0, "01"));
        rig.handle(sample.decided("01", T0, Outcome.APPROVED));
        assertThat(rig.store.count("select count(*) from licence_order")).isZero();
    }

    @Test
    void shouldFindOutLaterWhetherAnItemYieldsALicence() {
        rig.handle(sample.decided("04", T0, Outcome.APPROVED));
        assertThat(rig.store.count("select count(*) from licence_order")).isOne();
        run(round(new LicenceIssuer.Local()));
        assertThat(rig.store.count("select count(*) from licence_order where state = 'ORDERED'")).as("not known yet")
                .isOne();
        rig.handle(sample.dispatched(T0, T0, "04"));
        rig.store.setClock(T0.plusSeconds(60));
        run(round(new LicenceIssuer.Local()));
        assertThat(rig.store.count("select count(*) from licence_order where state = 'NONE'")).isOne();
    }

    @Test
    void shouldPrintALicenceThatSaysWhatItIs() throws java.io.IOException {
        var licence = new Licence("1.2.156.3005.2.11100000000013338W011.410721.20260000001.001.0", "食品经营许可证",
                sample.no(), "01", "开办餐饮店", "食品经营许可", "张*", "新乡县市场监管局", "新市监许〔2026〕7号",
                LocalDate.of(2026, 12, 2), LocalDate.of(2031, 12, 1));
        var papers = new Papers(new PdfWriter(), "人民政府", "https://zw.example.cn/api/notices");
        var digest = "sm3:" + "ab".repeat(32);

        assertThat(papers.html(licence, digest, "张三", "https://zw.example.cn/api/licences"))
                .contains("PDF 版式，非 OFD", licence.number(), "张三", "2026年12月2日起至2031年12月1日止", "<svg");
        assertThat(papers.html(licence, digest, null, "x")).contains("张*");
        var pdf = papers.pdf(licence, digest, "张三", "https://zw.example.cn/api/licences");
        assertThat(pdf).isEqualTo(papers.pdf(licence, digest, "张三", "https://zw.example.cn/api/licences"));
        var to = System.getProperty("lianban.golden.write");
        if (to != null) {
            java.nio.file.Files.write(java.nio.file.Path.of(to, "licence.pdf"), pdf);
        }
    }
}
