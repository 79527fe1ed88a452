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
import org.lianban.intake.application.Lifecycle.Transition;
import org.lianban.intake.checking.Extras;
import org.lianban.intake.checking.Promise;
import org.lianban.intake.numbering.Series;

class LifecycleTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final CasePack PACK = new CasePack(
            new Party("张三丰", Party.IdType.RESIDENT_ID, Fixtures.RESIDENT, null), null, Map.of("group-q", "a"),
            Fixtures.JSON.createObjectNode(), List.of());
    private static final CasePack CORRECTED = new CasePack(PACK.applicant(), null, Map.of("group-q", "b"),
            Fixtures.JSON.createObjectNode(), List.of());

    private int numbers;
    private final Circumstances circumstances = new Circumstances() {
        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public String by() {
            return "WINDOW_CLERK:w1";
        }

        @Override
        public Optional<Instant> due(String region, List<Term> terms) {
            return terms.isEmpty()
                    ? Optional.empty()
                    : Optional.of(NOW.plusSeconds(86_400L * terms.stream()
                            .mapToInt(Term::amount).min().orElseThrow()));
        }

        @Override
        public String next(Series series, String region) {
            return series + "-" + ++numbers;
        }
    };

    private static Dossier dossier() {
        return new Dossier("C1", "410721", "XX-09", "sha256:a", Channel.ONLINE, null, null, 0, NOW,
                List.of("01", "02", "03"), PACK);
    }

    private Application given(Command... commands) {
        Application state = new None("C1");
        for (Command command : commands) {
            state = after(state, command);
        }
        return state;
    }

    private Application after(Application state, Command command) {
        Decision decision = Decider.decide(state, command, circumstances);
        assertThat(decision).as(command + " on " + state.status()).isInstanceOf(Decision.Accepted.class);
        for (ApplicationEvent event : ((Decision.Accepted) decision).events()) {
            state = Applier.apply(state, event);
        }
        return state;
    }

    private List<ApplicationEvent> events(Application state, Command command) {
        return ((Decision.Accepted) Decider.decide(state, command, circumstances)).events();
    }

    private Rejection.Kind refused(Application state, Command command) {
        return ((Decision.Rejected) Decider.decide(state, command, circumstances)).rejection().kind();
    }

    private static Command submit(boolean receive) {
        return new Command.Submit(dossier(), receive ? Receiving.UNTOUCHED : null);
    }

    private static Command withdraw(String... items) {
        return new Command.Withdraw(List.of(items), "不办了");
    }

    private static Command.NotifyCorrection notice() {
        return new Command.NotifyCorrection(
                List.of(new Defect("form:a", "缺", null), new Defect("form:b", "错", "改")), NOW.plusSeconds(100), true);
    }

    private static final String SIGNATURE = "sm3:" + "a".repeat(64);

    private static Promise promise(String material, Commitment.Type type) {
        return new Promise(material, type, List.of("01", "02"), "c1", 2, NOW, SIGNATURE, Promise.Signer.APPLICANT,
                "撤销决定", type == Commitment.Type.DEFER
                        ? List.of(Term.workingDays(10), Term.workingDays(3))
                        : List.of());
    }

    /** m02 is to follow, m03 is replaced by a commitment. */
    private static Command deferring(boolean receive) {
        Dossier d = dossier();
        return new Command.Submit(new Dossier(d.caseNo(), d.region(), d.oneThing(), d.catalogHash(), d.channel(), null,
                null, 0, NOW, d.items(), PACK,
                new Extras(false, "老年人", null,
                        List.of(promise("m02", Commitment.Type.DEFER), promise("m03", Commitment.Type.WAIVE)),
                        List.of(), null, List.of(), null)),
                receive ? new Receiving("w1", "410721-zh01", List.of(), List.of("02")) : null);
    }

    private static Command supplied(String... codes) {
        return new Command.Supplement(SupplementPurpose.TOLERANCE, null, java.util.Arrays.stream(codes)
                .map(c -> new MaterialRef(c, c, MaterialRef.Form.PAPER, null, null, 0)).toList(), CORRECTED);
    }

    private static Command ask(String noticeNo) {
        return new Command.AskCorrection(new Wish("01", noticeNo,
                List.of(new Defect("material:m01#p1", "缺页", null), new Defect("form:childName", "错字", null)), null,
                NOW, null));
    }

    private static Command corrected() {
        return new Command.Supplement(SupplementPurpose.CORRECTION, "01",
                List.of(new MaterialRef("m01", "m01", MaterialRef.Form.PAPER, null, null, 0)), CORRECTED);
    }

    @Test
    void shouldDateWhatIsOwedFromTheReceiptByTheEarliestTerm() {
        Received received = (Received) given(deferring(false), new Command.Receive(PACK, Receiving.UNTOUCHED));
        assertThat(received.held().debts()).singleElement().satisfies(debt -> {
            assertThat(debt.state()).isEqualTo(Debt.State.OWED);
            assertThat(debt.commitment().dueAt()).isEqualTo(NOW.plusSeconds(3 * 86_400L));
            assertThat(debt.commitment().items()).containsExactly("01", "02");
            assertThat(debt.commitment().textVersion()).isEqualTo(2);
        });
        assertThat(received.held().waived()).singleElement().satisfies(c -> assertThat(c.dueAt()).isNull());
    }

    @Test
    void shouldNotReceiveWithGapsWhereTheirDateCannotBeCounted() {
        Circumstances uncounted = new Circumstances() {
            @Override
            public Instant now() {
                return NOW;
            }

            @Override
            public String by() {
                return "x";
            }

            @Override
            public Optional<Instant> due(String region, List<Term> terms) {
                return Optional.empty();
            }

            @Override
            public String next(Series series, String region) {
                return "1";
            }
        };
        Decision decision = Decider.decide(new None("C1"), deferring(true), uncounted);
        assertThat(((Decision.Rejected) decision).rejection().kind()).isEqualTo(Rejection.Kind.NOT_COUNTABLE);
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
        assertThat(refused(received, supplied("m09"))).isEqualTo(Rejection.Kind.NOTHING_OWED);
        assertThat(refused(received, supplied())).isEqualTo(Rejection.Kind.NOTHING_OWED);
        Received inTime = (Received) after(received, supplied("m02"));
        assertThat(inTime.held().debts()).extracting(Debt::state).containsExactly(Debt.State.SUPPLEMENTED);
        assertThat(inTime.dossier().pack()).isEqualTo(CORRECTED);
        assertThat(refused(inTime, supplied("m02"))).isEqualTo(Rejection.Kind.NOTHING_OWED);
        assertThat(events(inTime, new Command.Expire("m02"))).isEmpty();

        Received overdue = (Received) after(received, new Command.Expire("m02"));
        assertThat(overdue.held().debts()).extracting(Debt::state).containsExactly(Debt.State.OVERDUE);
        assertThat(events(overdue, new Command.Expire("m02"))).isEmpty();
        assertThat(Announcements.of(events(received, new Command.Expire("m02")).getFirst(), received, overdue))
                .contains(new IntakeEvent.CommitmentOverdue("C1", "m02", List.of("01", "02"), NOW));
        assertThat(overdue.held().debts().getFirst().supplemented(NOW.plusSeconds(9 * 86_400L)).state())
                .isEqualTo(Debt.State.SUPPLEMENTED_LATE);
        assertThat(received.held().debts().getFirst().supplemented(NOW.plusSeconds(3 * 86_400L)).state())
                .isEqualTo(Debt.State.SUPPLEMENTED_LATE);
    }

    @Test
    void shouldNotBreachForItemsThatWereWithdrawn() {
        Received received = (Received) given(deferring(true), withdraw("01"));
        assertThat(events(received, new Command.Expire("m02")))
                .containsExactly(new ApplicationEvent.Expired("m02", List.of("02"), NOW));
        assertThat(events(after(received, withdraw("02")), new Command.Expire("m02"))).isEmpty();
    }

    @Test
    void shouldVisitEveryTransitionOfADebtAndNoOther() {
        Set<Debt.Transition> visited = new HashSet<>();
        Debt owed = Debt.owed(promise("m02", Commitment.Type.DEFER).due(NOW));
        for (Debt.State state : Debt.State.values()) {
            Debt debt = new Debt(owed.commitment(), state, null);
            visit(visited, debt, state == Debt.State.OWED
                    ? Debt.Trigger.SUPPLEMENT
                    : Debt.Trigger.SUPPLEMENT_AFTER_DUE, debt.supplemented(NOW.minusSeconds(1)));
            visit(visited, debt, Debt.Trigger.SUPPLEMENT_AFTER_DUE, debt.supplemented(NOW));
            visit(visited, debt, Debt.Trigger.EXPIRE, debt.expired(NOW));
        }
        assertThat(visited).containsExactlyInAnyOrderElementsOf(Debt.TABLE);
    }

    private static void visit(Set<Debt.Transition> visited, Debt from, Debt.Trigger trigger, Debt to) {
        if (from.state() != to.state()) {
            visited.add(new Debt.Transition(from.state(), trigger, to.state()));
        }
    }

    @Test
    void shouldTakeADepartmentsCorrectionOncePerNotice() {
        Received received = (Received) given(submit(true));
        assertThat(refused(received, corrected())).isEqualTo(Rejection.Kind.NOT_ASKED);
        Received asked = (Received) after(received, ask("BZ1"));
        assertThat(asked.held().wishes().getFirst().materials()).containsExactly("m01");
        assertThat(asked.held().wishes().getFirst().fields()).containsExactly("childName");
        assertThat(events(asked, ask("BZ1"))).isEmpty();
        Received answered = (Received) after(asked, corrected());
        assertThat(answered.held().wishes()).noneMatch(Wish::open);
        assertThat(refused(answered, corrected())).isEqualTo(Rejection.Kind.NOT_ASKED);
        assertThat(events(answered, ask("BZ1"))).isEmpty();
        assertThat(refused(after(asked, withdraw("01")), corrected())).isEqualTo(Rejection.Kind.NOT_ASKED);
        assertThat(refused(given(submit(false)), corrected())).isEqualTo(Rejection.Kind.NOT_ASKED);
    }

    @Test
    void shouldLapseOnlyTheRoundThatMayAndSayWhyNothingFollows() {
        Application noticed = given(submit(false), notice());
        assertThat(events(noticed, new Command.Lapse(1))).isEmpty();
        assertThat(events(given(submit(false), new Command.NotifyCorrection(notice().defects(), NOW, false)),
                new Command.Lapse(0))).isEmpty();
        Application lapsed = after(noticed, new Command.Lapse(0));
        assertThat(lapsed.status()).isEqualTo(Status.LAPSED);
        Rejection why = ((Decision.Rejected) Decider.decide(lapsed, RESUBMIT, circumstances)).rejection();
        assertThat(why.kind()).isEqualTo(Rejection.Kind.LAPSED);
        assertThat(why.detail()).contains("NOTICE-1", "重新申报");
        assertThat(refused(lapsed, withdraw())).isEqualTo(Rejection.Kind.LAPSED);
        assertThat(events(lapsed, new Command.Lapse(0))).isEmpty();
        assertThat(events(after(noticed, RESUBMIT), new Command.Lapse(0))).isEmpty();
    }

    @Test
    void shouldMendOnTheSpotInTheSameRoundWithoutANotice() {
        Command amend = new Command.Amend(List.of("01"), CORRECTED, Extras.NONE);
        Submitted mended = (Submitted) after(given(submit(false)), amend);
        assertThat(mended.dossier().round()).isZero();
        assertThat(mended.dossier().handedInAt()).isEqualTo(NOW);
        assertThat(mended.dossier().items()).containsExactly("01");
        assertThat(Announcements.of(new ApplicationEvent.Amended(mended.dossier()), mended, mended)).isEmpty();
        assertThat(refused(given(submit(true)), amend)).isEqualTo(Rejection.Kind.NOT_WAITING_FOR_RECEIPT);
        assertThat(refused(given(submit(false), notice()), amend))
                .isEqualTo(Rejection.Kind.NOT_WAITING_FOR_RECEIPT);
    }

    private static final Command RECEIVE = new Command.Receive(PACK, Receiving.UNTOUCHED);
    private static final Command RESUBMIT = new Command.Resubmit(List.of("01"), CORRECTED, Extras.NONE, null);
    private static final Command SETTLE = new Command.MarkSettled("APPROVED", NOW);

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
        assertThat(refused(notified, notice())).isEqualTo(Rejection.Kind.NOT_WAITING_FOR_RECEIPT);
        assertThat(refused(notified, RECEIVE)).isEqualTo(Rejection.Kind.NOT_WAITING_FOR_RECEIPT);
        Submitted again = (Submitted) after(notified, RESUBMIT);
        assertThat(again.dossier().round()).isEqualTo(1);
        assertThat(again.dossier().items()).containsExactly("01");
        assertThat(again.dossier().pack()).isEqualTo(CORRECTED);
        assertThat(events(again, notice()).getFirst())
                .isEqualTo(new ApplicationEvent.CorrectionNotified(
                        new Application.Notice("NOTICE-" + numbers, NOW, "WINDOW_CLERK:w1",
                                NOW.plusSeconds(100), true),
                        1, notice().defects()));
    }

    @Test
    void shouldRefuseWhatDoesNotFitTheState() {
        assertThat(refused(new None("C1"), RECEIVE)).isEqualTo(Rejection.Kind.UNKNOWN_CASE);
        assertThat(refused(given(submit(false)), submit(false))).isEqualTo(Rejection.Kind.ALREADY_FILED);
        assertThat(refused(given(submit(false)), RESUBMIT)).isEqualTo(Rejection.Kind.NO_CORRECTION_ASKED);
        assertThat(refused(given(submit(true)), RECEIVE)).isEqualTo(Rejection.Kind.NOT_WAITING_FOR_RECEIPT);
        assertThat(refused(given(submit(true)), withdraw("09"))).isEqualTo(Rejection.Kind.UNKNOWN_ITEM);
        assertThat(refused(given(submit(false)), withdraw("01"))).isEqualTo(Rejection.Kind.NOT_YET_RECEIVED);
        assertThat(refused(given(submit(true), SETTLE), withdraw())).isEqualTo(Rejection.Kind.SETTLED);
        assertThat(refused(given(submit(true), SETTLE), RECEIVE)).isEqualTo(Rejection.Kind.NOT_WAITING_FOR_RECEIPT);
        assertThat(refused(given(submit(false), withdraw()), RECEIVE))
                .isEqualTo(Rejection.Kind.NOT_WAITING_FOR_RECEIPT);
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
        assertThat(refused(all, withdraw("09"))).isEqualTo(Rejection.Kind.UNKNOWN_ITEM);
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
        Set<Transition> visited = new HashSet<>();
        Random random = new Random(7);
        List<Command> commands = List.of(submit(false), submit(true), RECEIVE, notice(), RESUBMIT,
                new Command.Resubmit(List.of("01"), CORRECTED, Extras.NONE,
                        Receiving.UNTOUCHED),
                withdraw(), withdraw("02"), withdraw("01", "03"), SETTLE, deferring(true),
                new Command.Amend(List.of("01"), CORRECTED, Extras.NONE), new Command.Lapse(0),
                new Command.Expire("m02"), ask("BZ1"), supplied("m02"), corrected());
        for (int walk = 0; walk < 3_000; walk++) {
            Application state = new None("C1");
            for (int step = 0; step < 8; step++) {
                Command command = commands.get(random.nextInt(commands.size()));
                if (Decider.decide(state, command, circumstances) instanceof Decision.Accepted(var events)) {
                    for (ApplicationEvent event : events) {
                        Application next = Applier.apply(state, event);
                        visited.add(new Transition(state.status(), trigger(event), next.status()));
                        state = next;
                    }
                }
            }
        }
        assertThat(visited).containsExactlyInAnyOrderElementsOf(Lifecycle.TABLE);
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
                given(submit(true), SETTLE), given(submit(false), notice(), new Command.Lapse(0)));
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
        assertThat(Lifecycle.diagram()).startsWith("stateDiagram-v2").contains("[*] --> SUBMITTED: SUBMIT",
                "CORRECTION_NOTIFIED --> SUBMITTED: RESUBMIT");
        assertThat(Lifecycle.sources(Trigger.SETTLE)).containsExactly(Status.RECEIVED, Status.WITHDRAWN);
    }
}
