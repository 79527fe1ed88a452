package org.lianban.intake.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.command.Transitions.Row;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.Channel;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Party;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.catalog.Term;
import org.lianban.contracts.event.Defect;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.IntakeEvent.Commitment;
import org.lianban.intake.Fixtures;
import org.lianban.intake.application.Application.CorrectionNotified;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.application.Application.None;
import org.lianban.intake.application.Application.Received;
import org.lianban.intake.application.Application.Settled;
import org.lianban.intake.application.Application.Submitted;
import org.lianban.intake.application.Application.Withdrawn;
import org.lianban.intake.application.Held.Receiving;
import org.lianban.intake.application.Lifecycle.Trigger;
import org.lianban.intake.checking.Extras;
import org.lianban.intake.checking.PromisePolicy;
import org.lianban.intake.commands.Conflict;

class LifecycleTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final CasePack PACK = new CasePack(
            new Party("张三丰", Party.IdType.RESIDENT_ID, Fixtures.RESIDENT, null), null, Map.of("group-q", "a"),
            Fixtures.JSON.createObjectNode(), List.of());
    private static final CasePack CORRECTED = new CasePack(PACK.applicant(), null, Map.of("group-q", "b"),
            Fixtures.JSON.createObjectNode(), List.of());

    private int numbers;
    private final Decider.DecisionContext context = new Decider.DecisionContext(NOW, "WINDOW_CLERK:w1",
            (region, terms) -> terms.isEmpty()
                    ? Optional.empty()
                    : Optional.of(NOW.plusSeconds(86_400L * terms.stream()
                            .mapToInt(Term::amount).min().orElseThrow())),
            (series, region) -> series + "-" + ++numbers);

    private static Dossier dossier() {
        return new Dossier("C1", "410721", "XX-09", "sha256:a", Channel.ONLINE, null, null, 0, NOW,
                List.of("01", "02", "03"), PACK);
    }

    private Application given(ApplicationCommand... commands) {
        Application state = new None("C1");
        for (ApplicationCommand command : commands) {
            state = after(state, command);
        }
        return state;
    }

    private Application after(Application state, ApplicationCommand command) {
        Decision<ApplicationEvent> decision = Decider.decide(state, command, context);
        assertThat(decision).as(command + " on " + state.status()).isInstanceOf(Decision.Accepted.class);
        for (ApplicationEvent event : ((Decision.Accepted<ApplicationEvent>) decision).events()) {
            state = Applier.apply(state, event);
        }
        return state;
    }

    private List<ApplicationEvent> events(Application state, ApplicationCommand command) {
        return ((Decision.Accepted<ApplicationEvent>) Decider.decide(state, command, context)).events();
    }

    /** Of a refusal that names what of the command is to blame, that. */
    private String refused(Application state, ApplicationCommand command) {
        Refusal refusal = ((Decision.Refused<ApplicationEvent>) Decider.decide(state, command, context)).refusal();
        return refusal.faults().isEmpty() ? refusal.code() : refusal.faults().getFirst().code();
    }

    private static ApplicationCommand submit(boolean receive) {
        return new ApplicationCommand.Submit(dossier(), receive ? Receiving.UNTOUCHED : null);
    }

    private static ApplicationCommand withdraw(String... items) {
        return new ApplicationCommand.Withdraw(List.of(items), "不办了");
    }

    private static ApplicationCommand.NotifyCorrection notice() {
        return new ApplicationCommand.NotifyCorrection(
                List.of(new Defect("form:a", "缺", null), new Defect("form:b", "错", "改")), NOW.plusSeconds(100), true);
    }

    private static final String SIGNATURE = "sm3:" + "a".repeat(64);

    private static PromisePolicy.Promise promise(String material, Commitment.Type type) {
        return new PromisePolicy.Promise(material, type, List.of("01", "02"), "c1", 2, NOW, SIGNATURE,
                PromisePolicy.Promise.Signer.APPLICANT,
                "撤销决定", type == Commitment.Type.DEFER
                        ? List.of(Term.workingDays(10), Term.workingDays(3))
                        : List.of());
    }

    /** m02 is to follow, m03 is replaced by a commitment. */
    private static ApplicationCommand deferring(boolean receive) {
        Dossier d = dossier();
        return new ApplicationCommand.Submit(
                new Dossier(d.caseNo(), d.region(), d.oneThing(), d.catalogHash(), d.channel(), null,
                        null, 0, NOW, d.items(), PACK,
                        new Extras(false, "老年人", null,
                                List.of(promise("m02", Commitment.Type.DEFER), promise("m03", Commitment.Type.WAIVE)),
                                List.of(), null, List.of(), null)),
                receive ? new Receiving("w1", "410721-zh01", List.of(), List.of("02")) : null);
    }

    private static ApplicationCommand supplied(String... codes) {
        return new ApplicationCommand.Supplement(SupplementPurpose.TOLERANCE, null, java.util.Arrays.stream(codes)
                .map(c -> new MaterialRef(c, c, MaterialRef.Form.PAPER, null, null, 0)).toList(), CORRECTED);
    }

    private static ApplicationCommand ask(String noticeNo) {
        return new ApplicationCommand.AskCorrection(new Held.Wish("01", noticeNo,
                List.of(new Defect("material:m01#p1", "缺页", null), new Defect("form:childName", "错字", null)), null,
                NOW, null));
    }

    private static ApplicationCommand corrected() {
        return new ApplicationCommand.Supplement(SupplementPurpose.CORRECTION, "01",
                List.of(new MaterialRef("m01", "m01", MaterialRef.Form.PAPER, null, null, 0)), CORRECTED);
    }

    @Test
    void shouldDateWhatIsOwedFromTheReceiptByTheEarliestTerm() {
        Received received = (Received) given(deferring(false),
                new ApplicationCommand.Receive(PACK, Receiving.UNTOUCHED));
        assertThat(received.held().debts()).singleElement().satisfies(debt -> {
            assertThat(debt.state()).isEqualTo(Held.Debt.State.OWED);
            assertThat(debt.commitment().dueAt()).isEqualTo(NOW.plusSeconds(3 * 86_400L));
            assertThat(debt.commitment().items()).containsExactly("01", "02");
            assertThat(debt.commitment().textVersion()).isEqualTo(2);
        });
        assertThat(received.held().waived()).singleElement().satisfies(c -> assertThat(c.dueAt()).isNull());
    }

    @Test
    void shouldNotReceiveWithGapsWhereTheirDateCannotBeCounted() {
        Decider.DecisionContext uncounted = new Decider.DecisionContext(NOW, "x", (region, terms) -> Optional.empty(),
                (series, region) -> "1");
        Decision<ApplicationEvent> decision = Decider.decide(new None("C1"), deferring(true), uncounted);
        assertThat(((Decision.Refused<ApplicationEvent>) decision).refusal().kind())
                .isEqualTo(Refusal.Kind.UNAVAILABLE);
        assertThat(Decider.decide(new None("C1"), submit(true), uncounted)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void shouldSayAtTheReceiptWhatIsSpecialAboutIt() {
        Received received = (Received) given(deferring(true));
        IntakeEvent.CaseReceived said = (IntakeEvent.CaseReceived) Announcements
                .of(events(new None("C1"), deferring(true)).get(1), received, received).orElseThrow();
        assertThat(said.said().commitments()).extracting(c -> c.material() + c.type()).containsExactly("m02DEFER",
                "m03WAIVE");
        assertThat(said.said().clerk()).isEqualTo("w1");
        assertThat(said.said().window()).isEqualTo("410721-zh01");
        assertThat(said.said().acceptedOnReceipt()).containsExactly("02");
        // a plain receipt says nothing of it
        Filed plain = (Filed) given(submit(true));
        assertThat(((IntakeEvent.CaseReceived) Announcements
                .of(events(new None("C1"), submit(true)).get(1), plain, plain).orElseThrow()).facts()).isNull();
    }

    @Test
    void shouldTakeWhatIsOwedOnceInTimeOrLate() {
        Received received = (Received) given(deferring(true));
        assertThat(refused(received, supplied("m09"))).isEqualTo(Conflict.NOTHING_OWED.name());
        assertThat(refused(received, supplied())).isEqualTo(Conflict.NOTHING_OWED.name());
        Received inTime = (Received) after(received, supplied("m02"));
        assertThat(inTime.held().debts()).extracting(Held.Debt::state).containsExactly(Held.Debt.State.SUPPLEMENTED);
        assertThat(inTime.dossier().pack()).isEqualTo(CORRECTED);
        assertThat(refused(inTime, supplied("m02"))).isEqualTo(Conflict.NOTHING_OWED.name());
        assertThat(events(inTime, new ApplicationCommand.Expire("m02"))).isEmpty();

        Received overdue = (Received) after(received, new ApplicationCommand.Expire("m02"));
        assertThat(overdue.held().debts()).extracting(Held.Debt::state).containsExactly(Held.Debt.State.OVERDUE);
        assertThat(events(overdue, new ApplicationCommand.Expire("m02"))).isEmpty();
        assertThat(
                Announcements.of(events(received, new ApplicationCommand.Expire("m02")).getFirst(), received, overdue))
                .contains(new IntakeEvent.CommitmentOverdue("C1", "m02", List.of("01", "02"), NOW));
        assertThat(overdue.held().debts().getFirst().supplemented(NOW.plusSeconds(9 * 86_400L)).state())
                .isEqualTo(Held.Debt.State.SUPPLEMENTED_LATE);
        assertThat(received.held().debts().getFirst().supplemented(NOW.plusSeconds(3 * 86_400L)).state())
                .isEqualTo(Held.Debt.State.SUPPLEMENTED_LATE);
    }

    @Test
    void shouldNotBreachForItemsThatWereWithdrawn() {
        Received received = (Received) given(deferring(true), withdraw("01"));
        assertThat(events(received, new ApplicationCommand.Expire("m02")))
                .containsExactly(new ApplicationEvent.Expired("m02", List.of("02"), NOW));
        assertThat(events(after(received, withdraw("02")), new ApplicationCommand.Expire("m02"))).isEmpty();
    }

    @Test
    void shouldVisitEveryTransitionOfADebtAndNoOther() {
        Set<Row<Held.Debt.State, Held.Debt.Trigger>> visited = new HashSet<>();
        Held.Debt owed = Held.Debt.owed(promise("m02", Commitment.Type.DEFER).due(NOW));
        for (Held.Debt.State state : Held.Debt.State.values()) {
            Held.Debt debt = new Held.Debt(owed.commitment(), state, null);
            visit(visited, debt, state == Held.Debt.State.OWED
                    ? Held.Debt.Trigger.SUPPLEMENT
                    : Held.Debt.Trigger.SUPPLEMENT_AFTER_DUE, debt.supplemented(NOW.minusSeconds(1)));
            visit(visited, debt, Held.Debt.Trigger.SUPPLEMENT_AFTER_DUE, debt.supplemented(NOW));
            visit(visited, debt, Held.Debt.Trigger.EXPIRE, debt.expired(NOW));
        }
        assertThat(visited).containsExactlyInAnyOrderElementsOf(Held.Debt.TABLE.rows());
    }

    private static void visit(Set<Row<Held.Debt.State, Held.Debt.Trigger>> visited, Held.Debt from,
            Held.Debt.Trigger trigger, Held.Debt to) {
        if (from.state() != to.state()) {
            visited.add(new Row<>(from.state(), trigger, to.state()));
        }
    }

    @Test
    void shouldTakeADepartmentsCorrectionOncePerNotice() {
        Received received = (Received) given(submit(true));
        assertThat(refused(received, corrected())).isEqualTo(Conflict.NOT_ASKED.name());
        Received asked = (Received) after(received, ask("BZ1"));
        assertThat(asked.held().wishes().getFirst().materials()).containsExactly("m01");
        assertThat(asked.held().wishes().getFirst().fields()).containsExactly("childName");
        assertThat(events(asked, ask("BZ1"))).isEmpty();
        Received answered = (Received) after(asked, corrected());
        assertThat(answered.held().wishes()).noneMatch(Held.Wish::open);
        assertThat(refused(answered, corrected())).isEqualTo(Conflict.NOT_ASKED.name());
        assertThat(events(answered, ask("BZ1"))).isEmpty();
        assertThat(refused(after(asked, withdraw("01")), corrected())).isEqualTo(Conflict.NOT_ASKED.name());
        assertThat(refused(given(submit(false)), corrected())).isEqualTo(Conflict.NOT_ASKED.name());
    }

    @Test
    void shouldLapseOnlyTheRoundThatMayAndSayWhyNothingFollows() {
        Application noticed = given(submit(false), notice());
        assertThat(events(noticed, new ApplicationCommand.Lapse(1))).isEmpty();
        assertThat(events(given(submit(false), new ApplicationCommand.NotifyCorrection(notice().defects(), NOW, false)),
                new ApplicationCommand.Lapse(0))).isEmpty();
        Application lapsed = after(noticed, new ApplicationCommand.Lapse(0));
        assertThat(lapsed.status()).isEqualTo(Application.Status.LAPSED);
        Refusal why = ((Decision.Refused<ApplicationEvent>) Decider.decide(lapsed, RESUBMIT, context)).refusal();
        assertThat(why.code()).isEqualTo(Conflict.LAPSED.name());
        assertThat(why.detail()).contains("NOTICE-1", "重新申报");
        assertThat(refused(lapsed, withdraw())).isEqualTo(Conflict.LAPSED.name());
        assertThat(events(lapsed, new ApplicationCommand.Lapse(0))).isEmpty();
        assertThat(events(after(noticed, RESUBMIT), new ApplicationCommand.Lapse(0))).isEmpty();
    }

    @Test
    void shouldMendOnTheSpotInTheSameRoundWithoutANotice() {
        ApplicationCommand amend = new ApplicationCommand.Amend(List.of("01"), CORRECTED, Extras.NONE);
        Submitted mended = (Submitted) after(given(submit(false)), amend);
        assertThat(mended.dossier().round()).isZero();
        assertThat(mended.dossier().handedInAt()).isEqualTo(NOW);
        assertThat(mended.dossier().items()).containsExactly("01");
        assertThat(Announcements.of(new ApplicationEvent.Amended(mended.dossier()), mended, mended)).isEmpty();
        assertThat(refused(given(submit(true)), amend)).isEqualTo(Conflict.NOT_WAITING_FOR_RECEIPT.name());
        assertThat(refused(given(submit(false), notice()), amend))
                .isEqualTo(Conflict.NOT_WAITING_FOR_RECEIPT.name());
    }

    private static final ApplicationCommand RECEIVE = new ApplicationCommand.Receive(PACK, Receiving.UNTOUCHED);
    private static final ApplicationCommand RESUBMIT = new ApplicationCommand.Resubmit(List.of("01"), CORRECTED,
            Extras.NONE, null);
    private static final ApplicationCommand SETTLE = new ApplicationCommand.MarkSettled("APPROVED", NOW);

    @Test
    void shouldReceiveAtOnceOrLater() {
        assertThat(events(new None("C1"), submit(true))).hasSize(2);
        Received received = (Received) given(submit(true));
        assertThat(received.receipt().number()).startsWith("RECEIPT-");
        assertThat(received.receipt().by()).isEqualTo("WINDOW_CLERK:w1");
        assertThat(given(submit(false))).isInstanceOf(Submitted.class);
        assertThat(given(submit(false), RECEIVE)).isInstanceOf(Received.class);
    }

    @Test
    void shouldIssueOneNoticePerRoundNamingEveryDefect() {
        CorrectionNotified notified = (CorrectionNotified) given(submit(false), notice());
        assertThat(refused(notified, notice())).isEqualTo(Conflict.NOT_WAITING_FOR_RECEIPT.name());
        assertThat(refused(notified, RECEIVE)).isEqualTo(Conflict.NOT_WAITING_FOR_RECEIPT.name());
        Submitted again = (Submitted) after(notified, RESUBMIT);
        assertThat(again.dossier().round()).isEqualTo(1);
        assertThat(again.dossier().items()).containsExactly("01");
        assertThat(again.dossier().pack()).isEqualTo(CORRECTED);
        assertThat(events(again, notice()).getFirst())
                .isEqualTo(new ApplicationEvent.CorrectionNotified(
                        new Application.Notice("NOTICE-" + numbers, NOW, "WINDOW_CLERK:w1", NOW.plusSeconds(100), true),
                        1, notice().defects()));
    }

    @Test
    void shouldRefuseWhatDoesNotFitTheState() {
        assertThat(refused(new None("C1"), RECEIVE)).isEqualTo("NOT_FOUND");
        assertThat(refused(given(submit(false)), submit(false))).isEqualTo(Conflict.ALREADY_FILED.name());
        assertThat(refused(given(submit(false)), RESUBMIT)).isEqualTo(Conflict.NO_CORRECTION_ASKED.name());
        assertThat(refused(given(submit(true)), RECEIVE)).isEqualTo(Conflict.NOT_WAITING_FOR_RECEIPT.name());
        assertThat(refused(given(submit(true)), withdraw("09"))).isEqualTo("UNKNOWN_ITEM");
        assertThat(refused(given(submit(false)), withdraw("01"))).isEqualTo(Conflict.NOT_YET_RECEIVED.name());
        assertThat(refused(given(submit(true), SETTLE), withdraw())).isEqualTo(Conflict.SETTLED.name());
        assertThat(refused(given(submit(true), SETTLE), RECEIVE)).isEqualTo(Conflict.NOT_WAITING_FOR_RECEIPT.name());
        assertThat(refused(given(submit(false), withdraw()), RECEIVE))
                .isEqualTo(Conflict.NOT_WAITING_FOR_RECEIPT.name());
    }

    @Test
    void shouldTakeWithdrawingTwiceAsOnce() {
        Received one = (Received) given(submit(true), withdraw("02"));
        assertThat(one.withdrawn()).containsExactly("02");
        assertThat(events(one, withdraw("02"))).isEmpty();
        assertThat(events(one, withdraw("02", "01")))
                .containsExactly(new ApplicationEvent.ItemsWithdrawn(List.of("01"), "不办了", NOW));
        Application all = after(one, withdraw("01", "03"));
        assertThat(all).isInstanceOf(Withdrawn.class);
        assertThat(((Withdrawn) all).receipt()).isEqualTo(one.receipt());
        assertThat(events(all, withdraw())).isEmpty();
        assertThat(events(all, withdraw("02"))).isEmpty();
        assertThat(refused(all, withdraw("09"))).isEqualTo("UNKNOWN_ITEM");
    }

    @Test
    void shouldSettleOnceAndKeepTheReceipt() {
        Settled settled = (Settled) given(submit(true), SETTLE);
        assertThat(settled.receipt()).isNotNull();
        assertThat(events(settled, SETTLE)).isEmpty();
        assertThat(((Settled) given(submit(false), withdraw(), SETTLE)).receipt()).isNull();
    }

    @Test
    void shouldAnnounceToTheOthers() {
        Filed received = (Filed) given(submit(true));
        List<ApplicationEvent> events = events(new None("C1"), submit(true));
        IntakeEvent.CaseSubmitted submitted = (IntakeEvent.CaseSubmitted) Announcements
                .of(events.get(0), new None("C1"), received)
                .orElseThrow();
        assertThat(submitted.applicantName()).isEqualTo("张**");
        IntakeEvent.CaseReceived said = (IntakeEvent.CaseReceived) Announcements.of(events.get(1), received, received)
                .orElseThrow();
        assertThat(said.items()).containsExactly("01", "02", "03");
        assertThat(said.pack()).isEqualTo(PACK);
        assertThat(Announcements.of(new ApplicationEvent.AllWithdrawn("r", NOW), received, received))
                .contains(new IntakeEvent.CaseWithdrawn("C1", List.of(), "r", NOW));
        assertThat(Announcements.of(new ApplicationEvent.Settled("APPROVED", NOW), received, received)).isEmpty();
    }

    /** Walks at random; every transition of the table must be met, and no other. */
    @Test
    void shouldVisitEveryTransitionOfTheTableAndNoOther() {
        Set<Row<Application.Status, Trigger>> visited = new HashSet<>();
        Random random = new Random(7);
        List<ApplicationCommand> commands = List.of(submit(false), submit(true), RECEIVE, notice(), RESUBMIT,
                new ApplicationCommand.Resubmit(List.of("01"), CORRECTED, Extras.NONE, Receiving.UNTOUCHED),
                withdraw(), withdraw("02"), withdraw("01", "03"), SETTLE, deferring(true),
                new ApplicationCommand.Amend(List.of("01"), CORRECTED, Extras.NONE), new ApplicationCommand.Lapse(0),
                new ApplicationCommand.Expire("m02"), ask("BZ1"), supplied("m02"), corrected());
        for (int walk = 0; walk < 3_000; walk++) {
            Application state = new None("C1");
            for (int step = 0; step < 8; step++) {
                ApplicationCommand command = commands.get(random.nextInt(commands.size()));
                if (Decider.decide(state, command, context) instanceof Decision.Accepted<ApplicationEvent> accepted) {
                    for (ApplicationEvent event : accepted.events()) {
                        Application next = Applier.apply(state, event);
                        visited.add(new Row<>(state.status(), trigger(event), next.status()));
                        state = next;
                    }
                }
            }
        }
        assertThat(visited).containsExactlyInAnyOrderElementsOf(Lifecycle.TABLE.rows());
    }

    private static Trigger trigger(ApplicationEvent event) {
        return switch (event) {
            case ApplicationEvent.Submitted e -> e.dossier().round() == 0 ? Trigger.SUBMIT : Trigger.RESUBMIT;
            case ApplicationEvent.Received e -> Trigger.RECEIVE;
            case ApplicationEvent.CorrectionNotified e -> Trigger.NOTIFY_CORRECTION;
            case ApplicationEvent.Amended e -> Trigger.AMEND;
            case ApplicationEvent.Lapsed e -> Trigger.LAPSE;
            case ApplicationEvent.Supplemented e -> Trigger.SUPPLEMENT;
            case ApplicationEvent.Expired e -> Trigger.EXPIRE;
            case ApplicationEvent.CorrectionAsked e -> Trigger.ASK_CORRECTION;
            case ApplicationEvent.AllWithdrawn e -> Trigger.WITHDRAW;
            case ApplicationEvent.ItemsWithdrawn e -> Trigger.WITHDRAW_ITEMS;
            case ApplicationEvent.Settled e -> Trigger.SETTLE;
        };
    }

    @Test
    void shouldApplyAnyEventToAnyState() {
        List<Application> states = List.of(new None("C1"), given(submit(false)), given(submit(false), notice()),
                given(submit(true)), given(deferring(true), ask("BZ1")), given(submit(false), withdraw()),
                given(submit(true), SETTLE), given(submit(false), notice(), new ApplicationCommand.Lapse(0)));
        List<ApplicationEvent> events = new ArrayList<>(events(new None("C1"), submit(true)));
        events.addAll(events(given(submit(false)), notice()));
        events.add(new ApplicationEvent.AllWithdrawn("r", NOW));
        events.add(new ApplicationEvent.ItemsWithdrawn(List.of("01"), "r", NOW));
        events.add(new ApplicationEvent.Settled("DENIED", NOW));
        events.add(new ApplicationEvent.Lapsed(0, NOW));
        events.add(new ApplicationEvent.Expired("m02", List.of("01"), NOW));
        events.addAll(events(given(deferring(true)), supplied("m02")));
        events.addAll(events(given(submit(true)), ask("BZ2")));
        for (Application state : states) {
            for (ApplicationEvent event : events) {
                assertThat(Applier.apply(state, event)).isNotNull();
            }
        }
    }

    @Test
    void shouldDrawTheTable() {
        assertThat(Lifecycle.TABLE.diagram()).startsWith("stateDiagram-v2").contains("NONE --> SUBMITTED : SUBMIT",
                "CORRECTION_NOTIFIED --> SUBMITTED : RESUBMIT");
        assertThat(Lifecycle.TABLE.sources(Trigger.SETTLE)).containsExactly(Application.Status.RECEIVED,
                Application.Status.WITHDRAWN);
    }
}
