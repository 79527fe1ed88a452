package org.lianban.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same rules told the slow way: from the exceptions alone, one day and one minute after the other. */
final class NaiveClock {
    /** Half open: noticed at, ended at; no end while it lasts. */
    record Span(LocalDateTime from, @Nullable LocalDateTime to) {}

    private final Map<LocalDate, CalendarYear.Kind> exceptions = new HashMap<>();
    private final DayEnd dayEnd;

    NaiveClock(List<CalendarYear> years, DayEnd dayEnd) {
        years.forEach(year -> year.exceptions().forEach(day -> exceptions.put(day.date(), day.kind())));
        this.dayEnd = dayEnd;
    }

    boolean works(LocalDate date) {
        CalendarYear.Kind kind = exceptions.get(date);
        if (kind != null) {
            return kind == CalendarYear.Kind.WORKDAY;
        }
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    boolean open(LocalDateTime minute) {
        LocalTime time = minute.toLocalTime();
        return works(minute.toLocalDate()) && Calendars.HOURS.stream()
                .anyMatch(hours -> !time.isBefore(hours.opens()) && time.isBefore(hours.closes()));
    }

    LocalDateTime endOf(LocalDate date) {
        return dayEnd == DayEnd.MIDNIGHT ? date.plusDays(1).atStartOfDay() : date.atTime(18, 0);
    }

    /** The end of a term of days, or null while a pause holds it. */
    @Nullable
    LocalDateTime dueByDays(LocalDateTime start, int budget, List<Span> pauses) {
        int charged = 0;
        for (LocalDate day = start.toLocalDate();; day = day.plusDays(1)) {
            LocalDate today = day;
            LocalDateTime end = endOf(day);
            boolean spared = pauses.stream().anyMatch(pause -> pause.from().toLocalDate().isBefore(today)
                    && (pause.to() == null || !today.isAfter(pause.to().toLocalDate())));
            if (works(day) && !spared && day.isAfter(start.toLocalDate())) {
                charged++;
            }
            boolean held = pauses.stream().anyMatch(
                    pause -> pause.from().isBefore(end) && (pause.to() == null || !end.isAfter(pause.to())));
            if (works(day) && charged >= budget && end.isAfter(start) && !held) {
                return end;
            }
            if (held && pauses.stream().anyMatch(pause -> pause.to() == null && pause.from().isBefore(end))) {
                return null;
            }
        }
    }

    /** The end of a term of minutes (at least one, all instants on whole minutes), or null while a pause holds it. */
    @Nullable
    LocalDateTime dueByMinutes(LocalDateTime start, int budget, List<Span> pauses) {
        int left = budget;
        for (LocalDateTime minute = start;; minute = minute.plusMinutes(1)) {
            LocalDateTime now = minute;
            if (pauses.stream().anyMatch(pause -> pause.to() == null && !now.isBefore(pause.from()))) {
                return null;
            }
            boolean paused = pauses.stream().anyMatch(
                    pause -> !now.isBefore(pause.from()) && pause.to() != null && now.isBefore(pause.to()));
            if (open(minute) && !paused && --left == 0) {
                return minute.plusMinutes(1);
            }
        }
    }

    static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, CalendarSpec.SHANGHAI);
    }

    static Instant instant(LocalDateTime local) {
        return local.atZone(CalendarSpec.SHANGHAI).toInstant();
    }
}
