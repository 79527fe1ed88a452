package org.lianban.result.oversight.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;
import org.lianban.command.Decision;
import org.lianban.command.Transitions;
import org.lianban.kit.catalog.Calendars;
import org.lianban.result.Sample;
import org.lianban.result.oversight.Diagrams;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.Reason;
import org.lianban.result.oversight.rating.Rating;
import org.lianban.result.oversight.ticket.Ticket.Trigger;
import org.lianban.time.DayEnd;
import org.lianban.time.WorkCalendar;

class TicketTest {
    private static final WorkCalendar CALENDAR = Calendars.of(Sample.calendar(), DayEnd.MIDNIGHT);
    private static final Instant T0 = Sample.at("2026-11-23T09:00");
    private static final Ticket.Rules RULES = Ticket.Rules.DEFAULT;
    private static final String OFFICE = "410721-gongan";
    private static final OversightActor OFFICER = new OversightActor(new Actor(Role.DEPARTMENT_OFFICER, "o1", null),
            OFFICE);
    private static final OversightActor ADMIN = new OversightActor(new Actor(Role.CATALOG_ADMIN, "a1", null), null);
    private static final OversightActor APPLICANT = new OversightActor(new Actor(Role.APPLICANT, "p1", null), null);

    private static final Ticket.Command ASSIGN = new Ticket.Command.Assign(OFFICE, null);
    private static final Ticket.Command PROVE = verify(Ticket.Finding.Verdict.GENUINE);
    private static final Ticket.Command DISPROVE = verify(Ticket.Finding.Verdict.UNFOUNDED, "sm3:1");
    private static final Ticket.Command PLAN = new Ticket.Command.Plan("换人");
    private static final Ticket.Command RECTIFY = new Ticket.Command.Rectify("已换人", List.of());
    private static final Ticket.Command INFORM = new Ticket.Command.Inform("PHONE", "已整改");
    private static final Ticket.Command REACHED = new Ticket.Command.CallBack(true, "满意");
    private static final Ticket.Command IN_VAIN = new Ticket.Command.CallBack(false, "无人接听");
    private static final Ticket.Command CLOSE = new Ticket.Command.Close("办结");

    private static Ticket.Command verify(Ticket.Finding.Verdict verdict, String... evidence) {
        return new Ticket.Command.Verify(new Ticket.Finding(verdict, List.of(evidence), "查明"));
    }

    private static Ticket opened() {
        return Ticket.opened(new Ticket.Head("C1-00-CP1", Ticket.Kind.BAD_RATING, "410721", "C1", null, "XX-09", "态度差",
                null, List.of(), Rating.Level.DISSATISFIED, T0));
    }

    private static Ticket given(Ticket.Command... commands) {
        var ticket = opened();
        for (Ticket.Command command : commands) {
            ticket = after(ticket, command, ADMIN, T0);
        }
        return ticket;
    }

    private static Ticket after(Ticket ticket, Ticket.Command command, OversightActor who, Instant now) {
        var verdict = TicketDecider.decide(ticket, command, who, RULES, now);
        assertThat(verdict).as(command + " on " + ticket.stage()).isInstanceOf(Decision.Accepted.class);
        for (Ticket.Event event : ((Decision.Accepted<Ticket.Event>) verdict).events()) {
            ticket = ticket.apply(event);
        }
        return ticket;
    }

    private static @Nullable Reason refused(Ticket ticket, Ticket.Command command, OversightActor who) {
        return TicketDecider.decide(ticket, command, who, RULES, T0) instanceof Decision.Refused<Ticket.Event> refused
                ? Reason.valueOf(refused.refusal().code())
                : null;
    }

    @Test
    void shouldCloseWhenTheReporterIsSatisfiedAfterTheCallBack() {
        var closed = after(given(ASSIGN, PROVE, PLAN, RECTIFY, INFORM, REACHED),
                new Ticket.Command.ReRate(Rating.Level.SATISFIED), APPLICANT, T0);
        assertThat(closed.stage()).isEqualTo(Ticket.Stage.CLOSED);
        assertThat(closed.round().answered()).isTrue();
        assertThat(closed.review()).isEqualTo("再评满意");
    }

    @Test
    void shouldReopenWhenTheReporterIsStillDissatisfied() {
        var reopened = after(given(ASSIGN, PROVE, PLAN, RECTIFY, INFORM, REACHED),
                new Ticket.Command.ReRate(Rating.Level.VERY_DISSATISFIED), APPLICANT, T0.plus(Duration.ofDays(3)));
        assertThat(reopened.stage()).isEqualTo(Ticket.Stage.REOPENED);
        assertThat(reopened.round().number()).isEqualTo(2);
        assertThat(reopened.finding()).as("found anew").isNull();
        assertThat(reopened.department()).isEqualTo(OFFICE);
        assertThat(reopened.due(RULES, CALENDAR)).as("the limits begin anew")
                .contains(Sample.at("2026-11-28T00:00"));
    }

    @Test
    void shouldNotCloseAGenuineOneBeforeTheCallBack() {
        assertThat(refused(given(ASSIGN, PROVE, PLAN, RECTIFY, INFORM), CLOSE, ADMIN))
                .isEqualTo(Reason.TOO_EARLY);
        assertThat(given(ASSIGN, PROVE, PLAN, RECTIFY, INFORM, REACHED, CLOSE).stage()).isEqualTo(Ticket.Stage.CLOSED);
    }

    @Test
    void shouldCloseAnUnfoundedOneOnceTheReporterWasTold() {
        assertThat(refused(given(ASSIGN, DISPROVE), CLOSE, ADMIN)).isEqualTo(Reason.WRONG_STATE);
        assertThat(refused(given(ASSIGN, DISPROVE, INFORM), REACHED, ADMIN)).isEqualTo(Reason.WRONG_STATE);
        assertThat(given(ASSIGN, DISPROVE, INFORM, CLOSE).stage()).isEqualTo(Ticket.Stage.CLOSED);
        var disputed = after(given(ASSIGN, DISPROVE, INFORM), new Ticket.Command.Dispute("不服"), APPLICANT, T0);
        assertThat(disputed.stage()).isEqualTo(Ticket.Stage.REOPENED);
    }

    @Test
    void shouldCountAsCalledAfterThreeCallsInVain() {
        var twice = given(ASSIGN, PROVE, PLAN, RECTIFY, INFORM, IN_VAIN, IN_VAIN);
        assertThat(twice.stage()).isEqualTo(Ticket.Stage.INFORMED);
        assertThat(twice.round().attempts()).isEqualTo(2);
        var called = after(twice, IN_VAIN, ADMIN, T0);
        assertThat(called.stage()).isEqualTo(Ticket.Stage.CALLED_BACK);
        assertThat(called.round().answered()).isFalse();
    }

    /** A department neither clears nor judges itself. */
    @Test
    void shouldLetNobodyJudgeHimself() {
        var assigned = given(ASSIGN);
        assertThat(refused(assigned, DISPROVE, OFFICER)).isEqualTo(Reason.FORBIDDEN);
        assertThat(refused(assigned, DISPROVE, new OversightActor(new Actor(Role.LEAD_DEPARTMENT, "l1", null), OFFICE)))
                .isEqualTo(Reason.FORBIDDEN);
        assertThat(refused(assigned, verify(Ticket.Finding.Verdict.MISTAKEN), ADMIN)).isEqualTo(Reason.INCOMPLETE);
        assertThat(refused(assigned, PROVE, OFFICER)).isNull();
        assertThat(refused(assigned, PROVE,
                new OversightActor(new Actor(Role.DEPARTMENT_OFFICER, "o2", null), "410721-renshe")))
                .isEqualTo(Reason.FORBIDDEN);
        var informed = given(ASSIGN, PROVE, PLAN, RECTIFY, INFORM);
        assertThat(refused(informed, REACHED, OFFICER)).isEqualTo(Reason.FORBIDDEN);
        assertThat(refused(informed, REACHED, new OversightActor(new Actor(Role.WINDOW_CLERK, "w1", null), null)))
                .isNull();
        assertThat(refused(given(ASSIGN, DISPROVE, INFORM), CLOSE, OFFICER)).isEqualTo(Reason.FORBIDDEN);
        assertThat(refused(given(), ASSIGN, APPLICANT)).isEqualTo(Reason.FORBIDDEN);
    }

    @Test
    void shouldRunOneFiveAndFifteenWorkingDaysFromTheBadRating() {
        assertThat(given(ASSIGN).due(RULES, CALENDAR)).contains(Sample.at("2026-11-25T00:00"));
        assertThat(given(ASSIGN, PROVE).due(RULES, CALENDAR)).contains(Sample.at("2026-12-01T00:00"));
        assertThat(given(ASSIGN, PROVE, PLAN, RECTIFY).due(RULES, CALENDAR))
                .contains(Sample.at("2026-12-15T00:00"));
        assertThat(given(ASSIGN, PROVE, PLAN, RECTIFY, INFORM, REACHED).due(RULES, CALENDAR)).isEmpty();
    }

    @Test
    void shouldTurnRedOncePerMissedLimitAndFadeWhenTheStepIsDone() {
        var due = Sample.at("2026-11-25T00:00");
        var assigned = given(ASSIGN);
        var red = assigned.apply(expired(assigned, due).orElseThrow());
        assertThat(red.red()).isTrue();
        assertThat(red.phase()).isEqualTo(Ticket.Stage.Phase.SUPERVISE);
        assertThat(red.due(RULES, CALENDAR)).as("said once").isEmpty();
        assertThat(expired(red, due)).isEmpty();
        var verified = after(red, PROVE, ADMIN, Sample.at("2026-11-25T09:00"));
        assertThat(verified.red()).isFalse();
        assertThat(verified.due(RULES, CALENDAR)).isPresent();
        assertThat(expired(verified, Sample.at("2026-12-01T00:00"))).as("another limit runs").isPresent();
    }

    /** News of one limit that comes after the ticket moved on does not speak of the next one. */
    @Test
    void shouldNotTakeALateBreachForThatOfTheNextLimit() {
        var verifyBy = Sample.at("2026-11-25T00:00");
        assertThat(expired(given(ASSIGN), verifyBy)).isPresent();
        assertThat(expired(given(ASSIGN, PROVE), verifyBy)).as("RECTIFY runs").isEmpty();
        assertThat(expired(given(ASSIGN, PROVE, PLAN, RECTIFY), Sample.at("2026-12-01T00:00"))).as("CALL_BACK runs")
                .isEmpty();
    }

    private static Optional<Ticket.Event> expired(Ticket ticket, Instant due) {
        return ticket.expired(due, RULES, CALENDAR, due.plusSeconds(60));
    }

    @Test
    void shouldRefuseToOpenWhatTheRoleMayNot() {
        assertThat(TicketDecider.opening(Ticket.Kind.UNRESOLVED, false, APPLICANT)).isEmpty();
        assertThat(TicketDecider.opening(Ticket.Kind.UNRESOLVED, true, APPLICANT)).isPresent();
        assertThat(TicketDecider.opening(Ticket.Kind.EVALUATION, true, OFFICER)).isPresent();
        assertThat(TicketDecider.opening(Ticket.Kind.EVALUATION, true, ADMIN)).isEmpty();
        assertThat(TicketDecider.opening(Ticket.Kind.BAD_RATING, true, ADMIN)).as("a bad rating opens its own")
                .isPresent();
    }

    private static final List<Ticket.Command> COMMANDS = List.of(ASSIGN,
            new Ticket.Command.Assign("410721-renshe", "转办"),
            PROVE, DISPROVE, PLAN, RECTIFY, new Ticket.Command.Return("不彻底"), INFORM, REACHED, IN_VAIN,
            new Ticket.Command.Dispute("不服"), new Ticket.Command.ReRate(Rating.Level.SATISFIED),
            new Ticket.Command.ReRate(Rating.Level.DISSATISFIED), CLOSE);

    /** Walks at random as every kind of person; every row of the table must be met, no other, and the promises hold. */
    @Test
    void shouldVisitEveryTransitionAndNeverCloseAGenuineBadRatingWithoutCallBack() {
        Set<Transitions.Row<Ticket.Stage, Trigger>> visited = new HashSet<>();
        var random = new Random(11);
        var people = List.of(ADMIN, ADMIN, OFFICER, APPLICANT,
                new OversightActor(new Actor(Role.WINDOW_CLERK, "w1", null), null), OversightActor.SYSTEM);
        for (int walk = 0; walk < 3_000; walk++) {
            var ticket = opened();
            var reached = EnumSet.noneOf(Ticket.Stage.class);
            for (int step = 0; step < 120; step++) {
                var command = COMMANDS.get(random.nextInt(COMMANDS.size()));
                var who = people.get(random.nextInt(people.size()));
                if (random.nextInt(8) == 0) {
                    var before = ticket;
                    ticket = before.due(RULES, CALENDAR).flatMap(due -> expired(before, due)).map(before::apply)
                            .orElse(before);
                }
                if (TicketDecider.decide(ticket, command, who, RULES,
                        T0) instanceof Decision.Accepted(var events, var none)) {
                    for (Ticket.Event event : events) {
                        var next = ticket.apply(event);
                        visited.addAll(moved(ticket, event, next));
                        ticket = next;
                        if (ticket.stage() == Ticket.Stage.REOPENED) {
                            reached.clear();
                        }
                        reached.add(ticket.stage());
                    }
                }
            }
            if (ticket.stage() == Ticket.Stage.CLOSED) {
                var finding = ticket.finding();
                assertThat(finding).isNotNull();
                assertThat(finding.genuine()
                        ? reached.contains(Ticket.Stage.CALLED_BACK)
                        : reached.contains(Ticket.Stage.INFORMED))
                        .as("closed with %s after %s", finding, reached).isTrue();
                assertThat(finding.genuine() || !finding.evidence().isEmpty()).isTrue();
                assertThat(ticket.red()).isFalse();
            }
        }
        assertThat(visited).containsExactlyInAnyOrderElementsOf(Ticket.TABLE.rows());
    }

    private static Set<Transitions.Row<Ticket.Stage, Trigger>> moved(Ticket before, Ticket.Event event, Ticket after) {
        var trigger = switch (event) {
            case Ticket.Event.Assigned e -> Trigger.ASSIGN;
            case Ticket.Event.Verified e -> e.finding().genuine() ? Trigger.PROVE : Trigger.DISPROVE;
            case Ticket.Event.Planned e -> Trigger.PLAN;
            case Ticket.Event.Rectified e -> Trigger.RECTIFY;
            case Ticket.Event.Returned e -> Trigger.RETURN;
            case Ticket.Event.Informed e -> Trigger.INFORM;
            case Ticket.Event.CallTried e -> Trigger.TRY_CALL;
            case Ticket.Event.CalledBack e -> Trigger.CALL_BACK;
            case Ticket.Event.Disputed e -> Trigger.DISPUTE;
            case Ticket.Event.ReRated e -> Trigger.RE_RATE;
            case Ticket.Event.Reopened e -> Trigger.REOPEN;
            case Ticket.Event.Closed e -> Trigger.CLOSE;
            case Ticket.Event.Expired e -> null;
        };
        return trigger == null ? Set.of() : Set.of(new Transitions.Row<>(before.stage(), trigger, after.stage()));
    }

    @Test
    void shouldKeepTheDiagramBesideTheTable() throws IOException {
        Diagrams.assertDrawn("ticket", Ticket.TABLE);
    }
}
