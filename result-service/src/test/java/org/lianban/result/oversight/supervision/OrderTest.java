package org.lianban.result.oversight.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;
import org.lianban.command.Decision;
import org.lianban.command.Transitions;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.kit.catalog.Calendars;
import org.lianban.result.Sample;
import org.lianban.result.oversight.Diagrams;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.Period;
import org.lianban.result.oversight.Reason;
import org.lianban.result.oversight.supervision.Order.Accountability;
import org.lianban.result.oversight.supervision.Order.Trigger;
import org.lianban.time.DayEnd;
import org.lianban.time.WorkCalendar;

class OrderTest {
    private static final WorkCalendar CALENDAR = Calendars.of(Sample.calendar(), DayEnd.MIDNIGHT);
    private static final LadderRules RULES = LadderRules.DEFAULT;
    private static final Instant T0 = Sample.at("2026-11-23T09:00");
    private static final String OFFICE = "410721-gongan";
    private static final OversightActor OFFICER = new OversightActor(new Actor(Role.DEPARTMENT_OFFICER, "o1", null),
            OFFICE);
    private static final OversightActor ADMIN = new OversightActor(new Actor(Role.CATALOG_ADMIN, "a1", null), null);
    private static final Order.Command DECIDE = new Order.Command.Decide(
            new Accountability(Accountability.Outcome.TALK, "新纪函〔2026〕3号", "约谈"));
    private static final Order.Command CLEAR = new Order.Command.Clear("已办结");

    private static Order order(Order.Preset preset, boolean major, Order.Level first) {
        return Order.opened(new Order.Head("C1-01-DB1", "410721", "C1", "01", OFFICE,
                new Order.Cause("PROMISE", null, "超过承诺办结时限"), preset, major, first, List.of(), T0, "SYSTEM:x"));
    }

    /** Lets the ladder speak at an instant, which must be one where it has something to say. */
    private static Order raised(Order order, String at) {
        var next = Ladder.next(order, RULES, CALENDAR, Sample.at(at));
        assertThat(next).as(order.state() + " at " + at).isPresent();
        return order.apply(next.get().event());
    }

    private static Order after(Order order, Order.Command command, OversightActor who, String at) {
        var verdict = OrderDecider.decide(order, command, who, Sample.at(at));
        assertThat(verdict).as(command + " on " + order.state()).isInstanceOf(Decision.Accepted.class);
        for (Order.Event event : ((Decision.Accepted<Order.Event>) verdict).events()) {
            order = order.apply(event);
        }
        return order;
    }

    private static @Nullable Reason refused(Order order, Order.Command command, OversightActor who) {
        return OrderDecider.decide(order, command, who, T0) instanceof Decision.Refused<Order.Event> refused
                ? Reason.valueOf(refused.refusal().code())
                : null;
    }

    private static @Nullable Instant due(Order order) {
        return Ladder.due(order, RULES, CALENDAR).orElse(null);
    }

    @Test
    void shouldGoUpOneStepAtATimeAndOnlyWithoutImprovement() {
        var reminded = raised(order(Order.Preset.LADDER, false, Order.Level.REMIND), "2026-11-23T09:00");
        assertThat(reminded.state()).isEqualTo(Order.State.REMINDED);
        assertThat(due(reminded)).isEqualTo(Sample.at("2026-11-25T00:00"));
        assertThat(Ladder.next(reminded, RULES, CALENDAR, Sample.at("2026-11-24T23:59"))).isEmpty();
        var ordered = raised(reminded, "2026-11-25T00:00");
        assertThat(ordered.state()).isEqualTo(Order.State.ORDERED);
        assertThat(due(ordered)).as("three working days, from the order").isEqualTo(Sample.at("2026-12-01T00:00"));
        var improved = after(after(ordered, new Order.Command.Give(Order.Answer.REPLY, "已加派人手"), OFFICER,
                "2026-11-30T10:00"), new Order.Command.AcceptImprovement("进度过半"), ADMIN, "2026-11-30T11:00");
        assertThat(Ladder.next(improved, RULES, CALENDAR, Sample.at("2026-12-01T00:00"))).isEmpty();
        assertThat(due(improved)).isEqualTo(Sample.at("2026-12-04T00:00"));
        var circulated = raised(improved, "2026-12-04T00:00");
        var proposed = raised(circulated, "2026-12-12T00:00");
        assertThat(proposed.state()).isEqualTo(Order.State.PROPOSED);
        assertThat(due(proposed)).as("people decide").isNull();
    }

    @Test
    void shouldTellByWhenAnAnswerIsExpected() {
        var next = Ladder.next(order(Order.Preset.LADDER, false, Order.Level.ORDER), RULES, CALENDAR, T0).orElseThrow();
        assertThat(next.event()).isEqualTo(
                new Order.Event.Issued(Order.Level.ORDER, Set.of(), Sample.at("2026-11-27T00:00"), T0));
        assertThat(next.missedAt()).isNull();
    }

    @Test
    void shouldLeaveAccountabilityToPeople() {
        var proposed = raised(raised(raised(order(Order.Preset.LADDER, false, Order.Level.ORDER), "2026-11-23T09:00"),
                "2026-11-27T00:00"), "2026-12-05T00:00");
        assertThat(proposed.state()).isEqualTo(Order.State.PROPOSED);
        var ended = proposed.apply(new Order.Event.CauseEnded("办结", T0));
        assertThat(due(ended)).as("not dropped because the case was settled after all").isNull();
        assertThat(refused(proposed, CLEAR, ADMIN)).isEqualTo(Reason.INCOMPLETE);
        assertThat(refused(proposed, DECIDE, OversightActor.SYSTEM)).isEqualTo(Reason.FORBIDDEN);
        assertThat(refused(proposed, DECIDE, OFFICER)).isEqualTo(Reason.FORBIDDEN);
        var decided = after(ended, DECIDE, ADMIN, "2026-12-06T10:00");
        assertThat(raised(decided, "2026-12-06T10:00").state()).isEqualTo(Order.State.CLEARED);
    }

    @Test
    void shouldClearWhenTheCauseEnds() {
        var ordered = raised(order(Order.Preset.LADDER, false, Order.Level.ORDER), "2026-11-23T09:00");
        var ended = ordered.apply(new Order.Event.CauseEnded("办结", Sample.at("2026-11-24T10:00")));
        assertThat(due(ended)).isEqualTo(Sample.at("2026-11-24T10:00"));
        var cleared = raised(ended, "2026-11-24T10:00");
        assertThat(cleared.state()).isEqualTo(Order.State.CLEARED);
        assertThat(due(cleared)).isNull();
        assertThat(refused(cleared, CLEAR, ADMIN)).isEqualTo(Reason.WRONG_STATE);
    }

    /** 一日研究部署、三日反馈、七日办结; each one missed is one level. */
    @Test
    void shouldRunThe13710Clocks() {
        var ordered = raised(order(Order.Preset.P13710, false, Order.Level.ORDER), "2026-11-23T09:00");
        assertThat(due(ordered)).isEqualTo(Sample.at("2026-11-25T00:00"));
        var replied = after(ordered, new Order.Command.Give(Order.Answer.REPLY, "已部署"), OFFICER, "2026-11-24T10:00");
        assertThat(due(replied)).isEqualTo(Sample.at("2026-11-27T00:00"));
        var circulated = raised(replied, "2026-11-27T00:00");
        assertThat(circulated.state()).isEqualTo(Order.State.CIRCULATED);
        assertThat(circulated.course().missed()).containsExactly(Order.Answer.FEEDBACK);
        assertThat(due(circulated)).as("seven days from the order, not from the last level")
                .isEqualTo(Sample.at("2026-12-01T00:00"));
        var solved = after(circulated, new Order.Command.Give(Order.Answer.SOLVED, "已办结"), OFFICER, "2026-11-30T10:00");
        assertThat(due(solved)).as("waits for 归零").isNull();
        var again = after(solved, new Order.Command.RejectSolution("未办结"), ADMIN, "2026-11-30T11:00");
        assertThat(raised(again, "2026-12-01T00:00").state()).isEqualTo(Order.State.PROPOSED);
    }

    @Test
    void shouldGiveAMajorMatterAMonth() {
        var ordered = raised(order(Order.Preset.P13710, true, Order.Level.ORDER), "2026-11-23T09:00");
        var answered = after(
                after(ordered, new Order.Command.Give(Order.Answer.REPLY, "已部署"), OFFICER, "2026-11-23T10:00"),
                new Order.Command.Give(Order.Answer.FEEDBACK, "进展"), OFFICER, "2026-11-25T10:00");
        assertThat(due(answered)).isEqualTo(Sample.at("2026-12-24T00:00"));
    }

    @Test
    void shouldAnswerAllLimitsThatWereSleptThroughWithOneLevel() {
        var ordered = raised(order(Order.Preset.P13710, false, Order.Level.ORDER), "2026-11-23T09:00");
        var late = raised(ordered, "2026-11-28T00:00");
        assertThat(late.state()).isEqualTo(Order.State.CIRCULATED);
        assertThat(late.course().missed()).containsExactlyInAnyOrder(Order.Answer.REPLY, Order.Answer.FEEDBACK);
    }

    @Test
    void shouldOpenOnlyWithTheFirstTwoLevels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LadderRules(Map.of(Timer.PROMISE, Order.Level.CIRCULATE),
                        Map.of(), Map.of(), Period.days(30)));
        assertThat(RULES.opening(Timer.ACCEPTANCE)).contains(Order.Level.REMIND);
        assertThat(RULES.opening(Timer.INTAKE)).contains(Order.Level.REMIND);
        assertThat(RULES.opening(Timer.PROGRESS)).contains(Order.Level.REMIND);
        assertThat(RULES.opening(Timer.PROMISE)).contains(Order.Level.ORDER);
        assertThat(RULES.opening(Timer.STATUTORY)).contains(Order.Level.ORDER);
        assertThat(RULES.opening(Timer.RATING)).contains(Order.Level.ORDER);
        assertThat(RULES.opening(Timer.CORRECTION)).as("the applicant's own").isEmpty();
        assertThat(RULES.opening(Timer.SUPERVISION)).as("the order's own").isEmpty();
    }

    @Test
    void shouldLetNobodyJudgeHimself() {
        var answered = after(raised(order(Order.Preset.LADDER, false, Order.Level.ORDER), "2026-11-23T09:00"),
                new Order.Command.Give(Order.Answer.SOLVED, "已办结"), OFFICER, "2026-11-23T10:00");
        assertThat(refused(answered, CLEAR, OFFICER)).isEqualTo(Reason.FORBIDDEN);
        assertThat(refused(answered, CLEAR, new OversightActor(new Actor(Role.LEAD_DEPARTMENT, "l1", null), OFFICE)))
                .isEqualTo(Reason.FORBIDDEN);
        assertThat(refused(answered, CLEAR, ADMIN)).isNull();
        assertThat(refused(answered, new Order.Command.Give(Order.Answer.REPLY, "x"),
                new OversightActor(new Actor(Role.DEPARTMENT_OFFICER, "o2", null), "410721-renshe")))
                .isEqualTo(Reason.FORBIDDEN);
        assertThat(refused(raised(order(Order.Preset.LADDER, false, Order.Level.ORDER), "2026-11-23T09:00"),
                new Order.Command.AcceptImprovement("x"), ADMIN)).isEqualTo(Reason.INCOMPLETE);
    }

    @Test
    void shouldVisitEveryTransitionAndNeverClearAProposalWithoutADecision() {
        Set<Transitions.Row<Order.State, Trigger>> visited = new HashSet<>();
        var random = new Random(5);
        List<Order.Command> commands = List.of(new Order.Command.Give(Order.Answer.REPLY, "x"),
                new Order.Command.Give(Order.Answer.FEEDBACK, "x"), new Order.Command.Give(Order.Answer.SOLVED, "x"),
                new Order.Command.AcceptImprovement("x"), new Order.Command.RejectSolution("x"),
                new Order.Command.TakeCharge("张县长"), DECIDE, CLEAR);
        for (int walk = 0; walk < 20_000; walk++) {
            var order = order(random.nextBoolean() ? Order.Preset.LADDER : Order.Preset.P13710, random.nextBoolean(),
                    random.nextBoolean() ? Order.Level.REMIND : Order.Level.ORDER);
            var now = T0;
            boolean proposed = false;
            for (int step = 0; step < 20; step++) {
                var before = order;
                now = now.plus(Duration.ofHours(random.nextInt(60)));
                List<Order.Event> events = random.nextInt(3) == 0
                        ? Ladder.next(order, RULES, CALENDAR, now).map(s -> List.of(s.event())).orElse(List.of())
                        : OrderDecider.decide(order, commands.get(random.nextInt(commands.size())), ADMIN,
                                now) instanceof Decision.Accepted(var accepted, var none) ? accepted : List.of();
                for (Order.Event event : events) {
                    order = order.apply(event);
                    visited.addAll(moved(before, event, order));
                }
                proposed |= order.state() == Order.State.PROPOSED;
            }
            assertThat(order.state() == Order.State.CLEARED && proposed && order.course().decision() == null).isFalse();
        }
        assertThat(visited).containsExactlyInAnyOrderElementsOf(Order.TABLE.rows());
    }

    private static Set<Transitions.Row<Order.State, Trigger>> moved(Order before, Order.Event event, Order after) {
        var trigger = switch (event) {
            case Order.Event.Issued e -> before.trigger(e.level());
            case Order.Event.Answered e -> Trigger.ANSWER;
            case Order.Event.ImprovementAccepted e -> Trigger.JUDGE;
            case Order.Event.SolutionRejected e -> Trigger.JUDGE;
            case Order.Event.ChargeTaken e -> null;
            case Order.Event.Decided e -> Trigger.DECIDE;
            case Order.Event.CauseEnded e -> Trigger.END_CAUSE;
            case Order.Event.Cleared e -> Trigger.CLEAR;
        };
        return trigger == null ? Set.of() : Set.of(new Transitions.Row<>(before.state(), trigger, after.state()));
    }

    @Test
    void shouldKeepTheDiagramBesideTheTable() throws IOException {
        Diagrams.assertDrawn("supervision", Order.TABLE);
    }
}
