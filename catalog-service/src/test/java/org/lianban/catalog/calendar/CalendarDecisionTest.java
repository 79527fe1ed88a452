package org.lianban.catalog.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.catalog.calendar.Arrangement.ArrangedYear;
import org.lianban.command.Decision;
import org.lianban.command.Fault;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.contracts.catalog.WorkingCalendar.Hours;
import org.lianban.contracts.catalog.WorkingCalendar.Kind;
import org.lianban.contracts.catalog.WorkingCalendar.Year;

class CalendarDecisionTest {
    private static final List<Hours> HOURS = List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0)));
    private static final WorkingCalendar BEFORE = new WorkingCalendar("CN", 4, "sha256:x", "Asia/Shanghai",
            List.of(new Year(2026, false, "一", List.of()), new Year(2027, true, "暂定", List.of())), HOURS);

    private static WorkingCalendar.Exception day(String date, Kind kind) {
        return new WorkingCalendar.Exception(LocalDate.parse(date), kind, "节");
    }

    private static Arrangement arrangement(int year, boolean provisional, WorkingCalendar.Exception... days) {
        return new Arrangement("国办发明电〔2026〕1号", List.of(new ArrangedYear(year, provisional, List.of(days))), List.of());
    }

    private static WorkingCalendar published(Decision<WorkingCalendar> decision) {
        return ((Decision.Accepted<WorkingCalendar>) decision).events().getFirst();
    }

    private static List<String> faults(Arrangement arrangement) {
        return ((Decision.Refused<?>) arrangement.decide("CN", BEFORE)).refusal().faults().stream().map(Fault::code)
                .toList();
    }

    @Test
    void shouldPublishAProvisionalYearUnderItsDocument() {
        WorkingCalendar after = published(arrangement(2027, false, day("2027-02-20", Kind.WORKDAY),
                day("2026-12-31", Kind.HOLIDAY)).decide("CN", BEFORE));
        assertThat(after.version()).isEqualTo(5);
        assertThat(after.years()).hasSize(2);
        assertThat(after.years().get(1).provisional()).isFalse();
        assertThat(after.years().get(1).notice()).isEqualTo("国办发明电〔2026〕1号");
        assertThat(after.contentHash()).startsWith("sha256:").isNotEqualTo(BEFORE.contentHash());
        assertThat(after.windowHours()).isEqualTo(HOURS);
    }

    @Test
    void shouldBeginARegionsOwnCalendarFromTheNationalOne() {
        Arrangement hoursOnly = new Arrangement("通知", List.of(),
                List.of(new Hours(LocalTime.of(8, 0), LocalTime.of(12, 0))));
        WorkingCalendar own = published(hoursOnly.decide("410721", BEFORE));
        assertThat(own.version()).isEqualTo(1);
        assertThat(own.years()).isEqualTo(BEFORE.years());
    }

    @Test
    void shouldNameEverythingThatIsWrong() {
        Arrangement wrong = new Arrangement(" ",
                List.of(new ArrangedYear(2026, true, List.of(day("2026-03-02", Kind.WORKDAY))),
                        new ArrangedYear(2030, false,
                                List.of(day("2031-01-01", Kind.HOLIDAY), day("2031-01-01", Kind.HOLIDAY)))),
                List.of(new Hours(LocalTime.NOON, LocalTime.of(9, 0))));
        assertThat(faults(wrong)).contains("MISSING", "ALREADY_PUBLISHED", "NOT_A_WEEKEND", "GUESSED", "OUT_OF_RANGE",
                "DUPLICATE", "GAP", "OUT_OF_ORDER");
    }

    @Test
    void shouldNotPublishNothing() {
        assertThat(faults(new Arrangement("通知", List.of(), List.of()))).containsExactly("MISSING");
    }

    @Test
    void shouldCountARareCharacterOnce() {
        assertThat(faults(new Arrangement("𠮷".repeat(200), List.of(), List.of()))).containsExactly("MISSING");
        assertThat(faults(new Arrangement("𠮷".repeat(201), List.of(), List.of()))).contains("OUT_OF_RANGE");
    }
}
