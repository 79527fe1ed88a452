package org.lianban.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianban.time.Calendars.CHINA;
import static org.lianban.time.Calendars.HOURS;
import static org.lianban.time.Calendars.PUBLISHED;
import static org.lianban.time.Calendars.SPEC;
import static org.lianban.time.Calendars.TO_2026;
import static org.lianban.time.Calendars.at;
import static org.lianban.time.Calendars.day;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianban.time.CalendarYear.DayException;
import org.lianban.time.LocalLayer.LocalDay;
import org.lianban.time.LocalLayer.WindowDay;

class WorkCalendarTest {
    @ParameterizedTest
    @CsvSource({"2024-02-08,1,2024-02-09", "2025-12-31,1,2026-01-04", "2026-02-13,1,2026-02-14",
            "2026-02-13,5,2026-02-27", "2025-09-26,1,2025-09-28", "2026-09-18,5,2026-09-24",
            "2026-09-18,20,2026-10-22", "2026-04-30,1,2026-05-06", "2026-09-18,0,2026-09-18",
            "2026-09-19,0,2026-09-20", "2026-10-01,0,2026-10-08"})
    void shouldCountTermsOfDays(LocalDate start, int days, LocalDate end) {
        assertThat(CHINA.addWorkingDays(start, days)).isEqualTo(end);
        if (days > 0) {
            assertThat(CHINA.workingDaysBetween(start, end)).isEqualTo(days);
        }
    }

    @ParameterizedTest
    @CsvSource({"2024,251", "2025,248", "2026,248"})
    void shouldHaveTheWorkingDaysOfTheYear(int year, int workingDays) {
        long counted = LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).filter(CHINA::isWorkingDay)
                .count();
        assertThat(counted).isEqualTo(workingDays);
    }

    @Test
    void shouldWorkOnExactlyTheMakeUpWeekends() {
        List<String> weekendsWorked = day("2024-01-01").datesUntil(day("2027-01-01")).filter(CHINA::isWorkingDay)
                .filter(date -> date.getDayOfWeek().getValue() > 5).map(LocalDate::toString).toList();
        assertThat(weekendsWorked).containsExactly("2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28",
                "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27",
                "2025-09-28", "2025-10-11", "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20",
                "2026-10-10");
    }

    @ParameterizedTest
    @CsvSource({"2026-09-30T17:10,120,2026-10-08T09:40", "2026-09-18T09:00,120,2026-09-18T11:00",
            "2026-09-18T10:00,120,2026-09-18T12:00", "2026-09-18T11:00,120,2026-09-18T15:30",
            "2026-09-18T12:00,0,2026-09-18T14:30", "2026-09-18T03:00,120,2026-09-18T10:30",
            "2026-09-19T10:00,30,2026-09-20T09:00", "2026-09-18T17:10,50,2026-09-18T18:00",
            "2026-09-18T18:00,0,2026-09-20T08:30"})
    void shouldCountServiceMinutes(String start, int minutes, String due) {
        assertThat(CHINA.addServiceMinutes(at(start), minutes)).isEqualTo(at(due));
        assertThat(CHINA.serviceMinutesBetween(at(start), at(due))).isEqualTo(minutes);
    }

    @Test
    void shouldKnowWhenTheWindowsAreOpen() {
        assertThat(CHINA.isOpen(at("2026-09-18T08:30"))).isTrue();
        assertThat(CHINA.isOpen(at("2026-09-18T12:00"))).isFalse();
        assertThat(CHINA.isOpen(at("2026-09-19T09:00"))).isFalse();
        assertThat(CHINA.nextOpening(at("2026-09-30T18:00"))).isEqualTo(at("2026-10-08T08:30"));
    }

    @Test
    void shouldEndTheDayAsConfigured() {
        var closing = WorkCalendar.of(SPEC.withDayEnd(DayEnd.CLOSING_TIME));
        assertThat(CHINA.endOf(day("2026-10-22"))).isEqualTo(at("2026-10-23T00:00"));
        assertThat(closing.endOf(day("2026-10-22"))).isEqualTo(at("2026-10-22T18:00"));
        assertThat(closing.endOf(day("2026-10-03"))).isEqualTo(at("2026-10-03T18:00"));
    }

    @Test
    void shouldRefuseWhatItCannotKnow() {
        assertThatThrownBy(() -> CHINA.isWorkingDay(day("2023-12-31"))).isInstanceOf(CalendarNotCoveredException.class)
                .hasMessageContaining("2024-01-01");
        assertThatThrownBy(() -> TO_2026.isWorkingDay(day("2027-02-08")))
                .isInstanceOf(CalendarNotCoveredException.class).hasMessageContaining("2026-12-31");
        assertThatThrownBy(() -> TO_2026.addWorkingDays(day("2026-12-31"), 1))
                .isInstanceOf(CalendarNotCoveredException.class);
        assertThatThrownBy(() -> TO_2026.addServiceMinutes(at("2026-12-31T17:00"), 61))
                .isInstanceOf(CalendarNotCoveredException.class);
        assertThat(TO_2026.addServiceMinutes(at("2026-12-31T17:00"), 60)).isEqualTo(at("2026-12-31T18:00"));
        assertThat(CHINA.isWorkingDay(day("2027-02-08"))).isFalse();
        assertThat(CHINA.certainty(day("2027-02-08"))).isEqualTo(Certainty.PROVISIONAL);
        assertThat(TO_2026.certainty(day("2027-02-08"))).isEqualTo(Certainty.NOT_COVERED);
        assertThatIllegalArgumentException().isThrownBy(() -> CHINA.addWorkingDays(day("2026-01-05"), -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHINA.workingDaysBetween(day("2026-01-05"), day("2026-01-04")));
    }

    @Test
    void shouldRefuseCalendarsThatCannotBeRight() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalendarSpec.national("CN@1", List.of(PUBLISHED.get(0), PUBLISHED.get(2)), HOURS))
                .withMessageContaining("2026 follows 2024");
        assertThatIllegalArgumentException().isThrownBy(() -> CalendarSpec.national("CN@1", List.of(), HOURS));
        assertThatIllegalArgumentException().isThrownBy(() -> CalendarSpec.national("CN@1", PUBLISHED, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> CalendarSpec.national("CN@1", PUBLISHED,
                List.of(Hours.of("14:30", "18:00"), Hours.of("08:30", "12:00"))));
        assertThatIllegalArgumentException().isThrownBy(() -> Hours.of("12:00", "08:30"));
        assertThatIllegalArgumentException().isThrownBy(() -> new CalendarSpec("CN@1", ZoneId.of("Europe/Berlin"),
                PUBLISHED, HOURS, DayEnd.MIDNIGHT, LocalLayer.NONE)).withMessageContaining("Europe/Berlin");
        assertThatIllegalArgumentException().isThrownBy(() -> new CalendarYear(2026, false, "",
                List.of(new DayException(day("2024-01-01"), CalendarYear.Kind.HOLIDAY, "元旦"))));
        assertThatIllegalArgumentException().isThrownBy(() -> SPEC.withLocal(new LocalLayer("410721@1",
                List.of(new LocalDay(day("2030-01-02"), false, "停电", "")), List.of())));
    }

    @Test
    void shouldLetTheNextYearsNoticeNameDecember() {
        var next = new CalendarYear(2027, false, "通知",
                List.of(new DayException(day("2026-12-31"), CalendarYear.Kind.HOLIDAY, "元旦")));
        var years = List.of(PUBLISHED.get(2), next);
        var calendar = WorkCalendar.of(CalendarSpec.national("CN@4", years, HOURS));
        assertThat(calendar.isWorkingDay(day("2026-12-31"))).isFalse();
        assertThat(calendar.rule(day("2026-12-31")).source()).isEqualTo("通知");
    }

    @Test
    void shouldLayerLocalDaysOverTheNationalCalendar() {
        var layer = new LocalLayer("410721@2",
                List.of(new LocalDay(day("2026-09-21"), false, "停电", "新政文1号"),
                        new LocalDay(day("2026-09-26"), true, "补班", "新政文2号")),
                List.of(new WindowDay(day("2026-10-03"), List.of(Hours.of("09:00", "11:00")), "节假日不打烊")));
        var local = WorkCalendar.of(SPEC.withLocal(layer));
        assertThat(local.version()).isEqualTo("CN@3+410721@2");
        assertThat(local.addWorkingDays(day("2026-09-20"), 1)).isEqualTo(day("2026-09-22"));
        assertThat(local.addWorkingDays(day("2026-09-24"), 1)).isEqualTo(day("2026-09-26"));
        assertThat(local.rule(day("2026-09-21")).kind()).isEqualTo(DayRule.Kind.LOCAL_CLOSURE);
        assertThat(local.nextOpening(at("2026-09-21T10:00"))).isEqualTo(at("2026-09-22T08:30"));
        assertThat(local.isWorkingDay(day("2026-10-03"))).isFalse();
        assertThat(local.addServiceMinutes(at("2026-09-30T17:10"), 120)).isEqualTo(at("2026-10-03T10:10"));
        assertThat(local.statutory().version()).isEqualTo("CN@3");
        assertThat(local.statutory().addWorkingDays(day("2026-09-20"), 1)).isEqualTo(day("2026-09-21"));
        assertThat(CHINA.statutory()).isSameAs(CHINA);
    }
}
