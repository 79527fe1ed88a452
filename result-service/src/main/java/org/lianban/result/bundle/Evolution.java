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
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.JointActivity;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.result.bundle.Bundle.Intake;
import org.lianban.text.Characters;

/**
 * How events become facts. Total: no event is refused here, and none but its own topic writes a fact. This service's own
 * decisions are facts too: what was published is not published again.
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

    public static Bundle apply(Bundle b, IntakeEvent event) {
        var intake = b.intake();
        return switch (event) {
            case IntakeEvent.CaseSubmitted e -> submitted(b, e);
            case IntakeEvent.CorrectionNotified e -> {
                var due = msOrNull(e.dueAt());
                yield b.with(new Intake(intake.origin(), intake.round(), intake.handedInAt(), ms(e.notifiedAt()),
                        intake.receipt(), intake.withdrawals(),
                        intake.more().with(due == null ? null : new Bundle.CorrectionTerm(due, e.mayLapse()))));
            }
            case IntakeEvent.CaseReceived e -> received(b, e);
            case IntakeEvent.MaterialsSupplemented e -> b.with(supplemented(intake, e));
            case IntakeEvent.CommitmentOverdue e -> b.with(intake.more().withOwed(intake.more().owed().stream()
                    .map(owed -> owed.material().equals(e.material()) ? owed.overdue(ms(e.at())) : owed).toList()));
            case IntakeEvent.CaseLapsed e -> b.with(intake.more().lapsed(ms(e.at())));
            case IntakeEvent.OriginalsTransferred e ->
                b.with(moved(intake, new Bundle.Originals(false, e.materials(), e.receiver(), ms(e.at()))));
            case IntakeEvent.OriginalsReturned e ->
                b.with(moved(intake, new Bundle.Originals(true, e.materials(), e.receiver(), ms(e.at()))));
            case IntakeEvent.CaseWithdrawn e -> {
                var withdrawals = new ArrayList<>(intake.withdrawals());
                withdrawals.add(new Bundle.Withdrawal(ms(e.withdrawnAt()), e.items()));
                yield b.with(new Intake(intake.origin(), intake.round(), intake.handedInAt(), intake.correctedAt(),
                        intake.receipt(), withdrawals, intake.more()));
            }
        };
    }

    private static Bundle submitted(Bundle b, IntakeEvent.CaseSubmitted e) {
        var intake = b.intake();
        var origin = new Bundle.Origin(e.channel(), e.window(), e.applicantName(), e.provinceNo(), e.test(),
                e.priority());
        return b.filed(e.region(), e.oneThing(), e.catalogHash())
                .with(new Intake(origin, e.round(), ms(e.handedInAt()), null, intake.receipt(), intake.withdrawals(),
                        closed(intake, e.round())))
                .with(forRound(b, e.round()));
    }

    /** A resubmission closes the round before it. */
    private static Bundle.IntakeMore closed(Intake intake, int round) {
        Instant handedIn = intake.handedInAt();
        Instant corrected = intake.correctedAt();
        if (round == intake.round() || handedIn == null || corrected == null) {
            return intake.more();
        }
        var past = new ArrayList<>(intake.more().past());
        var term = intake.more().term();
        past.add(new Bundle.Round(handedIn, corrected, term == null ? null : term.dueAt()));
        return intake.more().withPast(past);
    }

    /** A resubmission starts the clocks of intake anew. */
    private static Bundle.Book forRound(Bundle b, int round) {
        return round == b.intake().round() ? b.book() : b.book().spoke(spoken -> Spoken.NONE);
    }

    private static Bundle received(Bundle b, IntakeEvent.CaseReceived e) {
        var intake = b.intake();
        var owed = e.said().commitments().stream().map(c -> new Bundle.Owed(c.material(), c.type(), ms(c.signedAt()),
                msOrNull(c.dueAt()), c.items(), null, null, Spoken.NONE)).toList();
        return b.filed(e.region(), e.oneThing(), e.catalogHash())
                .with(new Intake(intake.origin(), intake.round(), ms(e.handedInAt()), intake.correctedAt(),
                        new Bundle.Receipt(e.receiptNo(), ms(e.receivedAt()), e.said().test()), intake.withdrawals(),
                        owed.isEmpty() ? intake.more() : intake.more().withOwed(owed)));
    }

    private static Bundle.IntakeMore supplemented(Intake intake, IntakeEvent.MaterialsSupplemented e) {
        var at = ms(e.at());
        var codes = e.materials().stream().map(MaterialRef::code).toList();
        List<Bundle.Owed> owed = e.purpose() != SupplementPurpose.TOLERANCE
                ? intake.more().owed()
                : intake.more().owed().stream().map(o -> codes.contains(o.material()) ? o.supplied(at) : o).toList();
        var supplements = new ArrayList<>(intake.more().supplements());
        supplements.add(new Bundle.Supplement(e.purpose(), e.items(), codes, at));
        return intake.more().with(owed, supplements);
    }

    private static Bundle.IntakeMore moved(Intake intake, Bundle.Originals originals) {
        var moves = new ArrayList<>(intake.more().originals());
        moves.add(originals);
        return intake.more().moved(moves);
    }

    public static Bundle apply(Bundle b, ResultEvent event) {
        return switch (event) {
            case ResultEvent.CaseSettled e ->
                b.with(b.book().settled(new Bundle.Settlement(e.outcome(), ms(e.settledAt()))));
            case ResultEvent.TimerWarned e ->
                spoke(b, e.timer(), e.itemNo(), e.detail(), spoken -> spoken.warn(e.timer()));
            case ResultEvent.TimerBreached e ->
                spoke(b, e.timer(), e.itemNo(), e.detail(), spoken -> spoken.breach(e.timer()));
            case ResultEvent.AcceptanceDeemed e -> item(b, e.itemNo(),
                    item -> item.with(item.marks().with(Spoken::deem)));
            case ResultEvent.CorrectionAsked e -> item(b, e.itemNo(), item -> item.with(
                    item.course().notified(new Course.Notice(e.noticeNo(), ms(e.at()), msOrNull(e.dueAt())))));
            case ResultEvent.DeliveryChosen e ->
                b.with(b.outlet().with(new Outlet.Chosen(e.choice(), e.way(), ms(e.at()))));
            case ResultEvent.ResultReceived e -> item(b, e.itemNo(),
                    item -> item.with(item.handout().received(ms(e.at()), e.window())));
            case ResultEvent.DeliveryCompleted e -> each(b, e.items(), no -> no, (item, no) -> item
                    .with(item.handout().with(new Item.Handout.Delivered(ms(e.at()), e.way(), e.proof()))));
            case ResultEvent.LicenceIssued e -> item(b, e.itemNo(), item -> item.with(item.handout()
                    .with(new Item.Handout.Licence(e.licenceId(), e.name(), e.validUntil(), ms(e.at())))));
            case ResultEvent.CaseArchived e -> b.with(b.outlet().with(new Outlet.Archived(ms(e.at()), e.digest())));
            case ResultEvent.SupervisionIssued e -> b.with(b.outlet().issued(new Outlet.Order(e.orderId(),
                    e.itemNo(), e.level(), e.department(), e.rule(), msOrNull(e.replyDue()), ms(e.at()))));
            case ResultEvent.SupervisionCleared e -> b.with(b.outlet().cleared(e.orderId()));
        };
    }

    /** A clock of a commitment is marked with the commitment, since a case may owe several materials. */
    private static Bundle spoke(Bundle b, ResultEvent.Timer timer, @Nullable String itemNo, @Nullable String detail,
            UnaryOperator<Spoken> change) {
        if (timer == ResultEvent.Timer.TOLERANCE) {
            return b.with(b.intake().more().withOwed(b.intake().more().owed().stream()
                    .map(owed -> owed.material().equals(detail) ? owed.spoke(change) : owed).toList()));
        }
        if (itemNo != null) {
            return item(b, itemNo, item -> item.with(item.marks().with(change)));
        }
        return b.with(b.book().spoke(change));
    }
}
