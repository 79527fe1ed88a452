package org.lianban.result.bundle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.JointActivity;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.text.Characters;

/**
 * How the events of dispatcher and departments become facts. Total: no event is refused here, and none but its own topic
 * writes a fact.
 */
public final class Evolution {
    /** Longest progress note that is kept, in characters. */
    static final int MAX_NOTE = 200;

    private Evolution() {}

    public static Bundle apply(Bundle b, DispatchEvent event) {
        return switch (event) {
            case DispatchEvent.ItemsDispatched e -> dispatched(b, e);
            case DispatchEvent.ItemsReleased e -> each(b, e.releases(), DispatchEvent.Release::itemNo,
                    (item, release) -> item.with(released(item.gate(), release, ms(e.releasedAt()))));
            case DispatchEvent.ItemsBlocked e -> each(b, e.blocks(), DispatchEvent.Block::itemNo,
                    (item, block) -> blocked(item, block.prerequisite(), ms(e.blockedAt())));
            case DispatchEvent.MaterialsOverdue e -> each(b, e.overdue(), DispatchEvent.Overdue::itemNo,
                    (item, overdue) -> overdue(item, overdue.material(), ms(e.overdueAt())));
            case DispatchEvent.ItemsCancelled e -> each(b, e.items(), no -> no,
                    (item, no) -> item.with(item.gate().cancelled(ms(e.cancelledAt()))));
            case DispatchEvent.ItemReassigned e -> item(b, e.itemNo(), item -> item.task() == null
                    ? item
                    : item.with(item.task().reassigned(e.to(), ms(e.reassignedAt()))));
            case DispatchEvent.JointActivityScheduled e -> scheduled(b, e.activity(), ms(e.scheduledAt()));
            case DispatchEvent.JointActivityConcluded e -> joint(b, e.activityId(), new Bundle.Joint.Ended(
                    ms(e.concludedAt()), e.passed(), e.conclusions().stream().filter(c -> !c.passed())
                            .map(DispatchEvent.Conclusion::itemNo).toList()));
            case DispatchEvent.JointActivityCancelled e ->
                joint(b, e.activityId(), new Bundle.Joint.Ended(ms(e.cancelledAt()), null, List.of()));
        };
    }

    public static Bundle apply(Bundle b, DepartmentEvent event) {
        var at = ms(event.at());
        return item(b, event.itemNo(), item -> switch (event) {
            case DepartmentEvent.ItemAcknowledged e -> item.with(item.handling().acknowledged(at));
            case DepartmentEvent.ItemAccepted e -> item.with(
                    item.handling().with(new Item.Acceptance(at, ms(e.effectiveAt()), e.deemed(), e.window())));
            case DepartmentEvent.ItemNotAccepted e -> item.ended(Outcome.NOT_ACCEPTED, at, null);
            case DepartmentEvent.CorrectionRequested e ->
                item.with(item.course().with(new Course.Correction(at, e.defects().size(), null, null)));
            // 补正到齐: what was said of the silence before does not count for the silence after.
            case DepartmentEvent.CorrectionSupplied e -> item.with(item.course().supplied(at)).with(item.marks()
                    .with(spoken -> spoken.without(Timer.STATUTORY_NOTICE, Timer.ACCEPTANCE).undeemed()));
            case DepartmentEvent.PreReviewConcluded e ->
                item.with(item.handling().with(new Item.PreReview(at, e.passed())));
            case DepartmentEvent.ItemSuspended e -> item.suspended(
                    new Item.Pause(at, null, e.procedure(), e.pausesPromise(), e.pausesStatutory(), e.key(), e.limit()))
                    .with(item.marks().with(spoken -> spoken.without(Timer.SPECIAL_PROCEDURE)));
            case DepartmentEvent.ItemResumed e -> item.resumed(at);
            case DepartmentEvent.ItemExtended e ->
                item.with(item.course().with(new Course.Extension(at, e.workingDays(), e.approverRole())))
                        .with(item.marks().with(spoken -> spoken.without(Timer.PROMISE, Timer.STATUTORY)));
            case DepartmentEvent.ResultFiled e ->
                item.with(item.course().with(new Course.Filed(at, e.physical(), e.certificateNo())));
            case DepartmentEvent.JointConclusionGiven e ->
                item.with(item.course().with(new Course.Conclusion(e.activityId(), e.passed(), at)));
            case DepartmentEvent.ItemProgressed e ->
                item.with(item.handling().with(new Item.Note(at, Characters.cut(e.note(), MAX_NOTE))))
                        .with(item.marks().with(spoken -> spoken.without(Timer.PROGRESS)));
            case DepartmentEvent.VerificationUnavailable e -> item.with(item.handling().unavailable(at));
            case DepartmentEvent.ItemDecided e -> item.ended(e.outcome(), at, e.decisionNo());
            case DepartmentEvent.ItemCancelled e -> item.ended(e.outcome(), at, null);
        });
    }

    private static Bundle dispatched(Bundle b, DispatchEvent.ItemsDispatched e) {
        var filed = b.filed(e.region(), e.oneThing(), e.catalogHash());
        var intake = filed.intake();
        // The dispatcher repeats when the application was handed in, so that its clock stands without intake's word.
        var known = intake.handedInAt() != null
                ? intake
                : new Bundle.Intake(intake.origin(), intake.round(), ms(e.handedInAt()), intake.correctedAt(),
                        intake.receipt(), intake.withdrawals(), intake.more());
        return filed.with(known).with(new Bundle.Frozen(ms(e.dispatchedAt()), ms(e.receivedAt()), e.skipped()))
                .withItems(each(b, e.tasks(), DispatchEvent.Task::itemNo,
                        (item, task) -> item.with(new Item.Task(task.kind(),
                                task.department(), task.others(), task.hard(), task.owed(), List.of())))
                        .items());
    }

    /** Changes the items that a list speaks of. */
    static <T> Bundle each(Bundle b, List<T> all, Function<T, String> no, BiFunction<Item, T, Item> change) {
        var items = new TreeMap<>(b.items());
        all.forEach(one -> items.put(no.apply(one), change.apply(items.getOrDefault(no.apply(one), Item.EMPTY), one)));
        return b.withItems(items);
    }

    /**
     * Whatever blocked an item is withheld from it until the lead lets it go on, so a release to a blocked item settles
     * all of it; only one that hands on what a department had asked for is about something else. The first word that it
     * may be decided stands: results that are merely of use come later.
     */
    private static Item.Gate released(Item.Gate gate, DispatchEvent.Release release, Instant at) {
        return release.purpose() == SupplementPurpose.CORRECTION
                ? gate
                : gate.relieved(release.mayDecide(), List.of(), List.of(), at);
    }

    private static Item blocked(Item item, String prerequisite, Instant at) {
        var gate = item.gate();
        return item.with(gate.blocked(with(gate.blockedBy(), prerequisite), gate.overdue(), at));
    }

    private static Item overdue(Item item, String material, Instant at) {
        var gate = item.gate();
        return item.with(gate.blocked(gate.blockedBy(), with(gate.overdue(), material), at));
    }

    private static List<String> with(List<String> known, String added) {
        if (known.contains(added)) {
            return known;
        }
        var all = new ArrayList<>(known);
        all.add(added);
        return all;
    }

    /** Arranged anew, an activity takes the place of what was said of it before. */
    private static Bundle scheduled(Bundle b, JointActivity activity, Instant at) {
        var joints = new ArrayList<>(b.joints());
        joints.removeIf(joint -> joint.id().equals(activity.id()));
        joints.add(new Bundle.Joint(activity.id(), activity.kind(), activity.organiser(),
                activity.participants().stream().map(JointActivity.Participant::itemNo).toList(), ms(activity.at()),
                activity.place(), at, null));
        return b.withJoints(joints);
    }

    private static Bundle joint(Bundle b, String id, Bundle.Joint.Ended ended) {
        return b.withJoints(
                b.joints().stream().map(joint -> joint.id().equals(id) ? joint.ended(ended) : joint).toList());
    }

    static Bundle item(Bundle b, String no, UnaryOperator<Item> change) {
        return b.withItem(no, change.apply(b.item(no)));
    }

    static Instant ms(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    static @Nullable Instant msOrNull(@Nullable Instant instant) {
        return instant == null ? null : ms(instant);
    }
}
