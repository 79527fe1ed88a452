package org.lianban.time;

import java.time.LocalDate;
import java.time.LocalTime;

/** The Chinese wording of the steps that are not spans of days. */
final class StepTexts {
    private StepTexts() {}

    static String start(WorkCalendar calendar, Ledger ledger, Run run) {
        String reason = "（" + ledger.start().reason() + "）";
        LocalDate day = LocalDate.ofEpochDay(Run.day(run.start));
        return switch (ledger.budget().unit()) {
            case WORKING_DAYS -> run.total == 0
                    ? "起算 " + day + reason + "，须当日办结，非工作日顺延至其后首个工作日"
                    : "起算日 " + day + reason + "不计入（民法典第201条），期限" + ledger.budget().text();
            case SERVICE_MINUTES -> "起算 " + minute(run.start) + reason + rolled(calendar, run.start) + "，期限"
                    + ledger.budget().text() + "，按窗口服务时间计";
        };
    }

    private static String rolled(WorkCalendar calendar, long start) {
        long opens = calendar.open().add(start, 0);
        return opens == start ? "" : "，窗口未开放，自 " + minute(opens) + " 起计";
    }

    static String row(WorkCalendar calendar, Entry row, Budget.Unit unit) {
        boolean days = unit == Budget.Unit.WORKING_DAYS;
        LocalDate date = calendar.dateOf(row.at());
        String when = days || date.isBefore(calendar.firstDay()) ? date.toString() : minute(calendar.localOf(row.at()));
        return when + switch (row) {
            case Entry.Start start -> " 起算（" + start.reason() + "）";
            case Entry.Suspend suspend -> " 暂停（" + suspend.reason() + "）" + (days ? "，次日起不计" : "");
            case Entry.Resume resume -> " 恢复计时" + (days ? "，次日起计" : "");
            case Entry.Extend extend -> " 延期" + extend.extra().text() + "（" + extend.reason() + "）";
            case Entry.Stop stop -> " 停止计时（" + stop.reason() + "）";
        };
    }

    static String tooLate(WorkCalendar calendar, Entry row) {
        return row(calendar, row, Budget.Unit.SERVICE_MINUTES) + "，期限已届满，不影响到期";
    }

    /** From the first to the last open instant of a part of one day. */
    static String openSpan(WorkCalendar calendar, long from, long to) {
        long opens = calendar.open().add(from, 0);
        return time(opens) + " 至 " + time(calendar.open().add(from, calendar.open().openedBefore(to)
                - calendar.open().openedBefore(from)));
    }

    /** A due instant at midnight is 24:00 of the day before. */
    static String endTime(WorkCalendar calendar, long end) {
        LocalDate day = LocalDate.ofEpochDay(Run.dayEndedBy(end));
        return Math.floorMod(end, OpenLine.DAY) == 0 ? day + " 24:00" : minute(end);
    }

    private static String minute(long local) {
        return LocalDate.ofEpochDay(Run.day(local)) + " " + time(local);
    }

    private static String time(long local) {
        long seconds = Math.floorMod(local, OpenLine.DAY) / 1_000_000_000L;
        return LocalTime.ofSecondOfDay(seconds).toString();
    }
}
