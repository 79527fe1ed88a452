package org.lianban.catalog.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.publication.Defect;
import org.lianban.command.Decision;
import org.lianban.command.Fault;
import org.lianban.command.Faults;
import org.lianban.command.Refusal;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.contracts.catalog.WorkingCalendar.LocalDay;
import org.lianban.form.OwnRules;
import org.lianban.text.Characters;

/**
 * 本地日公布: days on which one region differs from the national arrangement, each with who approved it and the document.
 * Statutory clocks never see them: a closed day delays no statutory limit and an extra day shortens no right.
 *
 * @param days to add or to change, at most one a date
 * @param removed dates that are ordinary again
 */
@OwnRules(example = """
        {"days":[{"date":"2026-12-26","change":"WINDOW_OPEN","hours":[{"opens":"09:00","closes":"12:00"}],
        "approver":"县政府办公室","document":"新政办〔2026〕1号"}],"removed":[]}""")
public record LocalDays(List<LocalDay> days, List<LocalDate> removed) {
    private static final int MOST = 366;
    private static final int LONGEST = 200;

    /** @param before the calendar in force, the region's own or the national one; null is none */
    public Decision<WorkingCalendar> decide(String region, @Nullable WorkingCalendar before, LocalDate today) {
        if (before == null) {
            return Decision.refused(Refusal.unacceptable(new Fault("", "NOT_COVERED", "还没有工作日历")));
        }
        Faults faults = new Faults();
        Defect.where(region.equals("CN"), faults, new Fault("/region", "MALFORMED", "全国日历没有本地日"));
        Defect.where(days.isEmpty() && removed.isEmpty() || days.size() > MOST, faults,
                new Fault("/days", "OUT_OF_RANGE", "应有1至%d个本地日".formatted(MOST)));
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < days.size(); i++) {
            check(days.get(i), "/days/" + i, before, today, seen, faults);
        }
        boolean own = before.region().equals(region);
        for (int i = 0; i < removed.size(); i++) {
            LocalDate date = removed.get(i);
            boolean known = own && before.local().stream().anyMatch(d -> d.date().equals(date));
            Defect.where(!known || date.isBefore(today), faults,
                    new Fault("/removed/" + i, "UNKNOWN", "%s没有可以取消的本地日".formatted(date)));
        }
        return faults.none()
                ? Decision.accepted(published(region, before, own))
                : Decision.refused(Refusal.unacceptable(faults.list()));
    }

    private WorkingCalendar published(String region, WorkingCalendar before, boolean own) {
        TreeMap<LocalDate, LocalDay> all = new TreeMap<>();
        if (own) {
            before.local().forEach(day -> all.put(day.date(), day));
        }
        removed.forEach(all::remove);
        days.forEach(day -> all.put(day.date(), day));
        return Arrangement.named(new WorkingCalendar(region, own ? before.version() + 1 : 1, "", before.timeZone(),
                before.years(), before.windowHours(), List.copyOf(all.values())));
    }

    private static void check(LocalDay day, String pointer, WorkingCalendar before, LocalDate today,
            Set<LocalDate> seen, Faults faults) {
        text(day.approver(), pointer + "/approver", "批准人", faults);
        text(day.document(), pointer + "/document", "依据文件", faults);
        if (day.date() == null || day.change() == null) {
            faults.add(new Fault(pointer, "MISSING", "缺少日期或变动"));
            return;
        }
        if (!seen.add(day.date())) {
            faults.add(new Fault(pointer + "/date", "DUPLICATE", "%s重复".formatted(day.date())));
        }
        if (day.date().isBefore(today)) {
            faults.add(new Fault(pointer + "/date", "OUT_OF_RANGE", "%s已经过去".formatted(day.date())));
        }
        Boolean works = works(before, day.date());
        if (works == null) {
            faults.add(new Fault(pointer + "/date", "NOT_COVERED", "工作日历不含%d年".formatted(day.date().getYear())));
            return;
        }
        boolean fits = switch (day.change()) {
            case CLOSED -> works;
            case OPEN, WINDOW_OPEN -> !works;
        };
        if (!fits) {
            faults.add(new Fault(pointer + "/change", "MALFORMED",
                    "%s%s，不能再定为%s".formatted(day.date(), works ? "是工作日" : "不是工作日", day.change())));
        }
        Defect.where(day.change() == LocalDay.Change.CLOSED && !hours(day).isEmpty(), faults,
                new Fault(pointer + "/hours", "MALFORMED", "停办日没有窗口时间"));
        ordered(hours(day), pointer + "/hours", faults);
    }

    private static List<WorkingCalendar.Hours> hours(LocalDay day) {
        return day.hours() == null ? List.of() : day.hours();
    }

    private static void ordered(List<WorkingCalendar.Hours> hours, String pointer, Faults faults) {
        WorkingCalendar.Hours last = null;
        for (WorkingCalendar.Hours each : hours) {
            boolean bad = each.opens() == null || each.closes() == null || !each.opens().isBefore(each.closes())
                    || each.opens().getSecond() != 0 || each.closes().getSecond() != 0
                    || last != null && !last.closes().isBefore(each.opens());
            if (bad) {
                faults.add(new Fault(pointer, "OUT_OF_ORDER", "窗口服务时间应为整分钟，先后相接且不重叠"));
                return;
            }
            last = each;
        }
    }

    /** Null where the year is not covered. */
    private static @Nullable Boolean works(WorkingCalendar calendar, LocalDate date) {
        return calendar.years().stream().filter(y -> y.year() == date.getYear()).findFirst()
                .map(year -> year.exceptions().stream().filter(e -> e.date().equals(date)).findFirst()
                        .map(e -> e.kind() == WorkingCalendar.Kind.WORKDAY)
                        .orElseGet(() -> WorkingCalendar.ordinaryWorkday(date.getDayOfWeek())))
                .orElse(null);
    }

    private static void text(@Nullable String value, String pointer, String what, Faults faults) {
        Defect.where(value == null || value.isBlank() || Characters.length(value) > LONGEST, faults,
                new Fault(pointer, "MISSING", "缺少%s，或超过%d字".formatted(what, LONGEST)));
    }
}
