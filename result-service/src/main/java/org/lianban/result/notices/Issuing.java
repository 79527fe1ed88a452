package org.lianban.result.notices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.CaseEvent;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.ResultEvent;

/**
 * 发文表: which event issues which notices. The table stands here once; an event that issues none is named too, so that
 * a new event is a question that has to be answered.
 */
public final class Issuing {
    private Issuing() {}

    /** Writes what an event asks for; nothing where this event of the kind asks for no notice. */
    @FunctionalInterface
    private interface Letters {
        List<Draft> of(LetterContext context);
    }

    /** @return null for an event that issues nothing, whatever the case: a step within, or told by another event */
    private static @Nullable Letters letters(CaseEvent event) {
        return switch (event) {
            case IntakeEvent.CorrectionNotified e -> context -> CaseLetters.correction(context, e);
            case IntakeEvent.CaseReceived e -> context -> CaseLetters.receipt(context, e);
            case IntakeEvent.CaseLapsed e -> context -> CaseLetters.lapsed(context, e);
            case ResultEvent.CorrectionAsked e -> context -> ItemLetters.correction(context, e);
            case DepartmentEvent.ItemAccepted e -> context -> ItemLetters.acceptance(context, e);
            case DepartmentEvent.ItemNotAccepted e -> context -> ItemLetters.refusal(context, e);
            case DepartmentEvent.ItemSuspended e -> context -> ItemLetters.special(context, e);
            case DepartmentEvent.ItemExtended e -> context -> ItemLetters.extension(context, e);
            case DepartmentEvent.ItemDecided e -> context -> ItemLetters.decision(context, e);
            case DepartmentEvent.ItemCancelled e -> context -> ItemLetters.ending(context, e);
            case ResultEvent.CaseSettled e -> context -> CaseLetters.withdrawn(context, e);
            case ResultEvent.ResultReceived e -> context -> CaseLetters.collection(context, e);
            case ResultEvent.DeliveryCompleted e -> context -> CaseLetters.delivery(context, e);
            case ResultEvent.SupervisionIssued e -> context -> CaseLetters.order(context, e);
            case IntakeEvent.CaseSubmitted e -> null;
            case IntakeEvent.CaseWithdrawn e -> null;
            case IntakeEvent.MaterialsSupplemented e -> null;
            case IntakeEvent.CommitmentOverdue e -> null;
            case IntakeEvent.OriginalsTransferred e -> null;
            case IntakeEvent.OriginalsReturned e -> null;
            case DispatchEvent.ItemsDispatched e -> null;
            case DispatchEvent.ItemsReleased e -> null;
            case DispatchEvent.ItemsBlocked e -> null;
            case DispatchEvent.ItemsCancelled e -> null;
            case DispatchEvent.ItemReassigned e -> null;
            case DispatchEvent.MaterialsOverdue e -> null;
            case DispatchEvent.JointActivityScheduled e -> null;
            case DispatchEvent.JointActivityConcluded e -> null;
            case DispatchEvent.JointActivityCancelled e -> null;
            case DepartmentEvent.ItemAcknowledged e -> null;
            case DepartmentEvent.CorrectionRequested e -> null;
            case DepartmentEvent.CorrectionSupplied e -> null;
            case DepartmentEvent.PreReviewConcluded e -> null;
            case DepartmentEvent.ItemResumed e -> null;
            case DepartmentEvent.ResultFiled e -> null;
            case DepartmentEvent.JointConclusionGiven e -> null;
            case DepartmentEvent.ItemProgressed e -> null;
            case DepartmentEvent.VerificationUnavailable e -> null;
            case ResultEvent.TimerWarned e -> null;
            case ResultEvent.TimerBreached e -> null;
            case ResultEvent.AcceptanceDeemed e -> null;
            case ResultEvent.DeliveryChosen e -> null;
            case ResultEvent.LicenceIssued e -> null;
            case ResultEvent.CaseArchived e -> null;
            case ResultEvent.SupervisionCleared e -> null;
        };
    }

    /** Whether the event may issue a notice, whatever the case. */
    public static boolean issues(CaseEvent event) {
        return letters(event) != null;
    }

    /**
     * The notices of everything that happened to a case in one transaction, numbered.
     *
     * @param issued numbers that the case's notices have already
     */
    static List<Notice> of(LetterContext context, List<CaseEvent> events, Iterable<String> issued) {
        var drafts = new ArrayList<Draft>();
        for (CaseEvent event : events) {
            var letters = letters(event);
            if (letters != null) {
                drafts.addAll(letters.of(context));
            }
        }
        return numbered(context, gathered(drafts), issued);
    }

    /** Items that ended together for one cause are confirmed on one paper; everything else stays as and where it is. */
    private static List<Draft> gathered(List<Draft> drafts) {
        Map<String, List<Draft>> byCause = new LinkedHashMap<>();
        var others = new ArrayList<Draft>();
        for (Draft draft : drafts) {
            if (draft.content() instanceof Content.Ending ending) {
                byCause.computeIfAbsent(ending.cause(), cause -> new ArrayList<>()).add(draft);
            } else {
                others.add(draft);
            }
        }
        byCause.values().forEach(together -> others.add(together.size() == 1 ? together.getFirst() : one(together)));
        return others;
    }

    private static Draft one(List<Draft> together) {
        var items = new ArrayList<Content.Item>();
        Set<String> decided = new LinkedHashSet<>();
        Set<String> returned = new LinkedHashSet<>();
        for (Draft draft : together) {
            if (draft.content() instanceof Content.Ending ending) {
                items.addAll(ending.items());
                decided.addAll(ending.decided());
                returned.addAll(ending.returned());
            }
        }
        var last = together.getLast();
        var cause = last.content() instanceof Content.Ending ending ? ending.cause() : "";
        return Draft.of(Kind.ENDING, null, last.issuer(), last.at(),
                new Content.Ending(cause, items, List.copyOf(decided), List.copyOf(returned)));
    }

    static List<Notice> numbered(LetterContext context, List<Draft> drafts, Iterable<String> issued) {
        Map<String, Integer> ordinals = new HashMap<>();
        issued.forEach(text -> NoticeNumber.read(text).ifPresent(number -> count(ordinals, number)));
        var notices = new ArrayList<Notice>();
        for (Draft draft : drafts) {
            var stem = NoticeNumber.stem(context.bundle().caseNo(), draft.itemNo(), draft.kind());
            var given = draft.no();
            var no = given != null ? given : stem + (ordinals.getOrDefault(stem, 0) + 1);
            NoticeNumber.read(no).ifPresent(number -> count(ordinals, number));
            notices.add(new Notice(no, draft.kind(), head(context, draft), draft.content()));
        }
        return notices;
    }

    private static void count(Map<String, Integer> ordinals, NoticeNumber number) {
        ordinals.merge(NoticeNumber.stem(number.caseNo(), number.itemNo(), number.kind()), number.ordinal(), Math::max);
    }

    private static Notice.Head head(LetterContext context, Draft draft) {
        var item = draft.itemNo();
        var origin = context.bundle().intake().origin();
        return new Notice.Head(context.bundle().caseNo(), context.oneThing().name(), context.region(), item,
                item == null ? null : context.itemName(item), item != null && context.licence(item), draft.issuer(),
                origin == null ? "" : origin.applicantName(), context.local(draft.at()), draft.sourceNo());
    }
}
