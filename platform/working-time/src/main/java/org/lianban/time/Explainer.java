package org.lianban.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.time.Explanation.Kind;
import org.lianban.time.Explanation.Step;

/** Walks from the start to the end day by day and says what each span of like days does to the clock. */
final class Explainer {
    private final WorkCalendar calendar;
    private final Ledger ledger;
    private final Run run;
    private final Run.Reach reach;
    private final List<Step> steps = new ArrayList<>();
    private @Nullable Span span;

    private Explainer(WorkCalendar calendar, Ledger ledger) {
        this.calendar = calendar;
        this.ledger = ledger;
        this.run = Run.of(calendar, ledger);
        this.reach = run.due();
    }

    static Explanation explain(WorkCalendar calendar, Ledger ledger, Instant now) {
        Deadline deadline = Run.of(calendar, ledger).deadline(now);
        var explainer = new Explainer(calendar, ledger);
        explainer.walk();
        explainer.conclude(deadline);
        return new Explanation(deadline, calendar.version(), explainer.steps);
    }

    private void walk() {
        LocalDate first = LocalDate.ofEpochDay(Run.day(run.start));
        steps.add(new Step(Kind.START, first, first, 0, StepTexts.start(calendar, ledger, run), null));
        DayCharge charge = DayCharge.of(calendar, ledger, run, reach.end());
        List<Entry> rows = rowsByTime();
        int next = 0;
        long last = reach.held() == null ? Run.dayEndedBy(reach.end()) : Run.day(reach.end());
        for (long day = charge.firstDay(); day <= last; day++) {
            while (next < rows.size() && rowDay(rows.get(next)) <= charge.rowsThrough(day)) {
                addRow(rows.get(next++));
            }
            add(charge.of(day));
        }
        while (next < rows.size()) {
            addRow(rows.get(next++));
        }
        flush();
    }

    private List<Entry> rowsByTime() {
        return ledger.entries().stream().filter(row -> !(row instanceof Entry.Start))
                .sorted(Comparator.comparing(Entry::at)).toList();
    }

    private long rowDay(Entry row) {
        return calendar.dateOf(row.at()).toEpochDay();
    }

    private void add(Span.Day day) {
        if (span != null && span.takes(day)) {
            span.add(day);
            return;
        }
        flush();
        span = new Span(day, ledger.budget().unit());
    }

    private void addRow(Entry row) {
        flush();
        LocalDate date = calendar.dateOf(row.at());
        boolean tooLate = row instanceof Entry.Suspend && reach.held() == null
                && !row.at().isBefore(calendar.instantOf(reach.end()));
        String text = tooLate ? StepTexts.tooLate(calendar, row) : StepTexts.row(calendar, row, ledger.budget().unit());
        steps.add(new Step(kindOf(row), date, date, 0, text, null));
    }

    private static Kind kindOf(Entry row) {
        return switch (row) {
            case Entry.Start start -> Kind.START;
            case Entry.Suspend suspend -> Kind.SUSPEND;
            case Entry.Resume resume -> Kind.RESUME;
            case Entry.Extend extend -> Kind.EXTENSION;
            case Entry.Stop stop -> Kind.STOP;
        };
    }

    private void flush() {
        if (span != null) {
            steps.add(span.step());
            span = null;
        }
    }

    private void conclude(Deadline deadline) {
        LocalDate last = steps.getLast().to();
        if (deadline.doubt() != null) {
            LocalDate day = deadline.lastDay() == null ? last : deadline.lastDay();
            steps.add(new Step(Kind.PROVISIONAL, day, day, 0, "暂定：" + deadline.doubt() + "；待日历更新后重新计算",
                    calendar.rule(day)));
        }
        if (deadline.due() == null) {
            steps.add(new Step(Kind.DUE, last, last, 0, "计时已暂停，剩余" + deadline.remaining().text(), null));
            return;
        }
        LocalDate day = Objects.requireNonNull(deadline.lastDay());
        steps.add(new Step(Kind.DUE, day, day, 0, "到期 " + StepTexts.endTime(calendar, reach.end()), null));
    }
}
