package org.lianban.result.bundle.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.result.Sample.at;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.catalog.Term;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.contracts.event.ResultEvent.AcceptanceDeemed;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.contracts.event.ResultEvent.TimerBreached;
import org.lianban.kit.catalog.Calendars;
import org.lianban.result.Sample;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.CaseStates;
import org.lianban.result.bundle.CaseUnitOfWork;
import org.lianban.time.Budget;
import org.lianban.time.DayEnd;
import org.lianban.time.Explanation;

/** The clocks of corrections, commitments, special procedures, dependants and results, through the bundle. */
class ProcedureClocksTest {
    private static final Instant MONDAY = at("2026-11-23T09:00");
    private final Sample.Case sample = new Sample.Case("c");
    private Bundle bundle = Bundle.empty("c");
    private Terms terms = terms(ClockRules.Further.DEFAULT);

    private static Terms terms(ClockRules.Further further) {
        var d = ClockRules.DEFAULT;
        return new Terms(Sample.oneThing(), Calendars.of(Sample.calendar(), DayEnd.MIDNIGHT), new ClockRules(d.intake(),
                d.notice(), d.acceptance(), null, d.deemedKinds(), DayEnd.MIDNIGHT, further));
    }

    private void apply(Object... events) {
        bundle = Sample.after(bundle, events);
    }

    private List<ResultEvent> tick(String now) {
        var turn = new CaseUnitOfWork(bundle);
        var own = Due.decide(bundle, Clocks.running(bundle, terms), terms.rules(), at(now)).stream()
                .map(Due.DueEvent::event).toList();
        own.forEach(turn::publish);
        bundle = turn.closed();
        return own;
    }

    private List<TimerBreached> breached(String now) {
        return tick(now).stream().filter(TimerBreached.class::isInstance).map(TimerBreached.class::cast).toList();
    }

    private Clock clock(Timer timer, @Nullable String item) {
        return Clocks.of(bundle, terms).stream()
                .filter(c -> c.timer() == timer && Objects.equals(c.itemNo(), item)).findFirst().orElseThrow();
    }

    private boolean has(Timer timer) {
        return Clocks.of(bundle, terms).stream().anyMatch(c -> c.timer() == timer);
    }

    private String lastDay(Timer timer, @Nullable String item) {
        return Objects.requireNonNull(clock(timer, item).read(MONDAY).deadline().lastDay()).toString();
    }

    private Instant due(Timer timer, @Nullable String item) {
        return Objects.requireNonNull(clock(timer, item).read(MONDAY).deadline().due());
    }

    private void dispatched(Instant when, String... items) {
        apply(sample.submitted(when), sample.dispatched(when, when, items));
    }

    @Test
    void shouldMoveBothLimitsByASpecialProcedureOverTheHoliday() {
        dispatched(at("2026-09-18T09:00"), Sample.SLOW);
        apply(sample.accepted(Sample.SLOW, at("2026-09-18T09:00")));
        assertThat(lastDay(Timer.PROMISE, Sample.SLOW)).isEqualTo("2026-10-22");

        apply(sample.suspended(Sample.SLOW, at("2026-10-08T09:00"), "review", Term.workingDays(3)));
        assertThat(clock(Timer.SPECIAL_PROCEDURE, Sample.SLOW).detail()).isEqualTo("review");
        assertThat(lastDay(Timer.SPECIAL_PROCEDURE, Sample.SLOW)).as("its own limit").isEqualTo("2026-10-12");
        assertThat(breached("2026-10-13T00:00")).singleElement().satisfies(b -> {
            assertThat(b.timer()).isEqualTo(Timer.SPECIAL_PROCEDURE);
            assertThat(b.detail()).isEqualTo("review");
            assertThat(b.responsible()).isEqualTo("410721-weijian");
        });
        apply(sample.resumed(Sample.SLOW, at("2026-10-14T09:00")));

        assertThat(lastDay(Timer.PROMISE, Sample.SLOW)).isEqualTo("2026-10-29");
        assertThat(lastDay(Timer.STATUTORY, Sample.SLOW)).isEqualTo("2026-10-29");
        assertThat(clock(Timer.SPECIAL_PROCEDURE, Sample.SLOW).open()).isFalse();
        assertThat(clock(Timer.PROMISE, Sample.SLOW).explain(MONDAY).steps())
                .extracting(Explanation.Step::kind).contains(Explanation.Kind.SUSPEND, Explanation.Kind.RESUME);
    }

    @Test
    void shouldLetASecondSpecialProcedureBreachForItself() {
        dispatched(at("2026-09-18T09:00"), Sample.SLOW);
        apply(sample.accepted(Sample.SLOW, at("2026-09-18T09:00")),
                sample.suspended(Sample.SLOW, at("2026-09-21T09:00"), "review", Term.workingDays(1)));
        assertThat(breached("2026-09-23T00:00")).hasSize(1);
        apply(sample.resumed(Sample.SLOW, at("2026-09-23T09:00")),
                sample.suspended(Sample.SLOW, at("2026-09-28T09:00"), "review", Term.workingDays(1)));

        assertThat(breached("2026-09-30T00:00")).singleElement()
                .satisfies(b -> assertThat(b.timer()).isEqualTo(Timer.SPECIAL_PROCEDURE));
    }

    /** Three rounds: of each the window's two hours and the applicant's term, and the last one starts anew. */
    @Test
    void shouldKeepTheDeadlinesOfThreeCorrectionRounds() {
        apply(sample.submitted(0, at("2026-09-30T17:10"), null),
                sample.correctedUntil(0, at("2026-10-08T09:00"), at("2026-10-16T00:00"), true),
                sample.submitted(1, at("2026-10-12T09:00"), null),
                sample.correctedUntil(1, at("2026-10-12T16:00"), at("2026-10-20T00:00"), true),
                sample.submitted(2, at("2026-10-19T20:00"), null),
                sample.correctedUntil(2, at("2026-10-20T09:00"), at("2026-10-28T00:00"), true),
                sample.submitted(3, at("2026-10-27T09:00"), null));

        var clocks = Clocks.of(bundle, terms);
        assertThat(clocks.stream().filter(c -> c.timer() == Timer.INTAKE).map(c -> c.deadline(MONDAY).due()))
                .containsExactly(at("2026-10-27T11:00"), at("2026-10-20T10:30"), at("2026-10-12T11:00"),
                        at("2026-10-08T09:40"));
        assertThat(clocks.stream().filter(c -> c.timer() == Timer.INTAKE).map(c -> c.read(MONDAY).status()))
                .as("round 1 took the window seven hours").containsExactly(Clock.Status.BREACHED, Clock.Status.MET,
                        Clock.Status.BREACHED, Clock.Status.MET);
        assertThat(clocks.stream().filter(c -> c.timer() == Timer.CORRECTION)
                .map(c -> c.detail() + " " + c.deadline(MONDAY).due() + " " + c.read(MONDAY).status()))
                .containsExactly("2 " + at("2026-10-28T00:00") + " MET", "1 " + at("2026-10-20T00:00") + " MET",
                        "0 " + at("2026-10-16T00:00") + " MET");
        assertThat(clocks.stream().filter(Clock::open)).hasSize(1);
    }

    @Test
    void shouldSayWhichRoundRanOutAndStopAtTheLapse() {
        apply(sample.submitted(MONDAY), sample.correctedUntil(0, at("2026-11-23T10:00"), at("2026-12-01T00:00"), true));
        assertThat(clock(Timer.CORRECTION, null).explain(MONDAY).deadline().due()).isEqualTo(at("2026-12-01T00:00"));
        assertThat(tick("2026-11-30T00:00")).singleElement().isInstanceOf(ResultEvent.TimerWarned.class);
        assertThat(breached("2026-12-01T00:00")).singleElement().satisfies(b -> {
            assertThat(b.timer()).isEqualTo(Timer.CORRECTION);
            assertThat(b.itemNo()).isNull();
            assertThat(b.detail()).isEqualTo("0");
        });

        apply(new IntakeEvent.CaseLapsed("c", 0, at("2026-12-01T00:01")));

        assertThat(CaseStates.of(bundle)).isEqualTo(CaseState.LAPSED);
        assertThat(bundle.isOver()).isTrue();
        assertThat(Clocks.running(bundle, terms)).isEmpty();
        assertThat(clock(Timer.CORRECTION, null).open()).isFalse();
    }

    @Test
    void shouldSpeakAnewOfTheTermOfANewRound() {
        apply(sample.submitted(MONDAY),
                sample.correctedUntil(0, at("2026-11-23T10:00"), at("2026-12-01T00:00"), false));
        assertThat(breached("2026-12-01T00:00")).hasSize(1);
        apply(sample.submitted(1, at("2026-12-02T09:00"), null),
                sample.correctedUntil(1, at("2026-12-02T10:00"), at("2026-12-10T00:00"), false));

        assertThat(breached("2026-12-10T00:00")).singleElement()
                .satisfies(b -> assertThat(b.detail()).isEqualTo("1"));
    }

    @Test
    void shouldStopNoticeAndAcceptanceAtADepartmentsCorrectionAndStartThemAnewWhenItCame() {
        dispatched(MONDAY, "01");
        apply(sample.correctionRequested("01", at("2026-11-24T10:00")));
        assertThat(clock(Timer.STATUTORY_NOTICE, "01").open()).isFalse();
        assertThat(clock(Timer.ACCEPTANCE, "01").open()).isFalse();
        var asked = CorrectionRelay.asked((DepartmentEvent.CorrectionRequested) sample.correctionRequested("01",
                at("2026-11-24T10:00")), terms);
        assertThat(asked.noticeNo()).isEqualTo("c-01-BZ1");
        assertThat(asked.dueAt()).as("15 working days").isEqualTo(at("2026-12-16T00:00"));
        apply(asked);
        assertThat(lastDay(Timer.CORRECTION, "01")).isEqualTo("2026-12-15");
        assertThat(breached("2026-12-10T09:00")).as("the applicant's time is nobody's delay").isEmpty();

        apply(sample.supplemented(SupplementPurpose.CORRECTION, "m01", at("2026-12-10T10:00"), "01"),
                sample.correctionSupplied("01", at("2026-12-10T10:05")));

        assertThat(clock(Timer.CORRECTION, "01").open()).isFalse();
        assertThat(lastDay(Timer.ACCEPTANCE, "01")).isEqualTo("2026-12-11");
        assertThat(lastDay(Timer.STATUTORY_NOTICE, "01")).isEqualTo("2026-12-17");
        assertThat(Clocks.of(bundle, terms).stream().filter(c -> c.timer() == Timer.ACCEPTANCE)).hasSize(2);
        assertThat(breached("2026-12-12T00:00")).singleElement()
                .satisfies(b -> assertThat(b.timer()).isEqualTo(Timer.ACCEPTANCE));
        assertThat(tick("2026-12-18T00:00")).filteredOn(AcceptanceDeemed.class::isInstance).singleElement()
                .satisfies(e -> assertThat(((AcceptanceDeemed) e).effectiveAt())
                        .as("from when everything was there").isEqualTo(at("2026-12-10T10:05")));
    }

    @Test
    void shouldDeemAcceptedAtFiveDaysWhileTheOneDayBreachEscalatesBefore() {
        dispatched(MONDAY, "01");

        assertThat(breached("2026-11-25T00:00")).singleElement()
                .satisfies(b -> assertThat(b.timer()).isEqualTo(Timer.ACCEPTANCE));
        assertThat(tick("2026-11-30T23:59")).noneMatch(AcceptanceDeemed.class::isInstance);
        assertThat(tick("2026-12-01T00:00")).filteredOn(AcceptanceDeemed.class::isInstance).singleElement()
                .satisfies(e -> assertThat(((AcceptanceDeemed) e).effectiveAt()).isEqualTo(MONDAY));
    }

    @Test
    void shouldRunACommitmentUntilItsOwnStatedDay() {
        apply(sample.submitted(MONDAY), sample.receivedOwing(MONDAY, MONDAY, "m03", at("2026-11-27T00:00"), "04"),
                sample.dispatchedOwing(MONDAY, "m03", "04"), sample.accepted("04", MONDAY));
        assertThat(due(Timer.TOLERANCE, null)).isEqualTo(at("2026-11-27T00:00"));
        assertThat(tick("2026-11-26T00:00")).anyMatch(e -> e instanceof ResultEvent.TimerWarned w
                && w.timer() == Timer.TOLERANCE && "m03".equals(w.detail()));
        assertThat(breached("2026-11-27T00:00")).anySatisfy(b -> {
            assertThat(b.timer()).isEqualTo(Timer.TOLERANCE);
            assertThat(b.detail()).isEqualTo("m03");
        });
        assertThat(breached("2026-11-27T00:01")).as("once").isEmpty();

        apply(sample.supplemented(SupplementPurpose.TOLERANCE, "m03", at("2026-11-27T10:00"), "04"));

        var reading = clock(Timer.TOLERANCE, null).read(MONDAY);
        assertThat(reading.open()).isFalse();
        assertThat(reading.status()).as("late, and over").isEqualTo(Clock.Status.BREACHED);
    }

    @Test
    void shouldHoldNothingForAMaterialThatNeedNotCome() {
        apply(sample.submitted(MONDAY), sample.receivedOwing(MONDAY, MONDAY, "m03", null, "04"),
                sample.dispatched(MONDAY, MONDAY, "04"), sample.accepted("04", MONDAY),
                sample.decided("04", MONDAY.plusSeconds(9), Outcome.APPROVED));

        assertThat(has(Timer.TOLERANCE)).isFalse();
        assertThat(CaseStates.of(bundle)).isEqualTo(CaseState.SETTLED);
    }

    @Test
    void shouldExtendBothLimitsOnce() {
        dispatched(at("2026-09-18T09:00"), Sample.SLOW);
        apply(sample.accepted(Sample.SLOW, at("2026-09-18T09:00")));
        assertThat(breached("2026-10-23T00:00")).hasSize(2);

        apply(sample.extended(Sample.SLOW, at("2026-10-23T08:00"), 10),
                sample.extended(Sample.SLOW, at("2026-10-23T09:00"), 10));

        assertThat(lastDay(Timer.PROMISE, Sample.SLOW)).isEqualTo("2026-11-05");
        assertThat(lastDay(Timer.STATUTORY, Sample.SLOW)).isEqualTo("2026-11-05");
        assertThat(clock(Timer.STATUTORY, Sample.SLOW).explain(MONDAY).steps())
                .anyMatch(s -> s.kind() == Explanation.Kind.EXTENSION && s.text().contains("负责人批准"));
        assertThat(breached("2026-11-06T00:00")).as("a new limit breaches anew").hasSize(2);
    }

    @Test
    void shouldGiveADependantItsPromiseToPreReviewAndHalfADayToDecide() {
        dispatched(MONDAY, "04", "05");
        apply(sample.accepted("05", MONDAY));
        assertThat(lastDay(Timer.PRE_REVIEW, "05")).isEqualTo("2026-11-26");
        assertThat(has(Timer.IMMEDIATE_DECISION)).isFalse();
        apply(sample.preReviewed("05", at("2026-11-24T09:00")));
        assertThat(clock(Timer.PRE_REVIEW, "05").open()).isFalse();

        apply(sample.released(at("2026-11-25T16:00"), "05", true, "04"));

        assertThat(due(Timer.IMMEDIATE_DECISION, "05")).as("two hours left of the day, then 90 minutes")
                .isEqualTo(at("2026-11-26T10:00"));
        assertThat(breached("2026-11-26T10:00")).extracting(TimerBreached::timer)
                .contains(Timer.IMMEDIATE_DECISION);
        apply(sample.decided("05", at("2026-11-26T11:00"), Outcome.DENIED));
        assertThat(clock(Timer.IMMEDIATE_DECISION, "05").open()).isFalse();
    }

    @Test
    void shouldAskForNoImmediateDecisionOfAnItemThatNeverWaited() {
        dispatched(MONDAY, "04", "05");
        apply(sample.released(at("2026-11-23T10:00"), "05", true, "04"), sample.accepted("05", at("2026-11-23T11:00")));

        assertThat(has(Timer.PRE_REVIEW)).isFalse();
        assertThat(has(Timer.IMMEDIATE_DECISION)).isFalse();
    }

    @Test
    void shouldExpectAResultWithinThePromiseOrTenDaysAfterALateDecision() {
        dispatched(MONDAY, "04");
        apply(sample.accepted("04", MONDAY), sample.decided("04", at("2026-11-24T10:00"), Outcome.APPROVED));
        assertThat(due(Timer.RESULT_FILING, "04")).as("the promised day").isEqualTo(at("2026-11-27T00:00"));
        assertThat(CaseStates.of(bundle)).isEqualTo(CaseState.SETTLED);
        assertThat(breached("2026-11-27T00:00")).as("after the settlement too").singleElement()
                .satisfies(b -> assertThat(b.timer()).isEqualTo(Timer.RESULT_FILING));
        apply(sample.filed("04", at("2026-11-27T09:00")));
        assertThat(Clocks.running(bundle, terms)).noneMatch(Clock::open);
    }

    @Test
    void shouldGiveTenDaysForTheCertificateOfALateDecision() {
        dispatched(MONDAY, "04");
        apply(sample.accepted("04", MONDAY), sample.decided("04", at("2026-11-30T10:00"), Outcome.APPROVED));

        assertThat(lastDay(Timer.RESULT_FILING, "04")).isEqualTo("2026-12-14");
    }

    @Test
    void shouldExpectNoResultOfARefusalOrACheck() {
        dispatched(MONDAY, "04", "06");
        apply(sample.accepted("04", MONDAY), sample.decided("04", MONDAY.plusSeconds(1), Outcome.DENIED),
                sample.decided("06", MONDAY.plusSeconds(2), Outcome.MATCHED));

        assertThat(has(Timer.RESULT_FILING)).isFalse();
    }

    @Test
    void shouldDeliverOnTheDayOfArrivalAndTogetherOnlyWhenTheLastIsThere() {
        dispatched(MONDAY, "01", "04");
        apply(new ResultEvent.DeliveryChosen("c", ResultEvent.Choice.ALL_AT_ONCE, ResultEvent.Way.WINDOW, MONDAY));
        for (String no : List.of("01", "04")) {
            apply(sample.accepted(no, MONDAY), sample.decided(no, MONDAY.plusSeconds(9), Outcome.APPROVED));
        }
        apply(sample.filed("01", at("2026-11-23T15:00")),
                new ResultEvent.ResultReceived("c", "01", "410721-fz1", at("2026-11-23T16:00")));
        assertThat(has(Timer.SAME_DAY_DELIVERY)).as("the other one is not there").isFalse();
        assertThat(CaseStates.of(bundle)).isEqualTo(CaseState.DELIVERING);
        apply(new ResultEvent.ResultReceived("c", "04", "410721-fz1", at("2026-11-24T10:00")));

        assertThat(due(Timer.SAME_DAY_DELIVERY, "01")).isEqualTo(at("2026-11-25T00:00"));
        assertThat(clock(Timer.SAME_DAY_DELIVERY, "01").responsible()).isEqualTo("410721-fz1");
        assertThat(breached("2026-11-25T00:00")).hasSize(2);
        apply(new ResultEvent.DeliveryCompleted("c", List.of("01", "04"), ResultEvent.Way.WINDOW, "张*", "sha256:x",
                at("2026-11-25T09:00")));
        assertThat(CaseStates.of(bundle)).isEqualTo(CaseState.DELIVERED);
        assertThat(Clocks.running(bundle, terms)).noneMatch(Clock::open);
        apply(new ResultEvent.CaseArchived("c", "sha256:a", at("2026-11-26T09:00")));
        assertThat(CaseStates.of(bundle)).isEqualTo(CaseState.ARCHIVED);
    }

    @Test
    void shouldDeliverOneByOneWhereTheApplicantChoseSo() {
        dispatched(MONDAY, "01", "04");
        apply(sample.accepted("01", MONDAY), sample.decided("01", MONDAY.plusSeconds(9), Outcome.APPROVED),
                new ResultEvent.ResultReceived("c", "01", "w", at("2026-11-23T16:00")));

        assertThat(due(Timer.SAME_DAY_DELIVERY, "01")).isEqualTo(at("2026-11-24T00:00"));
        assertThat(CaseStates.of(bundle)).as("the other item goes on").isEqualTo(CaseState.IN_PROGRESS);
    }

    @Test
    void shouldFindProgressStaleAfterOneDayAndAnewAfterEveryReport() {
        dispatched(MONDAY, "04");
        apply(sample.accepted("04", MONDAY));
        assertThat(has(Timer.PROGRESS)).as("nobody reported by hand").isFalse();
        apply(sample.progressed("04", MONDAY));
        assertThat(breached("2026-11-25T00:00")).filteredOn(b -> b.timer() == Timer.PROGRESS).hasSize(1);

        apply(sample.progressed("04", at("2026-11-25T09:00")));

        assertThat(lastDay(Timer.PROGRESS, "04")).isEqualTo("2026-11-26");
        assertThat(breached("2026-11-27T00:00")).filteredOn(b -> b.timer() == Timer.PROGRESS).hasSize(1);
    }

    @Test
    void shouldKeepOnlyTheClocksThatTheCountyKeeps() {
        terms = terms(new ClockRules.Further(null, Budget.serviceMinutes(60), Budget.workingDays(10),
                Budget.workingDays(1), Set.of(Timer.RESULT_FILING, Timer.PRE_REVIEW)));
        dispatched(MONDAY, "04", "05");
        apply(sample.accepted("05", MONDAY), sample.accepted("04", MONDAY),
                sample.decided("04", at("2026-11-23T10:00"), Outcome.APPROVED),
                sample.released(at("2026-11-23T10:00"), "05", true, "04"));

        assertThat(has(Timer.RESULT_FILING)).isFalse();
        assertThat(has(Timer.PRE_REVIEW)).isFalse();
        assertThat(due(Timer.IMMEDIATE_DECISION, "05")).isEqualTo(at("2026-11-23T11:00"));
        assertThat(CorrectionRelay.asked((DepartmentEvent.CorrectionRequested) sample.correctionRequested("04",
                MONDAY), terms).dueAt()).isNull();
    }

    @Test
    void shouldExplainEveryKindOfClockInChinese() {
        shouldDeliverOnTheDayOfArrivalAndTogetherOnlyWhenTheLastIsThere();
        assertThat(Clocks.of(bundle, terms)).allSatisfy(c -> assertThat(c.explain(MONDAY).steps().getLast().text())
                .startsWith("到期 "));
    }
}
