package org.lianban.result.notices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.SpecialProcedure;
import org.lianban.contracts.catalog.Term;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.result.bundle.Evolution;
import org.lianban.result.bundle.clock.Terms;
import org.lianban.time.Ledger;
import org.lianban.time.WorkCalendar;

/** Notices of the departments: about one item. */
final class ItemLetters {
    private ItemLetters() {}

    static List<Draft> correction(LetterContext s, ResultEvent.CorrectionAsked e) {
        var task = s.bundle().item(e.itemNo()).task();
        var issuer = s.office(e.itemNo(), task == null ? "" : task.department());
        var content = new Content.Correction(null, s.defects(e.defects()), s.localOrNull(e.dueAt()), false,
                s.wording().where());
        var draft = Draft.of(Kind.CORRECTION, e.itemNo(), issuer, e.at(), content);
        return List.of(NoticeNumber.read(e.noticeNo()).isPresent()
                ? draft.numbered(e.noticeNo())
                : draft.sourced(e.noticeNo()));
    }

    static List<Draft> acceptance(LetterContext s, DepartmentEvent.ItemAccepted e) {
        var no = e.itemNo();
        var content = new Content.Acceptance(s.local(e.effectiveAt()), e.deemed(), s.windowName(e.window()),
                s.limit(Timer.PROMISE, no, e.at()), s.limit(Timer.STATUTORY, no, e.at()),
                s.bundle().openPrerequisites(no).stream().map(s::itemName).toList(),
                s.listed(no).map(i -> i.rules().procedures().stream().map(ItemLetters::told).toList())
                        .orElse(List.of()));
        return List.of(Draft.of(Kind.ACCEPTANCE, no, s.office(no, e.department()), e.at(), content)
                .sourced(e.noticeNo()));
    }

    private static String told(SpecialProcedure procedure) {
        return procedure.name() + "（" + Chinese.limit(procedure.limit()) + "）";
    }

    static List<Draft> refusal(LetterContext s, DepartmentEvent.ItemNotAccepted e) {
        var issuer = s.office(e.itemNo(), e.department());
        return List.of(Draft.of(Kind.REFUSAL, e.itemNo(), issuer, e.at(),
                new Content.Refusal(e.reasons(), e.competentAuthority(), issuer.agency())).sourced(e.noticeNo()));
    }

    static List<Draft> special(LetterContext s, DepartmentEvent.ItemSuspended e) {
        var no = e.itemNo();
        var listed = listed(s, e);
        Term limit = e.limit() != null ? e.limit() : listed.map(SpecialProcedure::limit).orElse(null);
        var content = new Content.Special(e.procedure(), e.reason(),
                listed.map(SpecialProcedure::basis).orElse(null), Chinese.limit(limit), e.pausesPromise(),
                e.pausesStatutory(), limit == null ? null : after(s, e, limit, Timer.PROMISE),
                limit == null ? null : after(s, e, limit, Timer.STATUTORY));
        return List.of(Draft.of(Kind.SPECIAL, no, s.office(no, e.department()), e.at(), content));
    }

    private static Optional<SpecialProcedure> listed(LetterContext s, DepartmentEvent.ItemSuspended e) {
        return s.listed(e.itemNo()).stream().map(OneThing.Item::rules).flatMap(r -> r.procedures().stream())
                .filter(p -> p.key().equals(e.key()) || p.name().equals(e.procedure())).findFirst();
    }

    /** The new due date: what the limit comes to if the procedure takes all of its own time. */
    private static Content.@Nullable Term after(LetterContext s, DepartmentEvent.ItemSuspended e, Term limit,
            Timer timer) {
        if (s.terms().calendar().dateOf(e.at()).isBefore(s.terms().calendar().firstDay())) {
            return null;
        }
        var end = end(s.terms().calendar(), e.at(), limit);
        var supposed = Evolution.apply(s.bundle(),
                new DepartmentEvent.ItemResumed(e.caseNo(), e.itemNo(), e.department(), end, null));
        return s.limitIf(supposed, timer, e.itemNo(), end);
    }

    /** Counted by a ledger, which answers past the years that are loaded too. */
    private static Instant end(WorkCalendar calendar, Instant from, Term limit) {
        var deadline = Ledger.started(Terms.budget(limit), from, "特别程序").deadline(calendar, from);
        var lastDay = deadline.lastDay();
        var due = deadline.due();
        if (lastDay == null || due == null) {
            throw new IllegalStateException("A clock that was never paused has a deadline");
        }
        // Noon of the last day: the day on which the result comes belongs to the pause.
        return limit.unit() == Term.Unit.SERVICE_MINUTES
                ? due
                : lastDay.atTime(12, 0).atZone(calendar.zone()).toInstant();
    }

    static List<Draft> extension(LetterContext s, DepartmentEvent.ItemExtended e) {
        var content = new Content.Extension(e.workingDays(),
                e.approverRole() == DepartmentEvent.ApproverRole.GOVERNMENT_HEAD,
                e.approver(), e.reason(), s.limit(Timer.PROMISE, e.itemNo(), e.at()),
                s.limit(Timer.STATUTORY, e.itemNo(), e.at()));
        return List.of(Draft.of(Kind.EXTENSION, e.itemNo(), s.office(e.itemNo(), e.department()), e.at(), content));
    }

    /** A data check is told, not decided: only 准予 and 不予 are put into a letter. */
    static List<Draft> decision(LetterContext s, DepartmentEvent.ItemDecided e) {
        if (e.outcome() != Outcome.APPROVED && e.outcome() != Outcome.DENIED) {
            return List.of();
        }
        var issuer = s.office(e.itemNo(), e.department());
        var content = new Content.Decision(e.outcome(), e.decisionNo(), e.reasons(),
                s.listed(e.itemNo()).map(i -> i.rules().resultName()).orElse(null), issuer.agency());
        return List.of(Draft.of(Kind.DECISION, e.itemNo(), issuer, e.at(), content).sourced(e.decisionNo()));
    }

    static List<Draft> ending(LetterContext s, DepartmentEvent.ItemCancelled e) {
        var cause = e.outcome() == Outcome.WITHDRAWN ? "申请人在作出决定前撤回申请" : "前置事项未通过或者承诺未履行，由牵头部门决定终止办理";
        return List.of(Draft.of(Kind.ENDING, e.itemNo(), s.centre(CaseLetters.window(s.bundle())), e.at(),
                new Content.Ending(cause, List.of(s.item(e.itemNo())), CaseLetters.decided(s), onlyFor(s))));
    }

    /** Materials that no item needs which goes on or was decided: the applicant may have them back. */
    private static List<String> onlyFor(LetterContext s) {
        var ended = s.bundle().items().entrySet().stream().filter(entry -> {
            var end = entry.getValue().end();
            return end != null && (end.outcome() == Outcome.WITHDRAWN || end.outcome() == Outcome.TERMINATED);
        }).map(java.util.Map.Entry::getKey).toList();
        return s.oneThing().materials().stream()
                .filter(m -> ended.containsAll(m.items().isEmpty() ? s.bundle().expected() : m.items()))
                .map(OneThing.Material::name).toList();
    }
}
