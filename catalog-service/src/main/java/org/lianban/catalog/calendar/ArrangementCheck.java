package org.lianban.catalog.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.publication.Defect;
import org.lianban.command.Fault;
import org.lianban.command.Faults;
import org.lianban.contracts.catalog.WorkingCalendar.Hours;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.text.Characters;

/** What a notice of the State Council can and cannot say (全国年节及纪念日放假办法; a notice may name days of the December before). */
final class ArrangementCheck {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int LONGEST_DOCUMENT = 200;
    private static final int MOST_EXCEPTIONS = 100;

    private final Faults faults = new Faults();

    private ArrangementCheck() {}

    static List<Fault> of(@Nullable WorkingCalendar before, Arrangement arrangement) {
        ArrangementCheck check = new ArrangementCheck();
        check.document(arrangement.document());
        for (int i = 0; i < arrangement.years().size(); i++) {
            check.year(before, arrangement.years().get(i), "/years/" + i);
        }
        check.gaps(before, arrangement);
        check.hours(before, arrangement.windowHours());
        return check.faults.list();
    }

    private void where(boolean wrong, String pointer, String code, String message, Object... values) {
        if (wrong) {
            add(pointer, code, message, values);
        }
    }

    private void add(String pointer, String code, String message, Object... values) {
        faults.add(new Fault(pointer, code, message.formatted(values)));
    }

    private void document(@Nullable String document) {
        where(document == null || document.isBlank(), "/document", "MISSING", "缺少公布文件的文号或名称");
        where(document != null && Characters.length(document) > LONGEST_DOCUMENT, "/document", "OUT_OF_RANGE",
                "文号或名称不能超过%d字",
                LONGEST_DOCUMENT);
    }

    private void year(@Nullable WorkingCalendar before, Arrangement.ArrangedYear year, String pointer) {
        where(year.year() < FIRST_YEAR || year.year() > LAST_YEAR, pointer + "/year", "OUT_OF_RANGE", "年份应在%d至%d之间",
                FIRST_YEAR, LAST_YEAR);
        where(year.provisional() && before != null && before.years().stream().anyMatch(published(year.year())),
                pointer + "/provisional", "ALREADY_PUBLISHED", "%d年已正式公布，不能改为暂定", year.year());
        if (year.exceptions().size() > MOST_EXCEPTIONS) {
            add(pointer + "/exceptions", "OUT_OF_RANGE", "一年最多%d个特殊日期", MOST_EXCEPTIONS);
            return;
        }
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < year.exceptions().size(); i++) {
            day(year, year.exceptions().get(i), pointer + "/exceptions/" + i, seen);
        }
    }

    private static Predicate<WorkingCalendar.Year> published(int year) {
        return known -> known.year() == year && !known.provisional();
    }

    private void day(Arrangement.ArrangedYear year, WorkingCalendar.Exception day, String pointer,
            Set<LocalDate> seen) {
        if (missing(day.date(), pointer + "/date", "日期") | missing(day.kind(), pointer + "/kind", "类别")
                | missing(day.name(), pointer + "/name", "名称")) {
            return;
        }
        LocalDate date = day.date();
        boolean decemberBefore = date.getYear() == year.year() - 1 && date.getMonthValue() == 12;
        where(date.getYear() != year.year() && !decemberBefore, pointer + "/date", "OUT_OF_RANGE", "%s不属于%d年的安排", date,
                year.year());
        where(!seen.add(date), pointer + "/date", "DUPLICATE", "%s重复", date);
        where(day.kind() == WorkingCalendar.Kind.WORKDAY && WorkingCalendar.ordinaryWorkday(date.getDayOfWeek()),
                pointer + "/kind", "NOT_A_WEEKEND", "%s本是工作日，不能作调休上班", date);
        where(day.kind() == WorkingCalendar.Kind.WORKDAY && year.provisional(), pointer + "/kind", "GUESSED",
                "%d年尚未公布，不能推测调休上班", year.year());
    }

    private boolean missing(@Nullable Object value, String pointer, String what) {
        return !Defect.present(faults, value, pointer, what);
    }

    private void gaps(@Nullable WorkingCalendar before, Arrangement arrangement) {
        TreeSet<Integer> years = new TreeSet<>();
        if (before != null) {
            before.years().forEach(year -> years.add(year.year()));
        }
        Set<Integer> arranged = new HashSet<>();
        for (Arrangement.ArrangedYear year : arrangement.years()) {
            years.add(year.year());
            where(!arranged.add(year.year()), "/years", "DUPLICATE", "%d年重复", year.year());
        }
        where(arranged.isEmpty() && arrangement.windowHours().isEmpty(), "/years", "MISSING", "没有任何年份或窗口时间");
        where(!years.isEmpty() && years.size() != years.last() - years.first() + 1, "/years", "GAP", "年份不连续：%s", years);
    }

    private void hours(@Nullable WorkingCalendar before, List<Hours> hours) {
        where(hours.isEmpty() && before == null, "/windowHours", "MISSING", "缺少窗口服务时间");
        @Nullable
        Hours last = null;
        for (int i = 0; i < hours.size(); i++) {
            Hours each = hours.get(i);
            String pointer = "/windowHours/" + i;
            if (missing(each.opens(), pointer + "/opens", "开始时间")
                    | missing(each.closes(), pointer + "/closes", "结束时间")) {
                return;
            }
            where(!each.opens().isBefore(each.closes()) || last != null && !last.closes().isBefore(each.opens()),
                    pointer, "OUT_OF_ORDER", "窗口服务时间应先后相接且不重叠");
            where(each.opens().getSecond() != 0 || each.closes().getSecond() != 0, pointer, "OUT_OF_RANGE",
                    "窗口服务时间应为整分钟");
            last = each;
        }
    }
}
