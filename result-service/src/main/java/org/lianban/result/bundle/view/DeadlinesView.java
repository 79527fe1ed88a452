package org.lianban.result.bundle.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.clock.Clock;
import org.lianban.time.Budget;
import org.lianban.time.DayRule;
import org.lianban.time.Explanation;

/**
 * 时限说明: every deadline of a case and how it came about.
 *
 * @param at the instant the deadlines were read at
 */
public record DeadlinesView(String caseNo, long version, Instant at, List<Explained> deadlines) {

    /**
     * @param due the clock is breached from this instant on; null while paused
     * @param amber when the warning is in order
     * @param open the clock has not stopped
     * @param lateSeconds 0 unless breached; until it stopped, or until now
     * @param doubt in Chinese, why the deadline is provisional
     * @param steps in Chinese, in order of time
     */
    public record Explained(Timer timer, String timerText, @Nullable String itemNo, @Nullable String itemName,
            CaseView.@Nullable DepartmentRef responsible, Amount limit, Instant start, @Nullable Instant due,
            @Nullable LocalDate lastDay, @Nullable Instant amber, @Nullable Instant stoppedAt, Clock.Status status,
            boolean open, boolean dueSoon, long lateSeconds, Amount remaining, boolean provisional,
            @Nullable String doubt, String calendarVersion, List<Step> steps) {}

    public record Amount(int amount, Budget.Unit unit) {
        static Amount of(Budget budget) {
            return new Amount(budget.amount(), budget.unit());
        }
    }

    /** @param rule name and source of the calendar rule that moved the clock, where one did */
    public record Step(Explanation.Kind kind, LocalDate from, LocalDate to, int charged, String text,
            @Nullable String rule, @Nullable String source) {
        static Step of(Explanation.Step step) {
            DayRule rule = step.rule();
            return new Step(step.kind(), step.from(), step.to(), step.charged(), step.text(),
                    rule == null ? null : rule.name(), rule == null ? null : rule.source());
        }
    }

    /** One deadline of a list over cases. */
    public record Line(String caseNo, @Nullable String region, @Nullable String oneThing, @Nullable String itemName,
            CaseView.@Nullable DepartmentRef responsible, long lateSeconds, CaseView.DueView deadline) {}

    static Explained explained(Clock clock, Names names, Instant now) {
        var reading = clock.read(now);
        var deadline = reading.deadline();
        var explanation = clock.explain(now);
        var itemNo = clock.itemNo();
        return new Explained(clock.timer(), Texts.of(clock.timer()), itemNo, itemNo == null ? null : names.item(itemNo),
                responsible(clock, names), Amount.of(clock.ledger().budget()), clock.start(), deadline.due(),
                deadline.lastDay(), deadline.amber(), clock.stoppedAt().orElse(null), reading.status(), reading.open(),
                reading.dueSoon(), reading.lateBy().toSeconds(), Amount.of(deadline.remaining()),
                deadline.provisional(), deadline.doubt(), explanation.calendarVersion(),
                explanation.steps().stream().map(Step::of).toList());
    }

    static Line line(Bundle b, Clock.Reading reading, Names names) {
        var filing = b.filing();
        var oneThing = names.oneThing();
        var itemNo = reading.clock().itemNo();
        return new Line(b.caseNo(), filing == null ? null : filing.region(), oneThing == null ? null : oneThing.name(),
                itemNo == null ? null : names.item(itemNo), responsible(reading.clock(), names),
                reading.lateBy().toSeconds(), due(reading));
    }

    static CaseView.DueView due(Clock.Reading reading) {
        var deadline = reading.deadline();
        var timer = reading.clock().timer();
        return new CaseView.DueView(timer, Texts.of(timer), reading.clock().itemNo(), deadline.due(),
                deadline.lastDay(), deadline.amber(), reading.status(), reading.dueSoon(), deadline.provisional());
    }

    private static CaseView.@Nullable DepartmentRef responsible(Clock clock, Names names) {
        var responsible = clock.responsible();
        return responsible == null ? null : names.department(responsible);
    }
}
