package org.lianban.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.time.CalendarYear.DayException;
import org.lianban.time.DayRule.Kind;
import org.lianban.time.LocalLayer.LocalDay;
import org.lianban.time.LocalLayer.WindowDay;

/** The special days of a calendar and what makes each of them special; the arrays are drawn from here. */
final class Rules {
    private final CalendarSpec spec;
    private final String version;
    private final int firstYear;
    private final Map<LocalDate, DayRule> special = new HashMap<>();
    private final Map<LocalDate, WindowDay> windowDays = new HashMap<>();

    Rules(CalendarSpec spec, String version) {
        this.spec = spec;
        this.version = version;
        this.firstYear = spec.years().getFirst().year();
        for (CalendarYear year : spec.years()) {
            for (DayException exception : year.exceptions()) {
                special.put(exception.date(), arranged(year, exception));
            }
        }
        for (LocalDay day : spec.local().days()) {
            Kind kind = day.working() ? Kind.LOCAL_OPENING : Kind.LOCAL_CLOSURE;
            special.put(day.date(), rule(day.date(), day.working(), kind, day.name(), day.source()));
        }
        spec.local().windowDays().forEach(day -> windowDays.put(day.date(), day));
    }

    DayRule of(LocalDate date) {
        DayRule found = special.get(date);
        if (found != null) {
            return found;
        }
        boolean weekday = Weekdays.isWeekday(date.toEpochDay());
        CalendarYear year = yearOf(date);
        String source = year == null || year.provisional() ? doubt(date) : "";
        return rule(date, weekday, weekday ? Kind.WEEKDAY : Kind.WEEKEND, weekday ? "工作日" : "周末", source);
    }

    @Nullable
    WindowDay windowDay(LocalDate date) {
        return windowDays.get(date);
    }

    Certainty certainty(LocalDate date) {
        CalendarYear year = yearOf(date);
        if (year == null) {
            return Certainty.NOT_COVERED;
        }
        return year.provisional() ? Certainty.PROVISIONAL : Certainty.PUBLISHED;
    }

    /** Why a count over these days is provisional, or null when it is not. */
    @Nullable
    String doubtBetween(long firstDay, long lastDay) {
        int lastYear = LocalDate.ofEpochDay(lastDay).getYear();
        List<String> doubts = new ArrayList<>(0);
        for (int year = LocalDate.ofEpochDay(firstDay).getYear(); year <= lastYear; year++) {
            LocalDate date = LocalDate.of(year, 1, 1);
            Certainty certainty = certainty(date);
            if (certainty != Certainty.PUBLISHED) {
                doubts.add(doubt(date));
            }
            if (certainty == Certainty.NOT_COVERED) {
                break;
            }
        }
        return doubts.isEmpty() ? null : String.join("；", doubts);
    }

    private String doubt(LocalDate date) {
        CalendarYear year = yearOf(date);
        if (year == null) {
            return (spec.years().getLast().year() + 1) + "年起工作日历尚未载入，仅按周一至周五推算";
        }
        return year.year() + "年放假安排尚未公布，仅计法定节假日，未计调休";
    }

    DayLine dayLine() {
        LocalDate first = LocalDate.of(firstYear, 1, 1);
        LocalDate end = LocalDate.of(spec.years().getLast().year() + 1, 1, 1);
        boolean[] working = new boolean[(int) (end.toEpochDay() - first.toEpochDay())];
        for (int i = 0; i < working.length; i++) {
            DayRule found = special.get(first.plusDays(i));
            working[i] = found == null ? Weekdays.isWeekday(first.toEpochDay() + i) : found.working();
        }
        return new DayLine(first.toEpochDay(), working);
    }

    OpenLine openLine(DayLine days) {
        int[] usual = minutes(spec.windowHours());
        int[][] hours = new int[(int) (days.last() - days.first()) + 1][];
        for (int i = 0; i < hours.length; i++) {
            hours[i] = days.isWorking(days.first() + i) ? usual : OpenLine.NONE;
        }
        windowDays.forEach(
                (date, day) -> hours[(int) (date.toEpochDay() - days.first())] = minutes(day.hours()));
        return new OpenLine(days, hours, usual);
    }

    private static int[] minutes(List<Hours> hours) {
        return hours.stream().flatMapToInt(each -> Arrays.stream(new int[]{each.openMinute(), each.closeMinute()}))
                .toArray();
    }

    private DayRule arranged(CalendarYear year, DayException exception) {
        boolean working = switch (exception.kind()) {
            case WORKDAY -> true;
            case HOLIDAY -> false;
        };
        return rule(exception.date(), working, working ? Kind.MAKE_UP : Kind.HOLIDAY, exception.name(), year.notice());
    }

    private DayRule rule(LocalDate date, boolean working, Kind kind, String name, String source) {
        return new DayRule(date, working, kind, name, source, certainty(date), version);
    }

    private @Nullable CalendarYear yearOf(LocalDate date) {
        int index = date.getYear() - firstYear;
        return index >= 0 && index < spec.years().size() ? spec.years().get(index) : null;
    }
}
