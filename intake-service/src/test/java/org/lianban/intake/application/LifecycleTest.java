package org.lianban.intake.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.Channel;
import org.lianban.contracts.Party;
import org.lianban.contracts.intake.Defect;
import org.lianban.contracts.intake.IntakeEvent;
import org.lianban.intake.Fixtures;
import org.lianban.intake.application.Application.CorrectionNotified;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.application.Application.None;
import org.lianban.intake.application.Application.Received;
import org.lianban.intake.application.Application.Settled;
import org.lianban.intake.application.Application.Submitted;
import org.lianban.intake.application.Application.Withdrawn;
import org.lianban.intake.application.Lifecycle.Transition;
import org.lianban.intake.identity.Series;

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
        return new Command.Submit(dossier(), receive);
    }

    private static Command withdraw(String... items) {
        return new Command.Withdraw(List.of(items), "不办了");
    }

    private static Command.NotifyCorrection notice() {
        return new Command.NotifyCorrection(List.of(new Defect("form:a", "缺", null), new Defect("form:b", "错", "改")));
    }

    private static final Command RECEIVE = new Command.Receive();
    private static final Command RESUBMIT = new Command.Resubmit(List.of("01"), CORRECTED, false);
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
                        new Application.Notice("NOTICE-" + numbers, NOW, "WINDOW_CLERK:w1"), 1, notice().defects()));
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
        IntakeEvent.CaseSubmitted submitted = (IntakeEvent.CaseSubmitted) Announcements.of(events.get(0), received)
                .orElseThrow();
        assertThat(submitted.applicantName()).isEqualTo("张**");
        IntakeEvent.CaseReceived said = (IntakeEvent.CaseReceived) Announcements.of(events.get(1), received)
                .orElseThrow();
        assertThat(said.items()).containsExactly("01", "02", "03");
        assertThat(said.pack()).isEqualTo(PACK);
        assertThat(Announcements.of(new ApplicationEvent.AllWithdrawn("r", NOW), received))
                .contains(new IntakeEvent.CaseWithdrawn("C1", List.of(), "r", NOW));
        assertThat(Announcements.of(new ApplicationEvent.Settled("APPROVED", NOW), received)).isEmpty();
    }

    /** Walks at random; every transition of the table must be met, and no other. */
    @Test
    void shouldVisitEveryTransitionOfTheTableAndNoOther() {
        Set<Transition> visited = new HashSet<>();
        Random random = new Random(7);
        List<Command> commands = List.of(submit(false), submit(true), RECEIVE, notice(), RESUBMIT,
                new Command.Resubmit(List.of("01"), CORRECTED, true), withdraw(), withdraw("02"), withdraw("01", "03"),
                SETTLE);
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
            case ApplicationEvent.AllWithdrawn e -> Trigger.WITHDRAW;
            case ApplicationEvent.ItemsWithdrawn e -> Trigger.WITHDRAW_ITEMS;
            case ApplicationEvent.Settled e -> Trigger.SETTLE;
        };
    }

    @Test
    void shouldApplyAnyEventToAnyState() {
        List<Application> states = List.of(new None("C1"), given(submit(false)), given(submit(false), notice()),
                given(submit(true)), given(submit(false), withdraw()), given(submit(true), SETTLE));
        List<ApplicationEvent> events = new ArrayList<>(events(new None("C1"), submit(true)));
        events.addAll(events(given(submit(false)), notice()));
        events.add(new ApplicationEvent.AllWithdrawn("r", NOW));
        events.add(new ApplicationEvent.ItemsWithdrawn(List.of("01"), "r", NOW));
        events.add(new ApplicationEvent.Settled("DENIED", NOW));
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
