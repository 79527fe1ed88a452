package org.lianban.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lianban.time.Explanation.Kind;

/** What each day takes off the budget; asked for consecutive days from {@link #firstDay}. */
abstract sealed class DayCharge {
    final WorkCalendar calendar;
    final Ledger ledger;
    final Run run;
    /** Where the walk ends: the due instant, or the instant of the pause that lasts. */
    final long end;

    private DayCharge(WorkCalendar calendar, Ledger ledger, Run run, long end) {
        this.calendar = calendar;
        this.ledger = ledger;
        this.run = run;
        this.end = end;
    }

    static DayCharge of(WorkCalendar calendar, Ledger ledger, Run run, long end) {
        return switch (ledger.budget().unit()) {
            case WORKING_DAYS -> new Days(calendar, ledger, run, end);
            case SERVICE_MINUTES -> new Minutes(calendar, ledger, run, end);
        };
    }

    abstract long firstDay();

    /** The last day whose rows are told before the given day: a row moves days from the next on, minutes at once. */
    abstract long rowsThrough(long day);

    abstract Span.Day of(long day);

    static Kind kindOf(DayRule rule) {
        return switch (rule.kind()) {
            case WEEKDAY -> Kind.COUNTED;
            case WEEKEND -> Kind.REST;
            case HOLIDAY -> Kind.HOLIDAY;
            case MAKE_UP -> Kind.MAKE_UP;
            case LOCAL_CLOSURE -> Kind.LOCAL_CLOSURE;
            case LOCAL_OPENING -> Kind.LOCAL_OPENING;
        };
    }

    private static final class Days extends DayCharge {
        private int charged;

        Days(WorkCalendar calendar, Ledger ledger, Run run, long end) {
            super(calendar, ledger, run, end);
        }

        @Override
        long firstDay() {
            return Run.day(run.start) + 1;
        }

        @Override
        long rowsThrough(long day) {
            return day - 1;
        }

        @Override
        Span.Day of(long day) {
            DayRule rule = calendar.rule(LocalDate.ofEpochDay(day));
            Pause pause = pauseOf(day);
            if (pause != null) {
                String reason = ledger.pausedFor(calendar, day * OpenLine.DAY - 1, day * OpenLine.DAY);
                return new Span.Day(rule, Kind.PAUSED, 0, rule.working() ? 1 : 0, "暂停（" + reason + "）");
            }
            if (!rule.working()) {
                return new Span.Day(rule, kindOf(rule), 0, 0, null);
            }
            if (charged == run.total) {
                return new Span.Day(rule, Kind.ROLL, 0, 0, null);
            }
            charged++;
            return new Span.Day(rule, kindOf(rule), 1, 0, null);
        }

        private @Nullable Pause pauseOf(long day) {
            for (Pause pause : run.pauses) {
                if (Run.day(pause.from()) < day && (pause.open() || day <= Run.day(pause.to()))) {
                    return pause;
                }
            }
            return null;
        }
    }

    private static final class Minutes extends DayCharge {
        private long chargedNanos;
        private long sparedNanos;

        Minutes(WorkCalendar calendar, Ledger ledger, Run run, long end) {
            super(calendar, ledger, run, end);
        }

        @Override
        long firstDay() {
            return Run.day(run.start);
        }

        @Override
        long rowsThrough(long day) {
            return day;
        }

        @Override
        Span.Day of(long day) {
            DayRule rule = calendar.rule(LocalDate.ofEpochDay(day));
            long from = Math.max(run.start, day * OpenLine.DAY);
            long to = Math.min(end, (day + 1) * OpenLine.DAY);
            long before = chargedNanos;
            long sparedBefore = sparedNanos;
            chargedNanos += run.charged(from, to);
            long firstPaused = Pause.OPEN;
            long lastPaused = 0;
            for (Pause pause : run.pauses) {
                long begins = Math.max(from, pause.from());
                long ends = Math.min(to, pause.to());
                if (begins < ends) {
                    sparedNanos += run.charged(begins, ends);
                    chargedNanos -= run.charged(begins, ends);
                    firstPaused = Math.min(firstPaused, begins);
                    lastPaused = ends;
                }
            }
            int charged = (int) (chargedNanos / OpenLine.MINUTE - before / OpenLine.MINUTE);
            int spared = (int) (sparedNanos / OpenLine.MINUTE - sparedBefore / OpenLine.MINUTE);
            if (lastPaused > firstPaused) {
                String reason = ledger.pausedFor(calendar, lastPaused - 1, firstPaused + 1);
                return new Span.Day(rule, Kind.PAUSED, charged, spared, "暂停（" + reason + "）");
            }
            return told(rule, day, from, to, charged);
        }

        private Span.Day told(DayRule rule, long day, long from, long to, int charged) {
            var windowDay = calendar.rules().windowDay(rule.date());
            boolean whole = from == day * OpenLine.DAY && to == (day + 1) * OpenLine.DAY;
            if (windowDay != null) {
                return new Span.Day(rule, Kind.WINDOW_DAY, charged, 0, "窗口时间调整：" + windowDay.name());
            }
            boolean closed = run.charged(from, to) == 0;
            String note = whole || closed ? null : StepTexts.openSpan(calendar, from, to);
            return new Span.Day(rule, kindOf(rule), charged, 0, note);
        }
    }
}
