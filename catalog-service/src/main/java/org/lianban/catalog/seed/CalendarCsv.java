package org.lianban.catalog.seed;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianban.contracts.catalog.ContentHash;
import org.lianban.contracts.catalog.WorkingCalendar;

/** 工作日历: the national calendar from the tables of holidays and make-up days. */
final class CalendarCsv {
    private static final List<WorkingCalendar.Hours> WINDOW_HOURS = List.of(
            new WorkingCalendar.Hours(LocalTime.of(8, 30), LocalTime.NOON),
            new WorkingCalendar.Hours(LocalTime.of(14, 30), LocalTime.of(18, 0)));

    private CalendarCsv() {}

    /** @param provisional years of which only the statutory days are known */
    static WorkingCalendar read(String published, String provisional) {
        List<WorkingCalendar.Year> years = Stream.concat(years(published, false), years(provisional, true)).toList();
        WorkingCalendar unnamed = new WorkingCalendar("CN", 1, "", "Asia/Shanghai", years, WINDOW_HOURS);
        return new WorkingCalendar(unnamed.region(), 1, ContentHash.of(unnamed), unnamed.timeZone(), years,
                WINDOW_HOURS);
    }

    private static Stream<WorkingCalendar.Year> years(String csv, boolean provisional) {
        Map<Integer, List<Map<String, String>>> byYear = Csv.rows(csv).stream()
                .collect(Collectors.groupingBy(row -> date(row).getYear(), TreeMap::new, Collectors.toList()));
        return byYear.entrySet().stream().map(e -> new WorkingCalendar.Year(e.getKey(), provisional,
                cell(e.getValue().getFirst(), "source"), e.getValue().stream().map(CalendarCsv::exception).toList()));
    }

    private static WorkingCalendar.Exception exception(Map<String, String> row) {
        return new WorkingCalendar.Exception(date(row), WorkingCalendar.Kind.valueOf(cell(row, "kind")),
                cell(row, "name"));
    }

    private static LocalDate date(Map<String, String> row) {
        return LocalDate.parse(cell(row, "date"));
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }
}
