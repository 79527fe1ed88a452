package org.lianban.result.notices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
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
    /** @param write nothing where this event of the kind asks for no notice */
    record Rule<E extends CaseEvent>(Class<E> event, Kind kind, BiFunction<Scene, E, List<Draft>> write) {
        List<Draft> of(Scene scene, CaseEvent heard) {
            return event.isInstance(heard) ? write.apply(scene, event.cast(heard)) : List.of();
        }
    }

    static final List<Rule<?>> TABLE = List.of(
            new Rule<>(IntakeEvent.CorrectionNotified.class, Kind.CORRECTION, CaseLetters::correction),
            new Rule<>(IntakeEvent.CaseReceived.class, Kind.RECEIPT, CaseLetters::receipt),
            new Rule<>(IntakeEvent.CaseReceived.class, Kind.TOLERANCE, CaseLetters::tolerance),
            new Rule<>(IntakeEvent.CaseLapsed.class, Kind.ENDING, CaseLetters::lapsed),
            new Rule<>(ResultEvent.CorrectionAsked.class, Kind.CORRECTION, ItemLetters::correction),
            new Rule<>(DepartmentEvent.ItemAccepted.class, Kind.ACCEPTANCE, ItemLetters::acceptance),
            new Rule<>(DepartmentEvent.ItemNotAccepted.class, Kind.REFUSAL, ItemLetters::refusal),
            new Rule<>(DepartmentEvent.ItemSuspended.class, Kind.SPECIAL, ItemLetters::special),
            new Rule<>(DepartmentEvent.ItemExtended.class, Kind.EXTENSION, ItemLetters::extension),
            new Rule<>(DepartmentEvent.ItemDecided.class, Kind.DECISION, ItemLetters::decision),
            new Rule<>(DepartmentEvent.ItemCancelled.class, Kind.ENDING, ItemLetters::ending),
            new Rule<>(ResultEvent.CaseSettled.class, Kind.ENDING, CaseLetters::withdrawn),
            new Rule<>(ResultEvent.ResultReceived.class, Kind.COLLECTION, CaseLetters::collection),
            new Rule<>(ResultEvent.DeliveryCompleted.class, Kind.DELIVERY, CaseLetters::delivery),
            new Rule<>(ResultEvent.SupervisionIssued.class, Kind.ORDER, CaseLetters::order));

    /** Events that issue nothing: steps within, or told by another event. */
    static final Set<Class<? extends CaseEvent>> SILENT = Set.of(IntakeEvent.CaseSubmitted.class,
            IntakeEvent.CaseWithdrawn.class,
            IntakeEvent.MaterialsSupplemented.class, IntakeEvent.CommitmentOverdue.class,
            IntakeEvent.OriginalsTransferred.class, IntakeEvent.OriginalsReturned.class,
            DispatchEvent.ItemsDispatched.class, DispatchEvent.ItemsReleased.class, DispatchEvent.ItemsBlocked.class,
            DispatchEvent.ItemsCancelled.class, DispatchEvent.ItemReassigned.class,
            DispatchEvent.MaterialsOverdue.class, DispatchEvent.JointActivityScheduled.class,
            DispatchEvent.JointActivityConcluded.class, DispatchEvent.JointActivityCancelled.class,
            DepartmentEvent.ItemAcknowledged.class, DepartmentEvent.CorrectionRequested.class,
            DepartmentEvent.CorrectionSupplied.class, DepartmentEvent.PreReviewConcluded.class,
            DepartmentEvent.ItemResumed.class, DepartmentEvent.ResultFiled.class,
            DepartmentEvent.JointConclusionGiven.class, DepartmentEvent.ItemProgressed.class,
            DepartmentEvent.VerificationUnavailable.class, ResultEvent.TimerWarned.class,
            ResultEvent.TimerBreached.class, ResultEvent.AcceptanceDeemed.class, ResultEvent.DeliveryChosen.class,
            ResultEvent.LicenceIssued.class, ResultEvent.CaseArchived.class, ResultEvent.SupervisionCleared.class);

    private Issuing() {}

    /** Whether the event may issue a notice, whatever the case. */
    public static boolean issues(CaseEvent event) {
        return !SILENT.contains(event.getClass());
    }

    /**
     * The notices of everything that happened to a case in one transaction, numbered.
     *
     * @param issued numbers that the case's notices have already
     */
    public static List<Notice> of(Scene scene, List<? extends CaseEvent> events, Iterable<String> issued) {
        var drafts = new ArrayList<Draft>();
        for (CaseEvent event : events) {
            TABLE.forEach(rule -> drafts.addAll(rule.of(scene, event)));
        }
        return numbered(scene, Endings.gathered(drafts), issued);
    }

    static List<Notice> numbered(Scene scene, List<Draft> drafts, Iterable<String> issued) {
        Map<String, Integer> ordinals = new HashMap<>();
        issued.forEach(text -> Number.read(text).ifPresent(number -> count(ordinals, number)));
        var notices = new ArrayList<Notice>();
        for (Draft draft : drafts) {
            var stem = Number.stem(scene.bundle().caseNo(), draft.itemNo(), draft.kind());
            var given = draft.no();
            var no = given != null ? given : stem + (ordinals.getOrDefault(stem, 0) + 1);
            Number.read(no).ifPresent(number -> count(ordinals, number));
            notices.add(new Notice(no, draft.kind(), head(scene, draft), draft.content()));
        }
        return notices;
    }

    private static void count(Map<String, Integer> ordinals, Number number) {
        ordinals.merge(Number.stem(number.caseNo(), number.itemNo(), number.kind()), number.ordinal(), Math::max);
    }

    private static Notice.Head head(Scene scene, Draft draft) {
        var item = draft.itemNo();
        var origin = scene.bundle().intake().origin();
        return new Notice.Head(scene.bundle().caseNo(), scene.oneThing().name(), scene.region(), item,
                item == null ? null : scene.itemName(item), item != null && scene.licence(item), draft.issuer(),
                origin == null ? "" : origin.applicantName(), scene.local(draft.at()), draft.sourceNo());
    }
}
