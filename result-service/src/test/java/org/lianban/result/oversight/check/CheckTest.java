package org.lianban.result.oversight.check;

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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;
import org.lianban.command.Decision;
import org.lianban.command.Transitions;
import org.lianban.contracts.event.IntakeEvent.Commitment;
import org.lianban.kit.catalog.Calendars;
import org.lianban.result.Sample;
import org.lianban.result.oversight.Diagrams;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.Period;
import org.lianban.result.oversight.Reason;
import org.lianban.result.oversight.check.Check.Event.Finding;
import org.lianban.result.oversight.check.Check.Trigger;
import org.lianban.time.DayEnd;
import org.lianban.time.WorkCalendar;

class CheckTest {
    private static final WorkCalendar CALENDAR = Calendars.of(Sample.calendar(), DayEnd.MIDNIGHT);
    private static final Check.Rules RULES = Check.Rules.DEFAULT;
    private static final Instant T0 = Sample.at("2026-11-23T09:00");
    private static final String OFFICE = "410721-weijian";
    private static final OversightActor OFFICER = new OversightActor(new Actor(Role.DEPARTMENT_OFFICER, "o1", null),
            OFFICE);
    private static final OversightActor APPLICANT = new OversightActor(new Actor(Role.APPLICANT, "p1", null), null);
    private static final Check.Command REFUTE = new Check.Command.Find(Finding.REFUTED, "与承诺不符", List.of("sm3:1"));
    private static final Check.Command NOTICE = new Check.Command.Notice("告〔2026〕1号", "承诺不实");
    private static final Check.Command DEFEND = new Check.Command.Defend("愿意补正");
    private static final Check.Command REVOKE = new Check.Command.Decide(true, "撤〔2026〕1号", "承诺不实");

    private static Check planned() {
        return Check.planned(new Check.Head("C1-01-HC1", "410721", "C1", "01", "", "M1", Commitment.Type.WAIVE,
                "撤销决定", Check.Rules.Tier.B, T0));
    }

    private static Check open() {
        return Check.apply(planned(), new Check.Event.Approved(OFFICE, T0));
    }

    private static Check given(Check.Command... commands) {
        var check = open();
        for (Check.Command command : commands) {
            check = after(check, command, command instanceof Check.Command.Defend ? APPLICANT : OFFICER, T0);
        }
        return check;
    }

    private static Check after(Check check, Check.Command command, OversightActor who, Instant now) {
        var verdict = CheckDecider.decide(check, command, who, RULES, CALENDAR, now);
        assertThat(verdict).as(command + " on " + check.state()).isInstanceOf(Decision.Accepted.class);
        for (Check.Event event : ((Decision.Accepted<Check.Event>) verdict).events()) {
            check = Check.apply(check, event);
        }
        return check;
    }

    private static @Nullable Reason refused(Check check, Check.Command command, OversightActor who, String at) {
        return CheckDecider.decide(check, command, who, RULES, CALENDAR,
                Sample.at(at)) instanceof Decision.Refused<Check.Event> refused
                        ? Reason.valueOf(refused.refusal().code())
                        : null;
    }

    @Test
    void shouldBeCheckedByWhoApproved() {
        assertThat(open().head().department()).isEqualTo(OFFICE);
        assertThat(open().due(RULES, CALENDAR)).contains(Sample.at("2027-01-05T00:00"));
        assertThat(refused(open(), REFUTE,
                new OversightActor(new Actor(Role.DEPARTMENT_OFFICER, "o2", null), "410721-gongan"),
                "2026-11-24T09:00")).isEqualTo(Reason.FORBIDDEN);
        assertThat(refused(open(), new Check.Command.Find(Finding.REFUTED, "不符", List.of()), OFFICER,
                "2026-11-24T09:00")).as("no accusation without evidence").isEqualTo(Reason.INCOMPLETE);
    }

    /** 行政许可法 7: nothing is revoked before the holder could be heard. */
    @Test
    void shouldNotRevokeBeforeTheHolderCouldBeHeard() {
        assertThat(refused(given(REFUTE), REVOKE, OFFICER, "2026-11-24T09:00")).isEqualTo(Reason.WRONG_STATE);
        var noticed = given(REFUTE, NOTICE);
        assertThat(refused(noticed, REVOKE, OFFICER, "2026-11-30T23:59")).isEqualTo(Reason.TOO_EARLY);
        assertThat(refused(noticed, REVOKE, OFFICER, "2026-12-01T00:00")).as("five working days passed").isNull();
        var defended = given(REFUTE, NOTICE, DEFEND);
        assertThat(refused(defended, REVOKE, OFFICER, "2026-11-24T09:00")).as("was heard").isNull();
        assertThat(given(REFUTE, NOTICE, DEFEND, REVOKE).state()).isEqualTo(Check.State.REVOKED);
    }

    /** 行政许可法 69: only who decided may revoke; and it takes a paper. */
    @Test
    void shouldBeRevokedByWhoDecidedAndWithAPaper() {
        var defended = given(REFUTE, NOTICE, DEFEND);
        assertThat(refused(defended, REVOKE, new OversightActor(new Actor(Role.CATALOG_ADMIN, "a1", null), null),
                "2026-11-24T09:00"))
                .isEqualTo(Reason.FORBIDDEN);
        assertThat(refused(defended, new Check.Command.Decide(true, null, "x"), OFFICER, "2026-11-24T09:00"))
                .isEqualTo(Reason.INCOMPLETE);
        assertThat(refused(defended, new Check.Command.Decide(false, null, "情有可原"), OFFICER, "2026-11-24T09:00"))
                .isNull();
    }

    @Test
    void shouldSampleByTierAndAlwaysTheSame() {
        var ids = IntStream.range(0, 20_000).mapToObj(i -> "41072120261123YJS%06dX-01-HC1".formatted(i)).toList();
        for (var tier : Map.of(Check.Rules.Tier.A, 0.1, Check.Rules.Tier.B, 0.3, Check.Rules.Tier.C, 0.6,
                Check.Rules.Tier.D, 1.0, Check.Rules.Tier.UNKNOWN, 1.0).entrySet()) {
            long sampled = ids.stream().filter(id -> RULES.samples(id, tier.getKey())).count();
            assertThat(sampled / 20_000.0).as(tier.getKey().name())
                    .isCloseTo(tier.getValue(), org.assertj.core.data.Offset.offset(0.02));
        }
        assertThat(ids.stream().filter(id -> RULES.samples(id, Check.Rules.Tier.A))
                .allMatch(id -> RULES.samples(id, Check.Rules.Tier.B)))
                .as("a worse tier is checked at least as often").isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Check.Rules(Map.of(Check.Rules.Tier.A, 1.2), Period.days(1),
                        Period.days(1), Period.days(1)));
    }

    @Test
    void shouldVisitEveryTransitionOfTheTableAndNoOther() {
        Set<Transitions.Row<Check.State, Trigger>> visited = new HashSet<>();
        var random = new Random(3);
        var commands = List.of(REFUTE, NOTICE, DEFEND, REVOKE,
                new Check.Command.Find(Finding.CONFIRMED, "属实", List.of()),
                new Check.Command.Find(Finding.CORRECTION, "限期", List.of()),
                new Check.Command.Decide(false, null, "x"));
        for (int walk = 0; walk < 5_000; walk++) {
            var check = planned();
            var late = T0;
            for (int step = 0; step < 8; step++) {
                var before = check;
                late = late.plus(Duration.ofDays(random.nextInt(10)));
                var command = commands.get(random.nextInt(commands.size()));
                var who = command instanceof Check.Command.Defend ? APPLICANT : OFFICER;
                List<Check.Event> events = check.state() == Check.State.PLANNED
                        ? List.of(random.nextBoolean()
                                ? new Check.Event.Approved(OFFICE, T0)
                                : new Check.Event.Dropped("x", T0))
                        : CheckDecider.decide(check, command, who, RULES, CALENDAR,
                                late) instanceof Decision.Accepted(var accepted, var none) ? accepted : List.of();
                for (Check.Event event : events) {
                    check = Check.apply(check, event);
                    visited.add(new Transitions.Row<>(before.state(), trigger(event), check.state()));
                }
            }
        }
        assertThat(visited).containsExactlyInAnyOrderElementsOf(Check.TABLE.rows());
    }

    private static Trigger trigger(Check.Event event) {
        return switch (event) {
            case Check.Event.Approved e -> Trigger.APPROVE;
            case Check.Event.Dropped e -> Trigger.DROP;
            case Check.Event.Found e -> e.finding().trigger();
            case Check.Event.Noticed e -> Trigger.NOTICE;
            case Check.Event.Defended e -> Trigger.DEFEND;
            case Check.Event.Decided e -> e.revoked() ? Trigger.REVOKE : Trigger.UPHOLD;
            case Check.Event.Expired e -> throw new AssertionError(e);
        };
    }

    @Test
    void shouldKeepTheDiagramBesideTheTable() throws IOException {
        Diagrams.assertDrawn("check", Check.TABLE);
    }
}
