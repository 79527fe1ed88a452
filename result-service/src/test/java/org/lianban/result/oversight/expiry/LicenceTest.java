package org.lianban.result.oversight.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
import org.lianban.result.oversight.expiry.Licence.Trigger;
import org.lianban.time.DayEnd;
import org.lianban.time.WorkCalendar;

class LicenceTest {
    private static final WorkCalendar CALENDAR = Calendars.of(Sample.calendar(), DayEnd.MIDNIGHT);
    private static final Licence.Rules RULES = Licence.Rules.DEFAULT;
    private static final Instant T0 = Sample.at("2026-03-02T09:00");
    private static final OversightActor HOLDER = new OversightActor(new Actor(Role.APPLICANT, "p1", null), null);
    private static final Licence.Command FILE = new Licence.Command.File("C2");

    private static Licence issued() {
        return Licence.issued(new Licence.Head("1.2.156.3005.2.X", "410721", "C1", "01", "410721-weijian", "食品经营许可证",
                LocalDate.of(2026, 12, 31), T0));
    }

    private static Licence.Event next(Licence licence, String at) {
        return licence.next(RULES, CALENDAR, Sample.at(at)).orElseThrow();
    }

    @Test
    void shouldRemindTwiceBeforeTheTermForApplyingAndThenExpire() {
        assertThat(issued().due(RULES, CALENDAR)).contains(Sample.at("2026-11-01T00:00"));
        assertThat(issued().next(RULES, CALENDAR, Sample.at("2026-10-31T23:59"))).isEmpty();
        var once = Licence.apply(issued(), next(issued(), "2026-11-01T00:00"));
        assertThat(once.state()).isEqualTo(Licence.State.REMINDED);
        assertThat(once.due(RULES, CALENDAR)).as("still before the thirty days of 行政许可法 50")
                .contains(Sample.at("2026-11-21T00:00"));
        var twice = Licence.apply(once, next(once, "2026-11-21T08:00"));
        assertThat(twice.reminded()).isEqualTo(40);
        assertThat(twice.due(RULES, CALENDAR)).contains(Sample.at("2027-01-01T00:00"));
        assertThat(next(twice, "2027-01-01T00:00")).isInstanceOf(Licence.Event.Expired.class);
        assertThat(Licence.apply(twice, next(twice, "2027-01-01T00:00")).state()).isEqualTo(Licence.State.EXPIRED);
    }

    @Test
    void shouldSayReminderThatWasSleptThroughOnce() {
        var late = Licence.apply(issued(), next(issued(), "2026-12-01T00:00"));
        assertThat(late.reminded()).isEqualTo(40);
        assertThat(late.due(RULES, CALENDAR)).contains(Sample.at("2027-01-01T00:00"));
    }

    @Test
    void shouldFileARenewalOnlyWithTheHoldersConsent() {
        assertThat(Licence.decide(issued(), FILE, HOLDER, T0)).isEqualTo(
                Decision.refused(Reason.WRONG_STATE, "须经持证人同意方可申请延续。"));
        assertThat(Licence.decide(issued(), new Licence.Command.Consent(true),
                new OversightActor(new Actor(Role.WINDOW_CLERK, "w1", null), null), T0))
                .isInstanceOf(Decision.Refused.class);
        var consented = after(issued(), new Licence.Command.Consent(true));
        var filed = after(consented, FILE);
        assertThat(filed.renewal()).isEqualTo("C2");
        assertThat(filed.due(RULES, CALENDAR)).as("行政许可法 50: it does not end before the decision").isEmpty();
        assertThat(Licence.apply(filed, new Licence.Event.Renewed("1.2.156.3005.2.Y", T0)).state())
                .isEqualTo(Licence.State.RENEWED);
    }

    private static Licence after(Licence licence, Licence.Command command) {
        var verdict = Licence.decide(licence, command, HOLDER, T0);
        assertThat(verdict).isInstanceOf(Decision.Accepted.class);
        for (Licence.Event event : ((Decision.Accepted<Licence.Event>) verdict).events()) {
            licence = Licence.apply(licence, event);
        }
        return licence;
    }

    @Test
    void shouldVisitEveryTransitionOfTheTableAndNoOther() {
        Set<Transitions.Row<Licence.State, Trigger>> visited = new HashSet<>();
        var random = new Random(9);
        var ends = Sample.at("2027-01-01T00:00");
        for (int walk = 0; walk < 5_000; walk++) {
            var licence = issued();
            var now = Sample.at("2026-09-01T00:00");
            for (int step = 0; step < 8; step++) {
                now = now.plus(java.time.Duration.ofDays(random.nextInt(50)));
                var before = licence;
                List<Licence.Event> events = switch (random.nextInt(6)) {
                    case 0, 1 -> licence.next(RULES, CALENDAR, now).map(List::of).orElse(List.of());
                    case 2 -> accepted(licence, new Licence.Command.Consent(true), now);
                    case 3 -> accepted(licence, new Licence.Command.Consent(false), now);
                    case 4 -> accepted(licence, FILE, now);
                    default -> random.nextInt(4) > 0
                            ? List.<Licence.Event>of()
                            : List.<Licence.Event>of(
                                    licence.state() == Licence.State.FILED && random.nextBoolean()
                                            ? new Licence.Event.Renewed("Y", now)
                                            : new Licence.Event.Revoked("撤〔2026〕1号", now));
                };
                for (Licence.Event event : events) {
                    licence = Licence.apply(licence, event);
                    if (licence != before) {
                        visited.add(new Transitions.Row<>(before.state(), trigger(event), licence.state()));
                    }
                }
                assertThat(licence.state() == Licence.State.EXPIRED && now.isBefore(ends)).isFalse();
            }
        }
        assertThat(visited).containsExactlyInAnyOrderElementsOf(Licence.TABLE.rows());
    }

    private static List<Licence.Event> accepted(Licence licence, Licence.Command command, Instant now) {
        return Licence.decide(licence, command, HOLDER, now) instanceof Decision.Accepted(var events, var none)
                ? events
                : List.of();
    }

    private static Trigger trigger(Licence.Event event) {
        return switch (event) {
            case Licence.Event.Reminded e -> Trigger.REMIND;
            case Licence.Event.Consented e -> Trigger.CONSENT;
            case Licence.Event.Declined e -> Trigger.DECLINE;
            case Licence.Event.Filed e -> Trigger.FILE;
            case Licence.Event.Renewed e -> Trigger.RENEW;
            case Licence.Event.Expired e -> Trigger.EXPIRE;
            case Licence.Event.Revoked e -> Trigger.REVOKE;
        };
    }

    @Test
    void shouldKeepTheDiagramBesideTheTable() throws IOException {
        Diagrams.assertDrawn("expiry", Licence.TABLE);
    }
}
