package org.lianban.result.bundle.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.result.Sample.at;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.event.CaseEvent;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.contracts.event.ResultEvent.AcceptanceDeemed;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.contracts.event.ResultEvent.TimerBreached;
import org.lianban.contracts.event.ResultEvent.TimerWarned;
import org.lianban.kit.catalog.Calendars;
import org.lianban.result.Sample;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.CaseUnitOfWork;
import org.lianban.time.DayEnd;

class DueTest {
    private static final Instant MONDAY = at("2026-11-23T09:00");
    private static final Terms TERMS = new Terms(Sample.oneThing(),
            Calendars.of(Sample.calendar(), DayEnd.MIDNIGHT), ClockRules.DEFAULT);
    private final Sample.Case sample = new Sample.Case("c");
    private Bundle bundle = Bundle.empty("c");

    /** What is said at an instant; afterwards it counts as said. */
    private List<ResultEvent> tick(Instant now) {
        var turn = new CaseUnitOfWork(bundle);
        var own = Due.decide(bundle, Clocks.of(bundle, TERMS), TERMS.rules(), now).stream().map(Due.DueEvent::event)
                .toList();
        own.forEach(turn::publish);
        bundle = turn.closed();
        return own;
    }

    private Instant wake() {
        return Clocks.wake(Clocks.of(bundle, TERMS)).orElseThrow();
    }

    private void apply(CaseEvent event, long sequence) {
        var turn = new CaseUnitOfWork(bundle);
        turn.apply(event, sequence, null);
        bundle = turn.closed();
    }

    @Test
    void shouldWarnThenBreachTheIntakeClockOnceEach() {
        apply(sample.submitted(MONDAY), 1);
        assertThat(wake()).as("20 % of 120 minutes are left").isEqualTo(at("2026-11-23T10:36"));
        assertThat(tick(at("2026-11-23T10:35"))).isEmpty();

        assertThat(tick(at("2026-11-23T10:36"))).containsExactly(new TimerWarned("c", Timer.INTAKE, null,
                at("2026-11-23T11:00"), at("2026-11-23T10:36"), "w1"));
        assertThat(tick(at("2026-11-23T10:40"))).isEmpty();
        assertThat(wake()).isEqualTo(at("2026-11-23T11:00"));

        assertThat(tick(at("2026-11-23T11:00"))).containsExactly(new TimerBreached("c", Timer.INTAKE, null,
                at("2026-11-23T11:00"), at("2026-11-23T11:00"), "w1"));
        assertThat(tick(at("2026-11-23T12:00"))).isEmpty();
        assertThat(Clocks.wake(Clocks.of(bundle, TERMS))).isEmpty();
    }

    @Test
    void shouldSpeakAnewForANewRound() {
        apply(sample.submitted(MONDAY), 1);
        tick(at("2026-11-23T11:00"));
        apply(sample.corrected(0, at("2026-11-23T11:30")), 2);
        assertThat(tick(at("2026-11-24T11:30"))).isEmpty();

        apply(sample.submitted(1, at("2026-11-25T09:00"), null), 3);

        assertThat(tick(at("2026-11-25T11:00"))).singleElement().isInstanceOf(TimerBreached.class);
    }

    @Test
    void shouldDeemALicenceAcceptedFromTheReceiptAndOnlyBreachOtherKinds() {
        apply(sample.dispatched(MONDAY, MONDAY, "01", "02"), 1);
        var friday = at("2026-12-01T00:00");

        var own = tick(friday);

        assertThat(own).filteredOn(e -> e instanceof TimerBreached b && b.timer() == Timer.STATUTORY_NOTICE)
                .hasSize(2);
        assertThat(own).filteredOn(AcceptanceDeemed.class::isInstance)
                .containsExactly(new AcceptanceDeemed("c", "01", MONDAY, friday));
        assertThat(tick(friday.plusSeconds(1))).as("once").isEmpty();
    }

    @Test
    void shouldNotWarnOfWhatIsAlreadyTooLate() {
        apply(sample.dispatched(MONDAY, MONDAY, "04"), 1);

        assertThat(tick(at("2026-11-26T09:00"))).singleElement()
                .isInstanceOfSatisfying(TimerBreached.class, b -> assertThat(b.timer()).isEqualTo(Timer.ACCEPTANCE));
    }

    @Test
    void shouldWarnAtOneWorkingDayOrAFifthOfTheLimitLeft() {
        apply(sample.dispatched(MONDAY, MONDAY, "03", "04"), 1);
        apply(sample.accepted("03", MONDAY), 1);
        apply(sample.accepted("04", MONDAY), 1);

        // 04: promise of 3 days, 1 left; 03: promise of 20 days, 4 left.
        assertThat(tick(at("2026-11-26T00:00"))).singleElement().isInstanceOfSatisfying(TimerWarned.class, w -> {
            assertThat(w.itemNo()).isEqualTo("04");
            assertThat(w.dueAt()).isEqualTo(at("2026-11-27T00:00"));
        });
        assertThat(tick(at("2026-12-16T00:00"))).filteredOn(TimerWarned.class::isInstance)
                .extracting(e -> ((TimerWarned) e).itemNo()).containsOnly("03").hasSize(2);
    }

    @Test
    void shouldBeSilentForSettledAndCalledOffCases() {
        apply(sample.dispatched(MONDAY, MONDAY, "04"), 1);
        apply(sample.decided("04", MONDAY.plusSeconds(1), Outcome.DENIED), 1);

        assertThat(tick(at("2027-06-01T00:00"))).isEmpty();
    }

    @Test
    void shouldCountOpenAlarmsPerTimer() {
        apply(sample.dispatched(MONDAY, MONDAY, "01", "04"), 1);
        apply(sample.accepted("04", MONDAY), 1);
        tick(at("2026-11-26T00:00"));

        var alarms = Clocks.Alarms.of(Clocks.of(bundle, TERMS));
        assertThat(alarms.over()).containsExactly("ACCEPTANCE");
        assertThat(alarms.soon()).containsExactly("PROMISE");

        apply(sample.accepted("01", at("2026-11-26T08:00")), 1);
        assertThat(Clocks.Alarms.of(Clocks.of(bundle, TERMS)).over()).as("late, but no longer open").isEmpty();
    }

    /** A poller that sleeps until the instant it was given misses nothing that one looking every hour finds. */
    @Test
    void shouldFindTheSameByWakingAsByLookingEveryHour() {
        var random = new Random(7);
        for (int n = 0; n < 200; n++) {
            bundle = Bundle.empty("c");
            var start = MONDAY.plusSeconds(random.nextInt(40 * 86_400));
            apply(sample.submitted(start), 1);
            apply(sample.dispatched(start, start.plusSeconds(random.nextInt(30_000)), "01", "02", "03", "04", "05"), 1);
            for (String no : List.of("02", "03", "04")) {
                if (random.nextBoolean()) {
                    apply(sample.accepted(no, start.plusSeconds(30_000 + random.nextInt(86_400))), 1);
                }
            }
            var begun = bundle;
            var end = start.plusSeconds(60 * 86_400);
            var hourly = new ArrayList<String>();
            for (var now = start; now.isBefore(end); now = now.plusSeconds(3_600)) {
                tick(now).forEach(e -> hourly.add(what(e)));
            }
            bundle = begun;
            var waking = new ArrayList<String>();
            for (var at = Clocks.wake(Clocks.of(bundle, TERMS)); at.isPresent()
                    && at.get().isBefore(end); at = Clocks.wake(Clocks.of(bundle, TERMS))) {
                tick(at.get()).forEach(e -> waking.add(what(e)));
            }
            assertThat(waking).as("case %d from %s", n, start).doesNotHaveDuplicates()
                    .containsAll(hourly.stream().filter(w -> !w.startsWith("TimerWarned")).toList());
            assertThat(waking.stream().filter(w -> w.startsWith("TimerBreached")).count())
                    .isEqualTo(hourly.stream().filter(w -> w.startsWith("TimerBreached")).count());
        }
    }

    private static String what(ResultEvent event) {
        return switch (event) {
            case TimerWarned e -> "TimerWarned " + e.timer() + e.itemNo();
            case TimerBreached e -> "TimerBreached " + e.timer() + e.itemNo();
            case AcceptanceDeemed e -> "AcceptanceDeemed " + e.itemNo();
            default -> event.getClass().getSimpleName();
        };
    }
}
