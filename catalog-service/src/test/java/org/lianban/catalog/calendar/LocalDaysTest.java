package org.lianban.catalog.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.catalog.seed.config.SeedFiles;
import org.lianban.command.Decision;
import org.lianban.command.Fault;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.contracts.catalog.WorkingCalendar.Hours;
import org.lianban.contracts.catalog.WorkingCalendar.LocalDay;
import org.lianban.contracts.catalog.WorkingCalendar.LocalDay.Change;
import org.lianban.kit.catalog.Calendars;
import org.lianban.time.DayEnd;
import org.lianban.time.WorkCalendar;

class LocalDaysTest {
    private static final WorkingCalendar NATIONAL = SeedFiles.read().calendars().getFirst();
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    /** A Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);

    private static LocalDay day(LocalDate date, Change change, Hours... hours) {
        return new LocalDay(date, change, List.of(hours), "县政府办", "停电通知");
    }

    private static WorkingCalendar published(WorkingCalendar before, LocalDay... days) {
        return switch (new LocalDays(List.of(days), List.of()).decide("410721", before, TODAY)) {
            case Decision.Accepted<WorkingCalendar> accepted -> accepted.events().getFirst();
            default -> throw new AssertionError(Arrays.toString(days));
        };
    }

    private static List<String> faults(WorkingCalendar before, List<LocalDate> removed, LocalDay... days) {
        return switch (new LocalDays(Arrays.asList(days), removed).decide("410721", before, TODAY)) {
            case Decision.Refused<WorkingCalendar>(var refusal) ->
                refusal.faults().stream().map(Fault::pointer).toList();
            default -> throw new AssertionError(Arrays.toString(days));
        };
    }

    @Test
    void shouldNeitherDelayNorShortenWhatTheLawCounts() {
        WorkCalendar calendar = Calendars.of(
                published(NATIONAL, day(MONDAY, Change.CLOSED), day(MONDAY.plusDays(5), Change.OPEN)), DayEnd.MIDNIGHT);
        assertThat(calendar.isWorkingDay(MONDAY)).as("what the county promises").isFalse();
        assertThat(calendar.isWorkingDay(MONDAY.plusDays(5))).isTrue();
        assertThat(calendar.statutory().isWorkingDay(MONDAY)).as("what the law counts").isTrue();
        assertThat(calendar.statutory().isWorkingDay(MONDAY.plusDays(5))).isFalse();
    }

    @Test
    void shouldOpenWindowsOnAHolidayWithoutMakingItAWorkingDay() {
        LocalDate holiday = LocalDate.of(2026, 10, 2);
        WorkCalendar calendar = Calendars.of(published(NATIONAL,
                day(holiday, Change.WINDOW_OPEN, new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0)))), DayEnd.MIDNIGHT);
        assertThat(calendar.isWorkingDay(holiday)).isFalse();
        assertThat(calendar.isOpen(holiday.atTime(10, 0).atZone(calendar.zone()).toInstant())).isTrue();
    }

    @Test
    void shouldKeepLocalDaysThroughANewArrangementAndTakeThemBack() {
        WorkingCalendar own = published(NATIONAL, day(MONDAY, Change.CLOSED));
        assertThat(own.version()).isEqualTo(1);
        Arrangement hours = new Arrangement("县通知", List.of(),
                List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0))));
        assertThat(hours.decide("410721", own)).isInstanceOfSatisfying(Decision.Accepted.class,
                p -> assertThat(((WorkingCalendar) p.events().getFirst()).local()).isEqualTo(own.local()));
        assertThat(new LocalDays(List.of(), List.of(MONDAY)).decide("410721", own, TODAY)).isInstanceOfSatisfying(
                Decision.Accepted.class, p -> {
                    WorkingCalendar after = (WorkingCalendar) p.events().getFirst();
                    assertThat(after.local()).isEmpty();
                    assertThat(after.version()).isEqualTo(2);
                    assertThat(after.contentHash()).isNotEqualTo(own.contentHash());
                });
    }

    @Test
    void shouldRefuseAllAtOnceWhatDoesNotFit() {
        assertThat(faults(NATIONAL, List.of(MONDAY), day(TODAY.minusDays(1), Change.CLOSED),
                day(MONDAY, Change.OPEN), day(MONDAY.plusDays(6), Change.CLOSED),
                day(LocalDate.of(2031, 1, 1), Change.CLOSED),
                day(MONDAY.plusDays(1), Change.CLOSED, new Hours(LocalTime.of(9, 0), LocalTime.of(8, 0))),
                new LocalDay(MONDAY.plusDays(1), Change.CLOSED, List.of(), " ", ""))).containsExactly("/days/0/date",
                        "/days/1/change", "/days/2/change", "/days/3/date", "/days/4/hours", "/days/4/hours",
                        "/days/5/approver", "/days/5/document", "/days/5/date", "/removed/0");
        assertThat(faults(NATIONAL, List.of())).containsExactly("/days");
        assertThat(new LocalDays(List.of(day(MONDAY, Change.CLOSED)), List.of()).decide("CN", NATIONAL, TODAY))
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    void shouldCountARareCharacterOnce() {
        assertThat(
                published(NATIONAL, new LocalDay(MONDAY, Change.CLOSED, List.of(), "𠮷".repeat(200), "停电通知")).local())
                .hasSize(1);
        assertThat(faults(NATIONAL, List.of(),
                new LocalDay(MONDAY, Change.CLOSED, List.of(), "𠮷".repeat(201), "停电通知")))
                .containsExactly("/days/0/approver");
    }
}
