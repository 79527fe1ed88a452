package org.lianban.result.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.lianban.kit.catalog.Calendars;
import org.lianban.result.Sample;
import org.lianban.time.DayEnd;

class PeriodTest {
    private static final org.lianban.time.WorkCalendar CALENDAR = Calendars.of(Sample.calendar(), DayEnd.MIDNIGHT);

    private static Instant end(String period, String start) {
        return Period.valueOf(period).end(Sample.at(start), CALENDAR);
    }

    @Test
    void shouldCountWorkingDaysOverHolidaysAndMakeUpDays() {
        assertThat(end("1wd", "2026-11-23T17:50")).isEqualTo(Sample.at("2026-11-25T00:00"));
        assertThat(end("5wd", "2026-09-18T10:00")).as("Sunday 09-20 works, 09-25 to 27 rest")
                .isEqualTo(Sample.at("2026-09-25T00:00"));
        assertThat(end("1wd", "2026-09-30T10:00")).isEqualTo(Sample.at("2026-10-09T00:00"));
    }

    @Test
    void shouldCountDaysOfTheCalendarWhateverTheyAre() {
        assertThat(end("7d", "2026-09-30T10:00")).isEqualTo(Sample.at("2026-10-08T00:00"));
        assertThat(end("0d", "2026-10-01T10:00")).isEqualTo(Sample.at("2026-10-02T00:00"));
    }

    @Test
    void shouldAnswerPastTheLastCoveredYearInsteadOfFailing() {
        assertThat(end("15wd", "2026-12-28T10:00")).isAfter(Sample.at("2027-01-15T00:00"));
    }

    @Test
    void shouldRefuseAnyOtherSpelling() {
        assertThat(Period.valueOf("30wd").text()).isEqualTo("30个工作日");
        assertThat(Period.valueOf("7d").text()).isEqualTo("7日");
        for (String bad : new String[]{"", "5", "5w", "-1d", "P5D", "99999d", "5 wd"}) {
            assertThatIllegalArgumentException().as(bad).isThrownBy(() -> Period.valueOf(bad));
        }
    }
}
