package org.lianban.result.bundle.clock;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Term;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.Item;
import org.lianban.result.bundle.Spoken;
import org.lianban.time.Budget;
import org.lianban.time.Ledger;
import org.lianban.time.WorkCalendar;

/** 事项时钟, from the receipt to the end of one item. */
record ItemClocks(Bundle bundle, String no, Item item, Terms terms, List<Clock> clocks) {
    static void add(Bundle b, String no, Item item, Terms terms, List<Clock> clocks) {
        var all = new ItemClocks(b, no, item, terms, clocks);
        all.untilAcceptance();
        all.untilDecision();
        all.procedures();
        all.correction();
        all.dependent();
        all.progress();
    }

    private @Nullable Instant over() {
        return Ledgers.over(bundle, no, item);
    }

    private static Clock clock(Timer timer, String no, Item item, Ledger ledger, WorkCalendar calendar) {
        var task = item.task();
        return new Clock(timer, no, task == null ? null : task.department(), ledger, calendar, item.marks().spoken());
    }

    private static Clock past(Clock clock) {
        return new Clock(clock.timer(), clock.itemNo(), clock.responsible(), clock.ledger(), clock.calendar(),
                Spoken.NONE, clock.detail(), clock.stated());
    }

    /** 法定告知 and 部门受理; both start anew once the applicant has supplied what the department asked for. */
    private void untilAcceptance() {
        var frozen = bundle.frozen();
        if (frozen == null) {
            return;
        }
        var received = bundle.receivedAt().orElse(frozen.receivedAt());
        var acceptance = item.handling().acceptance();
        var spoken = Ledgers.first(acceptance == null ? null : acceptance.at(), over());
        var correction = item.course().correction();
        var supplied = correction == null ? null : correction.suppliedAt();
        var asked = correction == null ? null : correction.requestedAt();
        if (supplied == null) {
            notice(received, "窗口收件", Ledgers.first(spoken, asked), false);
            acceptance(frozen.at(), "推送部门", Ledgers.first(spoken, asked), false);
        } else {
            notice(supplied, "补正到齐", spoken, false);
            notice(received, "窗口收件", asked, true);
            acceptance(supplied, "补正到齐", spoken, false);
            acceptance(frozen.at(), "推送部门", asked, true);
        }
    }

    private void notice(Instant from, String reason, @Nullable Instant stop, boolean past) {
        Clocks.add(clocks, terms.calendar().statutory(), from, (start, days) -> {
            var clock = clock(Timer.STATUTORY_NOTICE, no, item,
                    Ledgers.stopped(Ledger.started(terms.rules().notice(), start, reason), stop, "部门已答复"), days);
            return past ? past(clock) : clock;
        });
    }

    private void acceptance(Instant from, String reason, @Nullable Instant stop, boolean past) {
        Clocks.add(clocks, terms.calendar(), from, (start, days) -> {
            var clock = clock(Timer.ACCEPTANCE, no, item,
                    Ledgers.stopped(Ledger.started(terms.rules().acceptance(), start, reason), stop, "部门已答复"), days);
            return past ? past(clock) : clock;
        });
    }

    private void untilDecision() {
        var acceptance = item.handling().acceptance();
        OneThing.Item listed = terms.item(no);
        if (acceptance == null || listed == null) {
            return;
        }
        promise(no, item, terms, over()).ifPresent(clocks::add);
        Term statutory = listed.statutory();
        if (statutory != null) {
            var budget = Terms.budget(statutory);
            Clocks.add(clocks, terms.calendar().statutory(), acceptance.effectiveAt(), (start, days) -> clock(
                    Timer.STATUTORY, no, item, Ledgers.stopped(Ledgers.ledger(budget, start, accepted(acceptance),
                            Stream.concat(Ledgers.pauses(item, Item.Pause::statutory),
                                    Ledgers.extension(item.course(), budget))),
                            over(), "已办结"),
                    days));
        }
    }

    private static String accepted(Item.Acceptance acceptance) {
        return acceptance.deemed() ? "视为受理" : "受理";
    }

    /** 承诺期限; also asked for the limit of the result, which is due within it. */
    static java.util.Optional<Clock> promise(String no, Item item, Terms terms, @Nullable Instant over) {
        var acceptance = item.handling().acceptance();
        OneThing.Item listed = terms.item(no);
        Term promise = listed == null ? null : listed.promise();
        if (acceptance == null || listed == null || promise == null
                || terms.calendar().dateOf(acceptance.effectiveAt()).isBefore(terms.calendar().firstDay())) {
            return java.util.Optional.empty();
        }
        var from = acceptance.effectiveAt();
        var budget = Terms.budget(promise);
        var rows = Stream.concat(Ledgers.correction(item, from), Ledgers.pauses(item, Item.Pause::promise));
        if (terms.waitingStopsPromise(listed)) {
            rows = Stream.concat(Ledgers.waiting(item, from), rows);
        }
        rows = Stream.concat(rows, Ledgers.extension(item.course(), budget));
        return java.util.Optional.of(clock(Timer.PROMISE, no, item,
                Ledgers.stopped(Ledgers.ledger(budget, from, accepted(acceptance), rows), over, "已办结"),
                terms.calendar()));
    }

    /** 特别程序: each has its own published limit. */
    private void procedures() {
        if (!terms.rules().keeps(Timer.SPECIAL_PROCEDURE)) {
            return;
        }
        for (Item.Pause pause : item.pauses().reversed()) {
            var limit = pause.limit();
            if (limit != null) {
                var current = pause.equals(item.pauses().getLast());
                Clocks.add(clocks, terms.calendar(), pause.from(), (start, days) -> new Clock(Timer.SPECIAL_PROCEDURE,
                        no, responsible(),
                        Ledgers.stopped(Ledger.started(Terms.budget(limit), start, pause.procedure()),
                                Ledgers.first(pause.to(), over()), "特别程序结束"),
                        days, current ? item.marks().spoken() : Spoken.NONE,
                        pause.key() == null ? pause.procedure() : pause.key(), null));
            }
        }
    }

    private @Nullable String responsible() {
        return item.task() == null ? null : item.task().department();
    }

    /** 部门补正: the applicant's term, as the notice states it. */
    private void correction() {
        var correction = item.course().correction();
        var notice = correction == null ? null : correction.notice();
        var due = notice == null ? null : notice.dueAt();
        if (correction == null || notice == null || due == null || !terms.rules().keeps(Timer.CORRECTION)) {
            return;
        }
        var stop = Ledgers.first(bundle.correctionSuppliedAt(no).orElse(null), correction.suppliedAt(), over());
        Clocks.add(clocks, terms.calendar(), notice.at(), (start, days) -> new Clock(Timer.CORRECTION, no, null,
                Ledgers.stopped(Ledger.started(Ledgers.until(days, start, due), start, "部门补正告知"), stop, "已补正或者不再需要"),
                days, item.marks().spoken(), null, due));
    }

    /** 容缺预审 while a prerequisite is open, and 即时决定 once the last one's result is there. */
    private void dependent() {
        var task = item.task();
        var acceptance = item.handling().acceptance();
        var released = item.gate().releasedAt();
        if (task == null || task.hard().isEmpty() || acceptance == null
                || released != null && !released.isAfter(acceptance.at())) {
            return;
        }
        var listed = terms.item(no);
        Term promise = listed == null ? null : listed.promise();
        if (promise != null && terms.rules().keeps(Timer.PRE_REVIEW)) {
            var review = item.handling().preReview();
            var stop = Ledgers.first(review == null ? null : review.at(), released, over());
            Clocks.add(clocks, terms.calendar(), acceptance.effectiveAt(), (start, days) -> clock(Timer.PRE_REVIEW,
                    no, item, Ledgers.stopped(Ledgers.ledger(Terms.budget(promise), start, accepted(acceptance),
                            Ledgers.pauses(item, Item.Pause::promise)), stop, "预审结束"),
                    days));
        }
        if (released != null && terms.rules().keeps(Timer.IMMEDIATE_DECISION)) {
            var immediate = terms.rules().further().immediate();
            Clocks.add(clocks, terms.calendar(), released, (start, days) -> clock(Timer.IMMEDIATE_DECISION, no, item,
                    Ledgers.stopped(Ledger.started(immediate, start, "前置结果送达"), over(), "已办结"), days));
        }
    }

    /**
     * 进度更新. Whether a department reports by hand is not part of a case; an item is taken for such a one once somebody
     * has reported progress on it.
     */
    private void progress() {
        var note = item.handling().note();
        if (note == null || item.handling().acceptance() == null || !terms.rules().keeps(Timer.PROGRESS)) {
            return;
        }
        Budget budget = terms.rules().further().progress();
        Clocks.add(clocks, terms.calendar(), note.at(), (start, days) -> clock(Timer.PROGRESS, no, item,
                Ledgers.stopped(Ledger.started(budget, start, "上次进度"), over(), "已办结"), days));
    }
}
