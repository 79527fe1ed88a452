package org.lianban.result.bundle.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.result.Sample.at;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.kit.catalog.Calendars;
import org.lianban.result.Sample;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.CaseUnitOfWork;
import org.lianban.time.DayEnd;

class ClocksTest {
    private static final Instant DAY = at("2026-11-23T09:00");
    private final Sample.Case sample = new Sample.Case("c");
    private final CaseUnitOfWork turn = new CaseUnitOfWork(Bundle.empty("c"));
    private int intake;
    private int dispatch;
    private final java.util.Map<String, Integer> items = new java.util.HashMap<>();

    private void apply(Object event) {
        switch (event) {
            case org.lianban.contracts.event.IntakeEvent e -> turn.apply(e, ++intake, null);
            case org.lianban.contracts.event.DispatchEvent e -> turn.apply(e, ++dispatch, null);
            case org.lianban.contracts.event.DepartmentEvent e ->
                turn.apply(e, items.merge(e.itemNo(), 1, Integer::sum), null);
            default -> throw new IllegalArgumentException();
        }
    }

    private static Terms terms(@Nullable Boolean waitingStops, DayEnd dayEnd) {
        var d = ClockRules.DEFAULT;
        var rules = new ClockRules(d.intake(), d.notice(), d.acceptance(), waitingStops, d.deemedKinds(), dayEnd);
        return new Terms(Sample.oneThing(), Calendars.of(Sample.calendar(), dayEnd), rules);
    }

    private Clock clock(Timer timer, @Nullable String item, Terms terms) {
        return Clocks.of(turn.bundle(), terms).stream()
                .filter(c -> c.timer() == timer && java.util.Objects.equals(c.itemNo(), item)).findFirst()
                .orElseThrow();
    }

    private Clock clock(Timer timer, @Nullable String item) {
        return clock(timer, item, terms(null, DayEnd.MIDNIGHT));
    }

    private Instant due(Timer timer, String item) {
        return java.util.Objects.requireNonNull(clock(timer, item).read(DAY).deadline().due());
    }

    private void dispatched(Instant when, String... items) {
        apply(sample.submitted(when));
        apply(sample.dispatched(when, when, items));
    }

    @ParameterizedTest
    @CsvSource({
            // within one day, over lunch, over the night, over the holiday
            "2026-11-23T09:00, 2026-11-23T11:00", "2026-11-23T11:00, 2026-11-23T15:30",
            "2026-11-23T17:30, 2026-11-24T10:00", "2026-09-30T17:10, 2026-10-08T09:40",
            "2026-09-30T20:00, 2026-10-08T10:30"})
    void shouldRunTheIntakeClockInWindowHours(String handedIn, String due) {
        apply(sample.submitted(at(handedIn)));

        assertThat(clock(Timer.INTAKE, null).read(at(handedIn)).deadline().due()).isEqualTo(at(due));
    }

    @Test
    void shouldStopTheIntakeClockByCorrectionNoticeAndStartItAnewWithResubmission() {
        apply(sample.submitted(DAY));
        apply(sample.corrected(0, DAY.plus(Duration.ofHours(1))));
        assertThat(clock(Timer.INTAKE, null).read(DAY.plus(Duration.ofDays(9))).status()).isEqualTo(Clock.Status.MET);

        var again = at("2026-11-30T09:00");
        apply(sample.submitted(1, again, null));

        var clock = clock(Timer.INTAKE, null);
        assertThat(clock.open()).isTrue();
        assertThat(clock.read(again).deadline().due()).isEqualTo(at("2026-11-30T11:00"));
    }

    @Test
    void shouldStopTheIntakeClockOnlyWhenDispatched() {
        apply(sample.submitted(DAY));
        apply(sample.received(DAY, DAY.plusSeconds(60), "04"));
        assertThat(clock(Timer.INTAKE, null).open()).isTrue();

        apply(sample.dispatched(DAY, at("2026-11-23T11:00"), "04"));

        var reading = clock(Timer.INTAKE, null).read(DAY);
        assertThat(reading.open()).isFalse();
        assertThat(reading.status()).as("the due instant itself is too late").isEqualTo(Clock.Status.BREACHED);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-13, 2026-02-14", "2026-04-30, 2026-05-06", "2026-09-18, 2026-09-20", "2026-09-30, 2026-10-08"})
    void shouldGiveADepartmentOneWorkingDayToAccept(String start, String lastDay) {
        dispatched(at(start + "T10:00"), "04");

        var deadline = clock(Timer.ACCEPTANCE, "04").read(at(start + "T10:00")).deadline();
        assertThat(deadline.lastDay()).hasToString(lastDay);
        assertThat(deadline.due()).isEqualTo(at(lastDay + "T00:00").plus(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @CsvSource({"2026-02-13, 2026-02-27", "2026-09-18, 2026-09-24"})
    void shouldCountFiveWorkingDaysOfSilenceFromTheReceipt(String start, String lastDay) {
        dispatched(at(start + "T10:00"), "01");

        assertThat(clock(Timer.STATUTORY_NOTICE, "01").read(at(start + "T10:00")).deadline().lastDay())
                .hasToString(lastDay);
    }

    @Test
    void shouldStartPromiseAndStatutoryLimitAtTheEffectiveAcceptance() {
        dispatched(at("2026-09-18T09:00"), Sample.SLOW);
        assertThat(Clocks.of(turn.bundle(), terms(null, DayEnd.MIDNIGHT))).extracting(Clock::timer)
                .containsExactly(Timer.INTAKE, Timer.STATUTORY_NOTICE, Timer.ACCEPTANCE);

        apply(sample.accepted(Sample.SLOW, at("2026-09-28T09:00"), at("2026-09-18T09:00"), true));

        assertThat(clock(Timer.STATUTORY, Sample.SLOW).read(DAY).deadline().lastDay()).hasToString("2026-10-22");
        assertThat(clock(Timer.PROMISE, Sample.SLOW).read(DAY).deadline().lastDay()).hasToString("2026-10-22");
        assertThat(clock(Timer.ACCEPTANCE, Sample.SLOW).read(DAY).status()).isEqualTo(Clock.Status.BREACHED);
    }

    @Test
    void shouldPauseOnlyTheClocksThatTheSpecialProcedurePauses() {
        dispatched(at("2026-09-18T09:00"), Sample.SLOW);
        apply(sample.accepted(Sample.SLOW, at("2026-09-18T09:00")));
        apply(sample.suspended(Sample.SLOW, at("2026-10-08T09:00"), true, false));
        assertThat(clock(Timer.PROMISE, Sample.SLOW).read(at("2026-10-09T09:00")).status())
                .isEqualTo(Clock.Status.PAUSED);
        assertThat(clock(Timer.STATUTORY, Sample.SLOW).read(at("2026-10-09T09:00")).status())
                .isEqualTo(Clock.Status.RUNNING);
        assertThat(Clocks.wake(Clocks.of(turn.bundle(), terms(null, DayEnd.MIDNIGHT))))
                .as("the statutory clock still wakes").isPresent();

        apply(sample.resumed(Sample.SLOW, at("2026-10-14T09:00")));

        assertThat(clock(Timer.PROMISE, Sample.SLOW).read(DAY).deadline().lastDay()).hasToString("2026-10-29");
        assertThat(clock(Timer.STATUTORY, Sample.SLOW).read(DAY).deadline().lastDay()).hasToString("2026-10-22");
    }

    @Test
    void shouldStopThePromiseWhileWaitingOnlyWhereTheItemSaysSo() {
        dispatched(DAY, "01", "02", "04", "05");
        apply(sample.accepted("02", DAY));
        apply(sample.accepted("05", DAY));

        assertThat(clock(Timer.PROMISE, "02").read(DAY).status()).isEqualTo(Clock.Status.PAUSED);
        assertThat(clock(Timer.STATUTORY, "02").read(DAY).status()).isEqualTo(Clock.Status.RUNNING);
        assertThat(clock(Timer.PROMISE, "05").read(DAY).status()).isEqualTo(Clock.Status.RUNNING);
        assertThat(clock(Timer.PROMISE, "05", terms(true, DayEnd.MIDNIGHT)).read(DAY).status())
                .isEqualTo(Clock.Status.PAUSED);
        assertThat(clock(Timer.PROMISE, "02", terms(false, DayEnd.MIDNIGHT)).read(DAY).status())
                .isEqualTo(Clock.Status.RUNNING);
    }

    @Test
    void shouldChargeNothingForTheDaysWaitedAndRunAgainOnRelease() {
        dispatched(DAY, "01", "02");
        apply(sample.accepted("02", DAY));
        apply(sample.released(at("2026-11-26T10:00"), "02", true, "01"));

        assertThat(clock(Timer.PROMISE, "02").read(DAY).deadline().lastDay()).hasToString("2026-12-03");
        assertThat(clock(Timer.PROMISE, "02", terms(false, DayEnd.MIDNIGHT)).read(DAY).deadline().lastDay())
                .hasToString("2026-11-30");
    }

    @Test
    void shouldStopEveryClockOfAnItemThatEndedOrWasCalledOff() {
        dispatched(DAY, "01", "03", "04");
        apply(sample.accepted("01", DAY));
        apply(sample.decided("01", DAY.plusSeconds(60), Outcome.DENIED));
        apply(sample.withdrawn(DAY.plusSeconds(90), "03"));
        apply(sample.cancelled(DAY.plusSeconds(90), "04"));

        assertThat(Clocks.of(turn.bundle(), terms(null, DayEnd.MIDNIGHT))).hasSizeGreaterThan(6)
                .noneMatch(Clock::open).allMatch(c -> c.read(at("2027-06-01T00:00")).status() == Clock.Status.MET);
        assertThat(Clocks.wake(Clocks.of(turn.bundle(), terms(null, DayEnd.MIDNIGHT)))).isEmpty();
    }

    @Test
    void shouldEndTheDayAtClosingTimeWhereThatIsTheRule() {
        dispatched(DAY, "04");

        assertThat(clock(Timer.ACCEPTANCE, "04", terms(null, DayEnd.CLOSING_TIME)).read(DAY).deadline().due())
                .isEqualTo(at("2026-11-24T18:00"));
    }

    @Test
    void shouldMarkADeadlinePastTheLastPublishedYearAsProvisional() {
        dispatched(at("2026-12-28T09:00"), Sample.SLOW);
        apply(sample.accepted(Sample.SLOW, at("2026-12-28T09:00")));

        var reading = clock(Timer.PROMISE, Sample.SLOW).read(at("2026-12-28T09:00"));
        assertThat(reading.deadline().provisional()).isTrue();
        assertThat(clock(Timer.PROMISE, Sample.SLOW).explain(DAY).steps()).anyMatch(s -> s.text().contains("暂定"));
    }

    @Test
    void shouldNotCountFromBeforeTheCalendarBegins() {
        dispatched(at("2019-05-06T09:00"), "04");

        assertThat(Clocks.of(turn.bundle(), terms(null, DayEnd.MIDNIGHT))).isEmpty();
    }

    @Test
    void shouldNameWhoHasToAct() {
        dispatched(DAY, "04");
        assertThat(clock(Timer.INTAKE, null).responsible()).isEqualTo("w1");
        assertThat(clock(Timer.ACCEPTANCE, "04").responsible()).isEqualTo("410721-renshe");

        apply(new org.lianban.contracts.event.DispatchEvent.ItemReassigned("c", 1, "04", "410721-renshe",
                "410721-yibao", "职责调整", DAY));

        assertThat(clock(Timer.ACCEPTANCE, "04").responsible()).isEqualTo("410721-yibao");
    }

    @Test
    void shouldHaveAnAnswerForEveryItemKindThatMayBeDeemedAccepted() {
        assertThat(ClockRules.DEFAULT.deemedKinds()).isEqualTo(Set.of(org.lianban.contracts.catalog.ItemKind.LICENSE));
        assertThat(List.of(org.lianban.contracts.catalog.ItemKind.values()).stream()
                .filter(org.lianban.contracts.catalog.ItemKind::deemedAccepted).toList())
                .as("the contract and the default rule agree").hasSize(1);
        assertThat(due(dispatchedTimer(), "01")).isEqualTo(at("2026-12-01T00:00"));
    }

    private Timer dispatchedTimer() {
        dispatched(DAY, "01");
        return Timer.STATUTORY_NOTICE;
    }
}
