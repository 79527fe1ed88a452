package org.lianban.result.oversight.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianban.result.oversight.handler.OversightRig.ADMIN;
import static org.lianban.result.oversight.handler.OversightRig.RENSHE;
import static org.lianban.result.oversight.handler.OversightRig.accepted;
import static org.lianban.result.oversight.handler.OversightRig.done;
import static org.lianban.result.oversight.handler.OversightRig.officer;
import static org.lianban.result.oversight.handler.OversightRig.refused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.catalog.CatalogEvent;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Particulars;
import org.lianban.contracts.catalog.Particulars.Member;
import org.lianban.result.oversight.FileRow;
import org.lianban.result.oversight.handler.OpeningHandler.OrderRequest;
import org.lianban.result.oversight.store.FileRepository;
import org.lianban.result.oversight.supervision.Order;
import reactor.core.publisher.Flux;

class SupervisionHandlerTest {
    private static final String NO = "41072120261123YJS000001X";

    private final OversightRig rig = new OversightRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private FileRow order() {
        return rig.one(FileRow.Kind.ORDER, NO + "-04-DB1");
    }

    /** Acceptance is due within one working day (附件3); nobody acts. */
    @Test
    void shouldClimbFromABreachToAProposalAndNoFurther() {
        rig.dispatched(NO, "04");
        rig.at("2026-11-25T00:00");
        assertThat(order().state()).isEqualTo("REMINDED");
        assertThat(order().id()).isEqualTo(NO + "-04-DB1");
        assertThat(order().department()).isEqualTo(RENSHE);
        assertThat(rig.published("SupervisionIssued", "\"level\":\"REMIND\"", NO + "-04-DB1", "\"ACCEPTANCE\""))
                .hasSize(1);
        rig.at("2026-11-27T00:00");
        assertThat(order().state()).isEqualTo("ORDERED");
        assertThat(rig.published("TimerBreached", "\"SUPERVISION\"", NO + "-04-DB1")).hasSize(1);
        rig.at("2026-12-03T00:00");
        assertThat(order().state()).isEqualTo("CIRCULATED");
        assertThat(order().red()).isTrue();
        rig.at("2026-12-11T00:00");
        assertThat(order().state()).isEqualTo("PROPOSED");
        rig.at("2027-03-01T00:00");
        assertThat(order().state()).isEqualTo("PROPOSED");
        assertThat(rig.published("SupervisionIssued", NO + "-04-DB1")).hasSize(4);
        assertThat(rig.store.stored(NO).bundle().outlet().orders()).anyMatch(o -> o.id().equals(NO + "-04-DB1"));
    }

    @Test
    void shouldClearWhenTheDepartmentActs() {
        var sample = rig.dispatched(NO, "04");
        rig.at("2026-11-25T00:00");
        rig.store.handle(rig.store.incoming(sample.accepted("04", rig.store.now()), 1, rig.store.now()));
        rig.turn();
        assertThat(order().state()).isEqualTo("CLEARED");
        assertThat(order().open()).isFalse();
        assertThat(order().closedAt()).isEqualTo(rig.store.now());
        assertThat(rig.published("SupervisionCleared", NO + "-04-DB1")).hasSize(1);
        assertThat(rig.store.stored(NO).bundle().outlet().orders()).isEmpty();
        rig.at("2026-11-30T00:00");
        assertThat(rig.files(FileRow.Kind.ORDER, NO)).as("what was done late is not ordered again").hasSize(1);
    }

    @Test
    void shouldTakeTheSameReasonOnceAndAnotherReasonApart() {
        var sample = rig.dispatched(NO, "04");
        rig.store.handle(rig.store.incoming(sample.accepted("04", rig.store.now()), 1, rig.store.now()));
        rig.at("2026-11-27T00:00");
        assertThat(order().state()).as("promise of three working days").isEqualTo("ORDERED");
        assertThat(rig.files(FileRow.Kind.ORDER, NO)).hasSize(1);
        rig.at("2026-12-25T00:00");
        var rules = rig.files(FileRow.Kind.ORDER, NO).stream()
                .map(row -> rig.json.readValue(row.body(), Order.class).head().cause().rule()).toList();
        assertThat(rules).doesNotHaveDuplicates().contains("PROMISE");
    }

    @Test
    void shouldIssueByHandFromAnyStepOfTheCase() {
        rig.dispatched(NO, "04");
        var request = new OrderRequest(null, NO, "04", null, Order.Level.ORDER, Order.Preset.P13710, false, "群众反映");
        var opened = accepted(rig.openings.order(request, OversightRig.speaking(ADMIN), "k1"));
        assertThat(opened.state()).isEqualTo("DETECTED");
        assertThat(accepted(rig.openings.order(request, OversightRig.speaking(ADMIN), "k1")).id())
                .isEqualTo(opened.id());
        assertThat(refused(rig.openings.order(
                new OrderRequest(null, NO, "04", null, Order.Level.REMIND, Order.Preset.LADDER, false, "另一事由"),
                OversightRig.speaking(ADMIN), "k1")).code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        rig.turn();
        assertThat(order().state()).isEqualTo("ORDERED");
        assertThat(rig.published("SupervisionIssued", "\"rule\":\"BY_HAND\"")).hasSize(1);
        assertThat(refused(rig.openings.order(request, OversightRig.speaking(officer(RENSHE)), null)).kind())
                .isEqualTo(Refusal.Kind.FORBIDDEN);
        accepted(rig.files.orders().submit(opened.id(), new Order.Command.Give(Order.Answer.REPLY, "已部署"),
                OversightRig.speaking(officer(RENSHE)), null));
        rig.at("2026-11-26T23:59");
        assertThat(order().state()).as("replied within a day, feedback runs to the third").isEqualTo("ORDERED");
        rig.at("2026-11-27T00:00");
        assertThat(order().state()).isEqualTo("CIRCULATED");
        accepted(rig.files.orders().submit(opened.id(), new Order.Command.Clear("已办结"), OversightRig.speaking(ADMIN),
                null));
        rig.turn();
        assertThat(order().state()).isEqualTo("CLEARED");
    }

    /** What V60 takes over from a service that kept keys with the steps of files. */
    @Test
    void shouldAnswerAKeyThatWasUsedBeforeTheUpgrade() throws IOException {
        rig.dispatched(NO, "04");
        var request = new OrderRequest(null, NO, "04", null, Order.Level.ORDER, Order.Preset.P13710, false, "群众“反映”");
        var opened = accepted(rig.openings.order(request, OversightRig.speaking(ADMIN), null));
        rig.run("update care_step set idempotency_key = 'old', command = '" + rig.json.writeValueAsString(request)
                + "' where what = 'Opened'");
        try (var migration = getClass().getResourceAsStream("/db/result/V60__answered.sql")) {
            var statements = new String(Objects.requireNonNull(migration).readAllBytes(), StandardCharsets.UTF_8);
            rig.run(statements.substring(statements.indexOf("insert into"),
                    statements.indexOf(";", statements.indexOf("insert into"))));
        }
        assertThat(accepted(rig.openings.order(request, OversightRig.speaking(ADMIN), "old"))).isEqualTo(opened);
        assertThat(refused(rig.openings.order(
                new OrderRequest(null, NO, "04", null, Order.Level.REMIND, Order.Preset.LADDER, false, "另一事由"),
                OversightRig.speaking(ADMIN), "old")).code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(rig.files(FileRow.Kind.ORDER, NO)).hasSize(1);
    }

    @Test
    void shouldOrderADepartmentWithoutACase() {
        var opened = accepted(rig.openings.order(
                new OrderRequest("410721", null, null, RENSHE, Order.Level.REMIND, Order.Preset.LADDER, false,
                        "工作明显滞后"),
                OversightRig.speaking(ADMIN), null));
        assertThat(opened.id()).isEqualTo("41072120261123-DB1");
        rig.turn();
        assertThat(rig.one(FileRow.Kind.ORDER, opened.id()).state()).isEqualTo("REMINDED");
        rig.at("2026-11-25T00:00");
        assertThat(rig.one(FileRow.Kind.ORDER, opened.id()).state()).isEqualTo("ORDERED");
        assertThat(rig.published("Supervision")).as("no case to say it on").isEmpty();
    }

    @Test
    void shouldNotSuperviseTestCases() {
        var sample = new org.lianban.result.Sample.Case(NO);
        var now = rig.store.now();
        var e = (org.lianban.contracts.event.IntakeEvent.CaseSubmitted) sample.submitted(now);
        rig.store.handle(
                rig.store.incoming(new org.lianban.contracts.event.IntakeEvent.CaseSubmitted(e.caseNo(), e.region(),
                        e.oneThing(), e.catalogHash(), e.channel(), e.window(), e.applicantName(), e.provinceNo(),
                        e.round(), e.handedInAt(), true, false, null), 1, now),
                rig.store.incoming(sample.dispatched(now, now, "04"), 1, now));
        rig.at("2026-12-25T00:00");
        assertThat(rig.files(FileRow.Kind.ORDER, NO)).isEmpty();
        assertThat(refused(rig.openings.order(
                new OrderRequest(null, NO, "04", null, Order.Level.REMIND, Order.Preset.LADDER, false, "试"),
                OversightRig.speaking(ADMIN), null)).faults()).extracting(Fault::code).containsExactly("TEST_CASE");
    }

    /** An instance takes an order and dies: after the lease another one issues it. */
    @Test
    void shouldIssueWhatADeadInstanceTook() {
        rig.dispatched(NO, "04");
        rig.store.setClock(org.lianban.result.Sample.at("2026-11-25T00:00"));
        rig.store.dueRound(new java.util.ArrayList<>()).run(100).block(Duration.ofSeconds(30));
        var now = rig.store.now();
        List<FileRow> taken = done(rig.store.database().<List<FileRow>>inTransaction(
                tx -> new FileRepository(rig.json).lease(tx, now, now.plusSeconds(60), 10)));
        assertThat(taken).hasSize(1);
        assertThat(done(rig.round.run(10))).isZero();
        rig.store.setClock(now.plusSeconds(60));
        rig.turn();
        assertThat(order().state()).isEqualTo("REMINDED");
        assertThat(rig.published("SupervisionIssued")).hasSize(1);
    }

    /** 专班: who is told, the leader first. */
    @Test
    void shouldTellTheWorkingGroup() {
        var plain = org.lianban.result.Sample.oneThing();
        var p = Particulars.NONE;
        var group = List.of(new Member(Member.Role.MEMBER, "李科长", null, RENSHE),
                new Member(Member.Role.LEADER, "张县长", "县长", null));
        rig.store.catalog().apply(new CatalogEvent.OneThingPublished(new OneThing(plain.code(), plain.region(),
                plain.version(), plain.contentHash(), plain.effectiveFrom(), plain.name(), plain.printedName(),
                plain.subject(), plain.stage(), plain.batch(), plain.lead(), plain.coLeads(),
                plain.plannedCompletion(), plain.uncertain(), plain.borrowedFrom(), plain.source(), plain.items(),
                plain.questions(), plain.form(), plain.materials(), new Particulars(p.contacts(), p.places(), p.url(),
                        p.baseline(), p.steps(), p.commitments(), p.jointHandling(), group, p.baseVersion()))));
        rig.dispatched(NO, "04");
        rig.at("2026-11-25T00:00");
        assertThat(rig.json.readValue(order().body(), Order.class).head().recipients()).containsExactly(
                new Order.Recipient("LEADER", "张县长", "县长", null),
                new Order.Recipient("MEMBER", "李科长", null, RENSHE));
    }

    /** Many cases breach at once, and two instances run rounds at once: each order is issued once. */
    @Test
    void shouldIssueEachOrderOnceWhenInstancesRace() {
        var numbers = IntStream.range(0, 60).mapToObj("41072120261123YJS%06dX"::formatted).toList();
        numbers.forEach(no -> rig.dispatched(no, "04"));
        rig.store.setClock(org.lianban.result.Sample.at("2026-11-25T00:00"));
        rig.store.dueRound(new java.util.ArrayList<>()).run(100).block(Duration.ofSeconds(30));
        var other = rig.round();
        Flux.merge(rig.round.run(25), other.run(25), rig.round.run(25), other.run(25))
                .collectList().block(Duration.ofSeconds(60));
        rig.turn();
        assertThat(rig.published("SupervisionIssued")).hasSize(60);
        numbers.forEach(no -> assertThat(rig.file(FileRow.Kind.ORDER, no).state()).isEqualTo("REMINDED"));
        assertThat(rig.store.count("select count(*) from care_step where what = 'Issued'")).isEqualTo(60);
    }

    /** Accepted as improved while the escalation is on its way: the order is not raised, and the case hears nothing. */
    @Test
    void shouldNotEscalateAnOrderThatImprovedMeanwhile() {
        rig.dispatched(NO, "04");
        rig.at("2026-11-25T00:00");
        var id = order().id();
        rig.store.setClock(org.lianban.result.Sample.at("2026-11-27T00:00"));
        var stale = rig.json.readValue(order().body(), Order.class);
        accepted(rig.files.orders().submit(id, new Order.Command.Give(Order.Answer.REPLY, "已加派人手"),
                OversightRig.speaking(officer(RENSHE)), null));
        accepted(rig.files.orders().submit(id, new Order.Command.AcceptImprovement("有进展"), OversightRig.speaking(ADMIN),
                null));
        var next = org.lianban.result.oversight.supervision.Ladder.next(stale,
                org.lianban.result.oversight.supervision.LadderRules.DEFAULT,
                FileUnitOfWork.calendar(rig.store.law(), "410721"),
                rig.store.now())
                .orElseThrow();
        assertThatThrownBy(() -> rig.publish(NO, OrderProjection.announced(stale, next, rig.store.now())
                .toArray(org.lianban.contracts.event.ResultEvent[]::new)))
                .hasMessageContaining("nothing to say");
        assertThat(order().state()).isEqualTo("REMINDED");
        assertThat(rig.published("SupervisionIssued")).hasSize(1);
    }

    @Test
    void shouldCostNothingWhereNothingOfTheKindHappens() {
        var sample = rig.dispatched(NO, "04");
        rig.store.handle(rig.store.incoming(sample.accepted("04", rig.store.now()), 1, rig.store.now()));
        rig.store.handle(rig.store.incoming(sample.decided("04", rig.store.now(), Outcome.APPROVED), 2,
                rig.store.now()));
        assertThat(rig.store.count("select (select count(*) from care_file) + (select count(*) from care_step) "
                + "+ (select count(*) from care_number) + (select count(*) from rating)")).isZero();
        assertThat(done(rig.round.run(10))).isZero();
    }
}
