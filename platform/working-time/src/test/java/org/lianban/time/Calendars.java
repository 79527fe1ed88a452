package org.lianban.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.lianban.time.CalendarYear.DayException;

/** The real calendar of 2024 to 2026, and 2027 as far as it is known. */
final class Calendars {
    static final List<Hours> HOURS = List.of(Hours.of("08:30", "12:00"), Hours.of("14:30", "18:00"));
    static final List<CalendarYear> PUBLISHED = List.of(year(2024, "/calendar/cn-working-calendar.csv", false),
            year(2025, "/calendar/cn-working-calendar.csv", false),
            year(2026, "/calendar/cn-working-calendar.csv", false));
    static final List<CalendarYear> WITH_2027 = withProvisional();
    static final CalendarSpec SPEC = CalendarSpec.national("CN@3", WITH_2027, HOURS);
    static final WorkCalendar CHINA = WorkCalendar.of(SPEC);
    static final WorkCalendar TO_2026 = WorkCalendar.of(CalendarSpec.national("CN@2", PUBLISHED, HOURS));

    private Calendars() {}

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    /** An instant from local time, as {@code 2026-09-30T17:10}. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CalendarSpec.SHANGHAI).toInstant();
    }

    private static List<CalendarYear> withProvisional() {
        var years = new ArrayList<>(PUBLISHED);
        years.add(year(2027, "/calendar/cn-working-calendar-2027-provisional.csv", true));
        return years;
    }

    private static CalendarYear year(int year, String resource, boolean provisional) {
        List<DayException> days = new ArrayList<>();
        String notice = "";
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Calendars.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            for (String line : reader.lines().skip(1).toList()) {
                String[] cells = line.split(",", 4);
                LocalDate date = LocalDate.parse(cells[0]);
                if (date.getYear() == year) {
                    days.add(new DayException(date, CalendarYear.Kind.valueOf(cells[1]), cells[2]));
                    notice = cells[3].replace("\"", "");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CalendarYear(year, provisional, notice, days);
    }
}
