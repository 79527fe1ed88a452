package org.lianban.result.oversight.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.result.oversight.handler.OversightRig.WEIJIAN;
import static org.lianban.result.oversight.handler.OversightRig.accepted;
import static org.lianban.result.oversight.handler.OversightRig.done;
import static org.lianban.result.oversight.handler.OversightRig.officer;
import static org.lianban.result.oversight.handler.OversightRig.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lianban.command.Actor;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.IntakeEvent.Commitment;
import org.lianban.contracts.event.ResultEvent.LicenceIssued;
import org.lianban.result.Sample;
import org.lianban.result.oversight.FileRow;
import org.lianban.result.oversight.check.Check;
import org.lianban.result.oversight.expiry.Licence;
import org.lianban.result.oversight.push.Push;
import org.lianban.result.oversight.query.FileQueries;

class CheckHandlerTest {
    private static final String NO = "41072120261123YJS000001X";
    private static final String CHECK = NO + "-01-HC1";
    private static final String LICENCE = "1.2.156.3005.2.X1";

    private final OversightRig rig = new OversightRig();
    private final Sample.Case sample = new Sample.Case(NO);

    @AfterEach
    void close() {
        rig.close();
    }

    private void received(Commitment.Type type) {
        var now = rig.store.now();
        var e = (IntakeEvent.CaseReceived) sample.received(now, now, "01");
        var commitment = new Commitment("M1", type, type == Commitment.Type.DEFER ? now.plusSeconds(86_400) : null,
                List.of("01"), "CN-1", 1, now, "sm3:1", "撤销决定");
        rig.store.handle(rig.store.incoming(sample.submitted(now), 1, now),
                rig.store.incoming(new IntakeEvent.CaseReceived(e.caseNo(), e.region(), e.oneThing(), e.catalogHash(),
                        e.receiptNo(), e.items(), e.handedInAt(), e.receivedAt(), e.pack(),
                        new IntakeEvent.ReceiptFacts(false, List.of(commitment), List.of(), null, null, null,
                                List.of())),
                        2, now),
                rig.store.incoming(sample.dispatched(now, now, "01"), 1, now));
    }

    private void decided(Outcome outcome) {
        rig.store.handle(rig.store.incoming(sample.decided("01", rig.store.now(), outcome), 1, rig.store.now()));
    }

    private String state() {
        return rig.one(FileRow.Kind.CHECK, CHECK).state();
    }

    private String step(Check.Command command, Actor actor) {
        return accepted(rig.files.checks().submit(CHECK, command, OversightRig.speaking(actor), null)).state();
    }

    private List<Check.Credit> credits() {
        return done(new FileQueries(rig.store.database()).credits("410721", "", 10));
    }

    @Test
    void shouldCheckAfterTheApprovalWhatWasApprovedOnACommitment() {
        received(Commitment.Type.WAIVE);
        assertThat(state()).isEqualTo("PLANNED");
        assertThat(rig.one(FileRow.Kind.CHECK, CHECK).dueAt()).isNull();
        decided(Outcome.APPROVED);
        assertThat(state()).isEqualTo("OPEN");
        assertThat(rig.one(FileRow.Kind.CHECK, CHECK).department()).isEqualTo(WEIJIAN);
        assertThat(rig.one(FileRow.Kind.CHECK, CHECK).dueAt()).isEqualTo(Sample.at("2027-01-05T00:00"));
        rig.at("2027-01-05T00:00");
        assertThat(rig.one(FileRow.Kind.CHECK, CHECK).red()).isTrue();
        assertThat(step(new Check.Command.Find(Check.Event.Finding.CONFIRMED, "属实", List.of()), officer(WEIJIAN)))
                .isEqualTo("CONFIRMED");
        assertThat(credits()).singleElement().satisfies(c -> assertThat(c.kept()).isTrue());
    }

    @Test
    void shouldDropTheCheckOfWhatWasNotApproved() {
        received(Commitment.Type.WAIVE);
        decided(Outcome.DENIED);
        assertThat(state()).isEqualTo("DROPPED");
    }

    @Test
    void shouldRecordWhatBecameOfADeferredMaterial() {
        received(Commitment.Type.DEFER);
        rig.store.handle(rig.store.incoming(new IntakeEvent.MaterialsSupplemented(NO, SupplementPurpose.TOLERANCE,
                List.of("01"),
                List.of(new MaterialRef("M1", "证明", MaterialRef.Form.ELECTRONIC, "sha256:1", "application/pdf", 1)),
                rig.store.now()), 3, rig.store.now()));
        assertThat(state()).isEqualTo("DROPPED");
        assertThat(credits()).containsExactly(
                new Check.Credit(NO, "M1", "01", true, "MaterialsSupplemented", rig.store.now()));
    }

    @Test
    void shouldRecordABrokenCommitment() {
        received(Commitment.Type.DEFER);
        rig.store.handle(rig.store.incoming(new IntakeEvent.CommitmentOverdue(NO, "M1", List.of("01"),
                rig.store.now()), 3, rig.store.now()));
        assertThat(state()).isEqualTo("DROPPED");
        assertThat(credits()).singleElement().satisfies(c -> {
            assertThat(c.kept()).isFalse();
            assertThat(c.ground()).isEqualTo("CommitmentOverdue");
        });
    }

    private void licence(LocalDate until) {
        rig.publish(NO, new LicenceIssued(NO, "01", LICENCE, "出生医学证明", "sm3:2", until, rig.store.now()));
    }

    /** 你承诺、我审批，你失信、我撤销: with notice and hearing, on record, and the licence goes too. */
    @Test
    void shouldRevokeAFalseCommitmentWithTheLicence() {
        received(Commitment.Type.WAIVE);
        decided(Outcome.APPROVED);
        licence(LocalDate.of(2027, 11, 22));
        assertThat(rig.one(FileRow.Kind.LICENCE, LICENCE).state()).isEqualTo("WATCHED");
        step(new Check.Command.Find(Check.Event.Finding.REFUTED, "不符", List.of("sm3:3")), officer(WEIJIAN));
        step(new Check.Command.Notice("告〔2026〕1号", "承诺不实"), officer(WEIJIAN));
        step(new Check.Command.Defend("愿改正"), OversightRig.APPLICANT);
        assertThat(step(new Check.Command.Decide(true, "撤〔2026〕1号", "承诺不实"), officer(WEIJIAN)))
                .isEqualTo("REVOKED");
        assertThat(credits()).singleElement().satisfies(c -> {
            assertThat(c.kept()).isFalse();
            assertThat(c.ground()).isEqualTo("Revoked 撤〔2026〕1号");
        });
        assertThat(rig.one(FileRow.Kind.LICENCE, LICENCE).state()).isEqualTo("REVOKED");
        assertThat(rig.one(FileRow.Kind.LICENCE, LICENCE).dueAt()).as("nobody is reminded of it").isNull();
    }

    @Test
    void shouldRemindTheHolderOnTheCaseAndRenewOnlyWithConsent() {
        received(Commitment.Type.WAIVE);
        decided(Outcome.APPROVED);
        licence(LocalDate.of(2027, 2, 28));
        licence(LocalDate.of(2027, 2, 28));
        assertThat(rig.store.count("select count(*) from care_file where kind = 'LICENCE'")).isOne();
        rig.at("2026-12-29T23:59");
        assertThat(rig.published("TimerWarned", "CERTIFICATE_EXPIRY")).isEmpty();
        rig.at("2026-12-30T00:00");
        assertThat(rig.published("TimerWarned", "CERTIFICATE_EXPIRY", LICENCE)).hasSize(1);
        assertThat(rig.one(FileRow.Kind.LICENCE, LICENCE).state()).isEqualTo("REMINDED");
        accepted(rig.files.licences().submit(LICENCE, new Licence.Command.Consent(true),
                OversightRig.speaking(OversightRig.APPLICANT), null));
        var renewal = "41072120270104YJS000001X";
        accepted(rig.files.licences().submit(LICENCE, new Licence.Command.File(renewal),
                OversightRig.speaking(OversightRig.APPLICANT), null));
        rig.at("2027-03-10T00:00");
        assertThat(rig.one(FileRow.Kind.LICENCE, LICENCE).state()).as("行政许可法 50").isEqualTo("FILED");
        var now = rig.store.now();
        var next = new Sample.Case(renewal);
        rig.store.handle(rig.store.incoming(next.submitted(now), 1, now),
                rig.store.incoming(next.dispatched(now, now, "01"), 1, now));
        rig.publish(renewal, new LicenceIssued(renewal, "01", "1.2.156.3005.2.X2", "出生医学证明", "sm3:4",
                LocalDate.of(2029, 2, 28), now));
        assertThat(rig.one(FileRow.Kind.LICENCE, LICENCE).state()).isEqualTo("RENEWED");
        assertThat(rig.one(FileRow.Kind.LICENCE, "1.2.156.3005.2.X2").state()).isEqualTo("WATCHED");
    }

    /** 谁审批、谁监管: told once, received and fed back by who supervises, and by nobody else. */
    @Test
    void shouldTellWhoSupervisesWhatWasApproved() {
        var other = new Sample.Case("41072120261123YJS000002X");
        var now = rig.store.now();
        rig.store.handle(rig.store.incoming(other.submitted(now), 1, now),
                rig.store.incoming(other.dispatched(now, now, "02", "04"), 1, now),
                rig.store.incoming(other.decided("02", now, Outcome.APPROVED), 1, now),
                rig.store.incoming(other.decided("04", now, Outcome.APPROVED), 1, now));
        var push = rig.file(FileRow.Kind.PUSH, other.no());
        assertThat(push.id()).isEqualTo(other.no() + "-02-JG1");
        assertThat(push.department()).isEqualTo("410721-shuju");
        assertThat(push.state()).isEqualTo("PUSHED");
        var regulator = OversightRig.speaking(new Actor(Actor.Role.REGULATOR, "r1", "410721-shuju"));
        assertThat(accepted(rig.files.pushes().submit(push.id(), new Push.Command.Receive(), regulator, null)).state())
                .isEqualTo("RECEIVED");
        assertThat(
                accepted(rig.files.pushes().submit(push.id(), new Push.Command.Receive(), regulator, null)).version())
                .isEqualTo(2);
        var problem = accepted(
                rig.files.pushes().submit(push.id(), new Push.Command.FeedBack(true, "现场与许可不符"), regulator, null));
        assertThat(problem.red()).isTrue();
        assertThat(problem.open()).isTrue();
        assertThat(
                accepted(rig.files.pushes().submit(push.id(), new Push.Command.FeedBack(false, "已改正"), regulator, null))
                        .open())
                .isFalse();
        assertThat(refused(rig.files.pushes().submit(push.id(),
                new Push.Command.Receive(), OversightRig.speaking(officer(WEIJIAN)), null)).detail())
                .contains("只有负责监管的部门");
    }

    @Test
    void shouldNotKeepALicenceWithoutEnd() {
        received(Commitment.Type.WAIVE);
        decided(Outcome.APPROVED);
        rig.publish(NO, new LicenceIssued(NO, "01", LICENCE, "出生医学证明", "sm3:2", null, Instant.EPOCH));
        assertThat(rig.files(FileRow.Kind.LICENCE, NO)).isEmpty();
    }
}
