package org.lianban.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianban.time.Calendars.CHINA;
import static org.lianban.time.Calendars.SPEC;
import static org.lianban.time.Calendars.TO_2026;
import static org.lianban.time.Calendars.at;
import static org.lianban.time.Calendars.day;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {
    private static final Ledger TWENTY_DAYS = Ledger.started(Budget.workingDays(20), at("2026-09-18T10:00"), "受理");
    private static final Entry HEARING = new Entry.Suspend(at("2026-10-08T09:00"), "hearing", "听证");
    private static final Entry HEARD = new Entry.Resume(at("2026-10-14T16:00"), "hearing");

    @Test
    void shouldRunToTheEndOfTheLastDay() {
        Deadline deadline = TWENTY_DAYS.deadline(CHINA, at("2026-09-18T10:00"));
        assertThat(deadline.state()).isEqualTo(Deadline.State.RUNNING);
        assertThat(deadline.due()).isEqualTo(at("2026-10-23T00:00"));
        assertThat(deadline.lastDay()).isEqualTo(day("2026-10-22"));
        assertThat(deadline.remaining()).isEqualTo(Budget.workingDays(20));
        assertThat(deadline.provisional()).isFalse();
        assertThat(deadline.breachedAt(at("2026-10-22T23:59:59"))).isFalse();
        assertThat(deadline.breachedAt(at("2026-10-23T00:00"))).isTrue();
        var closing = WorkCalendar.of(SPEC.withDayEnd(DayEnd.CLOSING_TIME));
        assertThat(TWENTY_DAYS.deadline(closing, at("2026-09-18T10:00")).due()).isEqualTo(at("2026-10-22T18:00"));
    }

    @Test
    void shouldNotChargeASpecialProcedure() {
        Deadline paused = TWENTY_DAYS.with(HEARING).deadline(CHINA, at("2026-10-12T10:00"));
        assertThat(paused.state()).isEqualTo(Deadline.State.PAUSED);
        assertThat(paused.due()).isNull();
        assertThat(paused.amber()).isNull();
        assertThat(paused.remaining()).isEqualTo(Budget.workingDays(11));
        assertThat(paused.breachedAt(at("2030-01-01T00:00"))).isFalse();
        Deadline resumed = TWENTY_DAYS.with(HEARING).with(HEARD).deadline(CHINA, at("2026-10-14T16:00"));
        assertThat(resumed.lastDay()).isEqualTo(day("2026-10-29"));
        assertThat(resumed.remaining()).isEqualTo(Budget.workingDays(11));
    }

    @Test
    void shouldCountOverlappingPausesOnce() {
        Ledger ledger = TWENTY_DAYS.with(HEARING).with(new Entry.Suspend(at("2026-10-12T09:00"), "test", "检测"))
                .with(HEARD).with(new Entry.Resume(at("2026-10-13T09:00"), "test"));
        assertThat(ledger.deadline(CHINA, at("2026-10-14T16:00")).lastDay()).isEqualTo(day("2026-10-29"));
    }

    @Test
    void shouldStayPausedUntilTheLastPauseEnds() {
        Ledger ledger = TWENTY_DAYS.with(HEARING).with(new Entry.Suspend(at("2026-10-12T09:00"), "test", "检测"))
                .with(HEARD);
        assertThat(ledger.deadline(CHINA, at("2026-10-15T09:00")).state()).isEqualTo(Deadline.State.PAUSED);
    }

    @Test
    void shouldHoldWhenPausedOnTheLastDay() {
        Ledger ledger = TWENTY_DAYS.with(new Entry.Suspend(at("2026-10-22T17:00"), "hearing", "听证"));
        Deadline paused = ledger.deadline(CHINA, at("2026-10-27T09:00"));
        assertThat(paused.state()).isEqualTo(Deadline.State.PAUSED);
        assertThat(paused.remaining()).isEqualTo(Budget.workingDays(0));
        Ledger resumed = ledger.with(new Entry.Resume(at("2026-10-24T09:00"), "hearing"));
        assertThat(resumed.deadline(CHINA, at("2026-10-24T09:00")).lastDay()).isEqualTo(day("2026-10-26"));
    }

    @Test
    void shouldNotBeSavedByAPauseNoticedTooLate() {
        Ledger ledger = TWENTY_DAYS.with(new Entry.Suspend(at("2026-10-23T09:00"), "hearing", "听证"));
        Deadline deadline = ledger.deadline(CHINA, at("2026-10-23T10:00"));
        assertThat(deadline.state()).isEqualTo(Deadline.State.RUNNING);
        assertThat(deadline.lastDay()).isEqualTo(day("2026-10-22"));
        assertThat(deadline.breachedAt(at("2026-10-23T10:00"))).isTrue();
        assertThat(deadline.remaining()).isEqualTo(Budget.workingDays(0));
    }

    @Test
    void shouldExtendByTheSameUnit() {
        Ledger ledger = TWENTY_DAYS
                .with(new Entry.Extend(at("2026-10-20T10:00"), Budget.workingDays(10), "情况复杂，经负责人批准"));
        assertThat(ledger.deadline(CHINA, at("2026-10-20T10:00")).lastDay()).isEqualTo(day("2026-11-05"));
    }

    @Test
    void shouldStartBackAtTheReceipt() {
        Ledger ledger = Ledger.started(Budget.workingDays(5), at("2026-09-18T17:59"), "视为受理");
        assertThat(ledger.deadline(CHINA, at("2026-09-27T09:00")).lastDay()).isEqualTo(day("2026-09-24"));
    }

    @Test
    void shouldKnowWhatWasDueWhenStopped() {
        Ledger ledger = TWENTY_DAYS.with(HEARING).with(new Entry.Stop(at("2026-10-12T10:00"), "已作决定"));
        Deadline deadline = ledger.deadline(CHINA, at("2026-12-01T10:00"));
        assertThat(deadline.state()).isEqualTo(Deadline.State.STOPPED);
        assertThat(deadline.lastDay()).isEqualTo(day("2026-10-27"));
        assertThat(deadline.remaining()).isEqualTo(Budget.workingDays(11));
    }

    @ParameterizedTest
    @CsvSource({"20,2026-10-17T00:00", "5,2026-09-24T00:00", "1,2026-09-19T00:00", "0,2026-09-18T10:00",
            "6,2026-09-24T00:00"})
    void shouldWarnWithAFifthOrADayLeft(int days, String amber) {
        Ledger ledger = Ledger.started(Budget.workingDays(days), at("2026-09-18T10:00"), "受理");
        assertThat(ledger.deadline(CHINA, at("2026-09-18T10:00")).amber()).isEqualTo(at(amber));
    }

    @Test
    void shouldRunMinutesInOpeningHours() {
        Ledger ledger = Ledger.started(Budget.serviceMinutes(120), at("2026-09-30T17:10"), "提交");
        Deadline deadline = ledger.deadline(CHINA, at("2026-10-03T10:00"));
        assertThat(deadline.due()).isEqualTo(at("2026-10-08T09:40"));
        assertThat(deadline.amber()).isEqualTo(at("2026-10-08T09:16"));
        assertThat(deadline.remaining()).isEqualTo(Budget.serviceMinutes(70));
        Ledger paused = ledger.with(new Entry.Suspend(at("2026-10-08T09:00"), "outage", "停电"));
        assertThat(paused.deadline(CHINA, at("2026-10-08T09:30")).remaining()).isEqualTo(Budget.serviceMinutes(40));
        assertThat(paused.with(new Entry.Resume(at("2026-10-08T11:45"), "outage"))
                .deadline(CHINA, at("2026-10-08T11:45")).due()).isEqualTo(at("2026-10-08T14:55"));
    }

    @Test
    void shouldMarkWhatTouchesAProvisionalYear() {
        Ledger ledger = Ledger.started(Budget.workingDays(1), at("2026-12-31T10:00"), "受理");
        Deadline provisional = ledger.deadline(CHINA, at("2026-12-31T10:00"));
        assertThat(provisional.lastDay()).isEqualTo(day("2027-01-04"));
        assertThat(provisional.doubt()).contains("2027年放假安排尚未公布");
        Deadline same = Ledger.started(Budget.workingDays(0), at("2026-12-31T10:00"), "受理").deadline(CHINA,
                at("2026-12-31T10:00"));
        assertThat(same.lastDay()).isEqualTo(day("2026-12-31"));
        assertThat(same.provisional()).isFalse();
    }

    @Test
    void shouldCountWeekdaysPastTheLastYearAndSaySo() {
        Deadline days = Ledger.started(Budget.workingDays(5), at("2026-12-30T10:00"), "受理").deadline(TO_2026,
                at("2026-12-30T10:00"));
        assertThat(days.lastDay()).isEqualTo(day("2027-01-06"));
        assertThat(days.doubt()).contains("2027年起工作日历尚未载入");
        Deadline minutes = Ledger.started(Budget.serviceMinutes(500), at("2031-03-08T10:00"), "提交").deadline(TO_2026,
                at("2031-03-08T10:00"));
        assertThat(minutes.due()).isEqualTo(at("2031-03-11T09:50"));
        assertThat(minutes.provisional()).isTrue();
        assertThat(Ledger.started(Budget.serviceMinutes(420), at("2031-03-08T10:00"), "提交")
                .deadline(TO_2026, at("2031-03-08T10:00")).due()).isEqualTo(at("2031-03-10T18:00"));
        Deadline longest = Ledger.started(Budget.workingDays(10_000), at("2026-12-31T10:00"), "受理").deadline(TO_2026,
                at("2026-12-31T10:00"));
        assertThat(longest.lastDay()).isEqualTo(day("2065-04-30"));
        assertThat(longest.doubt()).isEqualTo("2027年起工作日历尚未载入，仅按周一至周五推算");
        assertThatThrownBy(() -> Ledger.started(Budget.workingDays(5), at("2023-12-29T10:00"), "受理").deadline(CHINA,
                at("2026-12-30T10:00"))).isInstanceOf(CalendarNotCoveredException.class);
    }

    @Test
    void shouldRefuseRowsThatDoNotFit() {
        assertThat(TWENTY_DAYS.refusal(HEARING)).isEmpty();
        assertThat(TWENTY_DAYS.refusal(HEARD)).hasValueSatisfying(
                reason -> assertThat(reason).isEqualTo("Expected to resume hearing, but no such pause lasts"));
        assertThat(TWENTY_DAYS.with(HEARING).refusal(HEARING)).isPresent();
        assertThat(TWENTY_DAYS.with(HEARING).refusal(new Entry.Resume(at("2026-10-07T09:00"), "hearing"))).isPresent();
        assertThat(TWENTY_DAYS.refusal(new Entry.Start(at("2026-10-07T09:00"), "受理"))).isPresent();
        assertThat(TWENTY_DAYS.refusal(new Entry.Extend(at("2026-10-07T09:00"), Budget.serviceMinutes(10), "")))
                .isPresent();
        assertThat(TWENTY_DAYS.refusal(new Entry.Extend(at("2026-10-07T09:00"), Budget.workingDays(9_981), "")))
                .isPresent();
        assertThat(TWENTY_DAYS.refusal(new Entry.Stop(at("2026-09-18T09:00"), "已作决定"))).isPresent();
        Ledger stopped = TWENTY_DAYS.with(new Entry.Stop(at("2026-10-07T09:00"), "已作决定"));
        assertThat(stopped.refusal(HEARING)).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> stopped.with(HEARING));
        assertThatIllegalArgumentException().isThrownBy(() -> Ledger.of(Budget.workingDays(1), List.of(HEARING)));
        assertThatIllegalArgumentException().isThrownBy(() -> Ledger.of(Budget.workingDays(1), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Budget.workingDays(10_001));
        assertThatIllegalArgumentException().isThrownBy(() -> Budget.workingDays(-1));
    }
}
