package org.lianban.kit.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.contracts.catalog.WorkingCalendar.Hours;
import org.lianban.contracts.catalog.WorkingCalendar.LocalDay;
import org.lianban.contracts.catalog.WorkingCalendar.LocalDay.Change;
import org.lianban.time.Budget;
import org.lianban.time.DayEnd;
import org.lianban.time.Ledger;
import org.lianban.time.WorkCalendar;

class CalendarsTest {
    /** A Monday. */
    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");
    private static final List<Hours> USUAL = List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0)));

    private static WorkCalendar calendar(LocalDay... days) {
        return Calendars.of(new WorkingCalendar("410721", 3, "sha256:1", "Asia/Shanghai",
                List.of(new WorkingCalendar.Year(2026, false, "国办发明电〔2025〕0号", List.of())), USUAL, List.of(days)),
                DayEnd.MIDNIGHT);
    }

    private static Instant due(WorkCalendar calendar, Budget budget) {
        return Ledger.started(budget, START, "受理").deadline(calendar, START).due();
    }

    private static LocalDay day(String date, Change change, Hours... hours) {
        return new LocalDay(LocalDate.parse(date), change, List.of(hours), "county-head", "新政办〔2026〕3号");
    }

    @Test
    void shouldCountAClosedDayForThePromiseAndNeverForTheStatute() {
        WorkCalendar closed = calendar(day("2026-03-03", Change.CLOSED));
        assertThat(due(closed, Budget.workingDays(1))).isEqualTo("2026-03-04T16:00:00Z");
        assertThat(due(closed.statutory(), Budget.workingDays(1))).isEqualTo("2026-03-03T16:00:00Z");
    }

    @Test
    void shouldOpenWindowsOnARestDayWithoutMakingItAWorkingDay() {
        WorkCalendar open = calendar(
                day("2026-03-07", Change.WINDOW_OPEN, new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0))));
        Budget fiveDaysOfHours = Budget.serviceMinutes((7 + 4 * 8 + 2) * 60);
        assertThat(due(open, fiveDaysOfHours)).isEqualTo("2026-03-07T03:00:00Z");
        assertThat(due(calendar(), fiveDaysOfHours)).isEqualTo("2026-03-09T03:00:00Z");
        assertThat(due(open, Budget.workingDays(5))).isEqualTo(due(calendar(), Budget.workingDays(5)));
    }

    @Test
    void shouldWorkOnALocalWorkingDay() {
        assertThat(due(calendar(day("2026-03-07", Change.OPEN)), Budget.workingDays(5)))
                .isEqualTo("2026-03-07T16:00:00Z");
    }
}
