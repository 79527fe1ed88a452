package org.lianban.result.notices.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lianban.command.Actor;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.persistence.Database;
import org.lianban.result.Sample;
import org.lianban.result.notices.Kind;
import org.lianban.result.notices.Notice;
import org.lianban.result.notices.query.NoticeQueries;
import reactor.core.publisher.Mono;

class NoticesTest {
    private static final Instant T0 = Sample.at("2026-11-23T09:00");
    private static final String PROOF = "sm3:" + "ab".repeat(32);
    private final NoticesRig rig = new NoticesRig(T0, true).withCatalog();
    private final Sample.Case sample = new Sample.Case("41072120261123YJS000001X");

    @AfterEach
    void close() {
        rig.close();
    }

    private void dispatched() {
        rig.handle(NoticesRig.submitted(sample, T0), sample.received(T0, T0, "01", "04"));
        rig.handle(sample.dispatched(T0, T0, "01", "04"));
    }

    @Test
    void shouldKeepOneRowPerTransactionHoweverManyNoticesItIssues() {
        dispatched();
        rig.handle(sample.accepted("01", T0.plusSeconds(60)), sample.accepted("04", T0.plusSeconds(61)),
                sample.decided("04", T0.plusSeconds(62), org.lianban.contracts.Outcome.APPROVED));

        assertThat(rig.of(sample.no())).extracting(n -> n.notice().no()).containsExactly(sample.no() + "-00-SJ1",
                sample.no() + "-01-SL1", sample.no() + "-04-SL1", sample.no() + "-04-JD1");
        assertThat(rig.store.count("select count(*) from notice_sheet where body is not null")).isEqualTo(2);
        assertThat(rig.of(sample.no())).allMatch(n -> n.sealed().intact() && n.standing() == Notice.Status.ISSUED);
    }

    @Test
    void shouldTellEachTransactionInOneMessageWithoutNameOrNumber() {
        dispatched();
        rig.handle(sample.accepted("01", T0.plusSeconds(60)), sample.accepted("04", T0.plusSeconds(61)));

        var messages = rig.texts("select sms from notice_sheet where sms is not null order by version");

        assertThat(messages).hasSize(3);
        assertThat(messages.get(0)).contains("申请已收件，回执号SJ-" + sample.no());
        assertThat(messages.get(1)).contains("2个事项已同步推送承办部门");
        assertThat(messages.get(2)).contains("“出生医学证明”已受理，承诺11月30日前办结", "“社保卡”已受理，承诺11月26日前办结");
        assertThat(messages).noneMatch(m -> m.contains("张") || m.contains(NoticesRig.PHONE));
        assertThat(rig.texts("select distinct sms_state from notice_sheet where sms is not null"))
                .containsExactly("RECORDED");
    }

    @Test
    void shouldWriteNoRowForACaseThatNobodyIsToldOf() {
        rig.handle(sample.submitted(T0));
        rig.handle(sample.dispatched(T0, T0, "04"));

        assertThat(rig.store.count("select count(*) from notice_sheet")).isZero();
        assertThat(rig.store.count("select count(*) from addressee")).isZero();
    }

    @Test
    void shouldSendNoMessageForATestCase() {
        rig.handle(
                new org.lianban.contracts.event.IntakeEvent.CaseSubmitted(sample.no(), Sample.REGION, Sample.CODE,
                        Sample.HASH, org.lianban.contracts.Channel.ONLINE, null, "张**", null, 0, T0, true, false,
                        new org.lianban.contracts.event.IntakeEvent.Addressee("张三丰", NoticesRig.PHONE)));
        rig.handle(sample.dispatched(T0, T0, "01"));
        rig.handle(sample.accepted("01", T0.plusSeconds(60)));

        assertThat(rig.store.count("select count(*) from notice_sheet where sms is not null")).isZero();
        assertThat(rig.of(sample.no())).extracting(n -> n.notice().kind()).containsExactly(Kind.ACCEPTANCE);
    }

    @Test
    void shouldKeepTheAddresseeSealed() {
        dispatched();

        assertThat(rig.texts("select name || phone from addressee")).singleElement()
                .satisfies(row -> assertThat(row).doesNotContain("张三丰", NoticesRig.PHONE).startsWith("sm4:"));
        assertThat(rig.addressees.name(sample.no()).block(NoticesRig.LIMIT)).isEqualTo("张三丰");
    }

    @Test
    void shouldWriteWhatWasHeardTooEarlyOnceTheFilingIsKnown() {
        rig.handle(sample.accepted("01", T0.plusSeconds(60)));
        assertThat(rig.of(sample.no())).isEmpty();
        assertThat(rig.store.count("select count(*) from notice_waiting")).isOne();

        rig.handle(sample.dispatched(T0, T0, "01", "04"));

        assertThat(rig.of(sample.no())).extracting(n -> n.notice().no())
                .containsExactly(sample.no() + "-01-SL1");
        assertThat(rig.of(sample.no()).getFirst().notice().head().item()).isEqualTo("出生医学证明");
        assertThat(rig.store.count("select count(*) from notice_waiting")).isZero();
    }

    @Test
    void shouldKeepNoPartiesInWhatWaits() {
        var early = new Sample.Case("41072120261123YJS000002X");
        try (var empty = new NoticesRig(T0, true)) {
            empty.handle(early.received(T0, T0, "01"));
            assertThat(empty.texts("select events from notice_waiting")).singleElement()
                    .satisfies(
                            text -> assertThat(text).contains("CaseReceived").doesNotContain("张三", "11010519491231002X",
                                    "张小三"));
            empty.withCatalog().handle(early.dispatched(T0, T0, "01"));
            assertThat(empty.of(early.no())).extracting(n -> n.notice().kind()).containsExactly(Kind.RECEIPT);
        }
    }

    @Test
    void shouldNumberASecondProcedureOnFromTheFirst() {
        dispatched();
        rig.handle(sample.accepted("01", T0.plusSeconds(60)));
        rig.handle(sample.suspended("01", T0.plusSeconds(70), true, true));
        rig.handle(sample.resumed("01", T0.plusSeconds(80)), sample.suspended("01", T0.plusSeconds(90), true, true));

        assertThat(rig.of(sample.no())).extracting(n -> n.notice().no()).endsWith(sample.no() + "-01-TB1",
                sample.no() + "-01-TB2");
    }

    @Test
    void shouldRefuseToChangeAnIssuedNoticeEvenByHand() {
        dispatched();

        for (var sql : List.of("update notice_sheet set body = 'x'", "update notice_sheet set nos = '{}'",
                "delete from notice_sheet")) {
            assertThatThrownBy(() -> rig.store.database()
                    .inTransaction(tx -> Database.update(tx, sql)).block(NoticesRig.LIMIT))
                    .hasMessageContaining("never");
        }
    }

    @Test
    void shouldNoticeThatFactsWereChangedBehindItsBack() {
        dispatched();
        rig.store.database().inTransaction(tx -> Database.update(tx, "set local session_replication_role = replica")
                .then(Database.update(tx, "update notice_sheet set body = replace(body, '新生儿出生', '新生儿出生2')")))
                .onErrorResume(notSuperuser -> rig.store.database().inTransaction(
                        tx -> Database.update(tx, "alter table notice_sheet disable trigger notice_is_immutable")
                                .then(Database.update(tx,
                                        "update notice_sheet set body = replace(body, '新生儿出生', '新生儿出生2')"))))
                .block(NoticesRig.LIMIT);

        assertThat(rig.of(sample.no())).isNotEmpty().noneMatch(n -> n.sealed().intact());
    }

    private Mono<Outcome<NoticeQueries.Issued>> delivered(String no, String receiver, String proof) {
        return rig.handler.deliver(sample.no(), no, ResultEvent.Way.WINDOW, receiver, proof, null,
                new Actor(Actor.Role.CERTIFICATE_WINDOW, "f1", null));
    }

    @Test
    void shouldKeepTheFirstProofOfDelivery() {
        dispatched();
        var no = sample.no() + "-00-SJ1";

        var first = NoticesRig.accepted(delivered(no, "张三丰", PROOF));
        var again = NoticesRig.accepted(delivered(no, "张三丰", PROOF));
        assertThat(first.standing()).isEqualTo(Notice.Status.DELIVERED);
        assertThat(again).isEqualTo(first);
        assertThat(NoticesRig.refused(delivered(no, "李四", "sm3:" + "cd".repeat(32))).code())
                .isEqualTo("ALREADY_DELIVERED");

        var acknowledged = NoticesRig.accepted(rig.handler.acknowledge(sample.no(), no,
                new Actor(Actor.Role.APPLICANT, "a1", null)));
        assertThat(acknowledged.standing()).isEqualTo(Notice.Status.ACKNOWLEDGED);
    }

    @Test
    void shouldVoidANoticeByANewOneThatNamesIt() {
        dispatched();
        rig.handle(sample.accepted("01", T0.plusSeconds(60)));
        var no = sample.no() + "-01-SL1";

        var voiding = NoticesRig.accepted(rig.handler.revoke(sample.no(), no, "期限计算有误"));
        var again = NoticesRig.accepted(rig.handler.revoke(sample.no(), no, "另一原因"));

        assertThat(voiding.notice().no()).isEqualTo(sample.no() + "-01-ZF1");
        assertThat(again.notice()).isEqualTo(voiding.notice());
        assertThat(rig.handler.one(sample.no(), no).block(NoticesRig.LIMIT)).satisfies(n -> {
            assertThat(n.standing()).isEqualTo(Notice.Status.VOIDED);
            assertThat(n.voidedBy()).isEqualTo(sample.no() + "-01-ZF1");
        });
        assertThat(NoticesRig.refused(delivered(no, "张三丰", PROOF)).code()).isEqualTo("VOIDED");
        assertThat(NoticesRig.refused(rig.handler.revoke(sample.no(), voiding.notice().no(), "x")).code())
                .isEqualTo("NOT_VOIDABLE");
    }

    @Test
    void shouldTellNobodyWhoOptedOut() {
        dispatched();
        NoticesRig.accepted(rig.addressees.optOut(sample.no(), true));
        rig.handle(sample.accepted("01", T0.plusSeconds(60)));
        assertThat(rig.store.count("select count(*) from notice_sheet where version = 3 and sms is null")).isOne();

        NoticesRig.accepted(rig.addressees.optOut(sample.no(), false));
        rig.handle(sample.decided("01", T0.plusSeconds(90), org.lianban.contracts.Outcome.APPROVED));
        assertThat(rig.texts("select sms from notice_sheet where version = 4")).singleElement()
                .satisfies(m -> assertThat(m).contains("“出生医学证明”已准予"));
    }

    @Test
    void shouldLeaveRefusalsToTheCertificateWindowUntilTheyAreDelivered() {
        dispatched();
        rig.handle(sample.accepted("01", T0.plusSeconds(60)),
                sample.decided("01", T0.plusSeconds(70), org.lianban.contracts.Outcome.DENIED),
                new DepartmentEvent.ItemNotAccepted(sample.no(), "04", Sample.Case.department("04"),
                        T0.plusSeconds(60), List.of("不属于本机关职权范围"), null, null));
        var tasks = Objects.requireNonNull(rig.handler.tasks(Sample.REGION, "", 10).block(NoticesRig.LIMIT));
        assertThat(tasks).extracting(t -> t.no()).containsExactly(sample.no() + "-01-JD1", sample.no() + "-04-BS1");
        assertThat(rig.handler.tasks("410722", "", 10).block(NoticesRig.LIMIT)).isEmpty();

        NoticesRig.accepted(delivered(sample.no() + "-04-BS1", "张三丰", PROOF));
        NoticesRig.accepted(rig.handler.revoke(sample.no(), sample.no() + "-01-JD1", "笔误"));

        assertThat(rig.handler.tasks(Sample.REGION, "", 10).block(NoticesRig.LIMIT)).isEmpty();
    }

    @Test
    void shouldRefuseAnItemWithReasonsAndTellTheApplicant() {
        dispatched();
        rig.handle(new DepartmentEvent.ItemNotAccepted(sample.no(), "01", Sample.Case.department("01"),
                T0.plusSeconds(60), List.of("不属于本机关职权范围"), "市卫生健康委员会", null));

        assertThat(rig.of(sample.no()).getLast().notice().kind()).isEqualTo(Kind.REFUSAL);
        assertThat(rig.texts("select sms from notice_sheet order by version desc limit 1").getFirst())
                .contains("“出生医学证明”不予受理，理由见决定书");
    }
}
