package org.lianban.dispatch.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lianban.contracts.event.DispatchEvent.Block;
import org.lianban.contracts.event.DispatchEvent.CancelReason;
import org.lianban.contracts.event.DispatchEvent.ItemsCancelled;
import org.lianban.contracts.event.DispatchEvent.MaterialsOverdue;
import org.lianban.contracts.event.DispatchEvent.Overdue;
import org.lianban.contracts.event.DispatchEvent.Release;
import org.lianban.contracts.event.DispatchEvent.UpstreamResult;
import org.lianban.contracts.event.JointActivity;
import org.lianban.dispatch.plan.ItemStatus.Blocked;
import org.lianban.dispatch.plan.ItemStatus.Waiting;

/** The only writer of a plan: the state after an event. Replaying a case's events gives its plan. */
public final class PlanApplier {
    private PlanApplier() {}

    public static PlanState apply(PlanState state, List<PlanEvent> events) {
        PlanState after = state;
        for (PlanEvent event : events) {
            after = apply(after, event);
        }
        return after;
    }

    /** @throws IllegalStateException if the event cannot have happened in this state: a bug */
    public static PlanState apply(PlanState state, PlanEvent event) {
        PlanState after = switch (event) {
            case PlanEvent.Dispatched dispatched -> dispatched.plan().heard(state.heard());
            case PlanEvent.Forestalled forestalled -> new PlanState.Forestalled(state.caseNo(), state.heard());
            case PlanEvent.Ended ended -> ended(plan(state), ended.end());
            case PlanEvent.Released released -> released(plan(state), released.announcement().releases());
            case PlanEvent.Supplemented supplemented -> supplemented(plan(state),
                    supplemented.announcement().releases());
            case PlanEvent.SupplementWithheld withheld -> plan(state).with(withheld.itemNo(),
                    item -> item.to(ItemTrigger.SUPPLEMENTED, blocked(item).supplied(withheld.materials())));
            case PlanEvent.Corrected corrected -> corrected(plan(state), corrected.announcement().releases());
            case PlanEvent.BecameOverdue overdue -> overdue(plan(state), overdue.announcement());
            case PlanEvent.Blocked blocked -> blocked(plan(state), blocked.announcement().blocks());
            case PlanEvent.Continued continued -> continued(plan(state), continued.itemNo());
            case PlanEvent.Cancelled cancelled -> cancelled(plan(state), cancelled.announcement());
            case PlanEvent.Reassigned reassigned -> plan(state).with(reassigned.announcement().itemNo(),
                    item -> item.handledBy(reassigned.announcement().to()));
            case PlanEvent.ActivityScheduled scheduled -> scheduled(plan(state), scheduled.announcement().activity());
            case PlanEvent.ConclusionGiven given -> plan(state).withActivity(given.activity(),
                    joint -> joint.with(given.conclusion()));
            case PlanEvent.ActivityConcluded concluded -> plan(state)
                    .withActivity(concluded.announcement().activityId(), Joint::concluded);
            case PlanEvent.ActivityCancelled cancelled -> plan(state).withActivity(
                    cancelled.announcement().activityId(), joint -> joint.cancelled(cancelled.announcement().reason()));
        };
        if (!(after instanceof CasePlan plan)) {
            return after;
        }
        CasePlan lighter = plan.withoutUnneededPayloads();
        return event.announcement() == null ? lighter : lighter.announcedOneMore();
    }

    private static CasePlan plan(PlanState state) {
        if (state instanceof CasePlan plan) {
            return plan;
        }
        throw new IllegalStateException("Case " + state.caseNo() + " has no plan yet");
    }

    private static CasePlan ended(CasePlan plan, PlanCommand.ItemEnd end) {
        CasePlan after = plan.with(end.itemNo(), item -> item.to(ItemTrigger.ENDED,
                new ItemStatus.Ended(end.outcome(), end.decisionNo(), end.result(), end.at())));
        if (!end.outcome().satisfiesDependents()) {
            return after;
        }
        for (PlannedItem dependant : plan.dependantsOf(end.itemNo())) {
            if (dependant.status() instanceof Blocked blocked) {
                after = after.with(dependant.no(),
                        item -> item.to(ItemTrigger.WITHHELD, blocked.withhold(end.itemNo())));
            }
        }
        return after;
    }

    private static CasePlan released(CasePlan plan, List<Release> releases) {
        CasePlan after = plan;
        for (Release release : releases) {
            Set<String> upstream = release.upstream().stream().map(UpstreamResult::itemNo).collect(Collectors.toSet());
            after = after.with(release.itemNo(), item -> item.to(ItemTrigger.RELEASED, released(item, upstream)));
        }
        return after;
    }

    private static ItemStatus released(PlannedItem item, Set<String> upstream) {
        return item.status() instanceof Waiting waiting ? waiting.released(upstream) : new ItemStatus.Ready();
    }

    private static CasePlan supplemented(CasePlan plan, List<Release> releases) {
        CasePlan after = plan;
        for (Release release : releases) {
            after = after.with(release.itemNo(), item -> item.to(ItemTrigger.SUPPLEMENTED,
                    item.status() instanceof Waiting waiting
                            ? waiting.supplied(Tolerance.codes(release.supplements()))
                            : blocked(item).supplied(release.supplements()).continued()));
        }
        return after;
    }

    private static CasePlan corrected(CasePlan plan, List<Release> releases) {
        CasePlan after = plan;
        for (Release release : releases) {
            after = after.with(release.itemNo(), item -> item.to(ItemTrigger.CORRECTED, item.status()));
        }
        return after;
    }

    private static CasePlan overdue(CasePlan plan, MaterialsOverdue announced) {
        CasePlan after = plan;
        for (Overdue overdue : announced.overdue()) {
            after = after.with(overdue.itemNo(), item -> item.to(ItemTrigger.OVERDUE,
                    item.status() instanceof Waiting waiting
                            ? waiting.overdue(overdue.material(), announced.overdueAt())
                            : blocked(item).overdue(overdue.material(), announced.overdueAt())));
        }
        return after;
    }

    private static Blocked blocked(PlannedItem item) {
        if (item.status() instanceof Blocked blocked) {
            return blocked;
        }
        throw new IllegalStateException("Item " + item.no() + " is not blocked but " + item.status().stage());
    }

    private static CasePlan scheduled(CasePlan plan, JointActivity activity) {
        return plan.with(plan.activity(activity.id()).map(joint -> joint.arrangedAnew(activity))
                .orElseGet(() -> Joint.scheduled(activity)));
    }

    private static CasePlan blocked(CasePlan plan, List<Block> blocks) {
        CasePlan after = plan;
        for (Block block : blocks) {
            after = after.with(block.itemNo(),
                    item -> item.to(ItemTrigger.PREREQUISITE_FAILED, failed(item.status(), block.prerequisite())));
        }
        return after;
    }

    private static ItemStatus failed(ItemStatus status, String prerequisite) {
        return switch (status) {
            case Waiting waiting -> waiting.failed(prerequisite);
            case Blocked blocked -> blocked.failed(prerequisite);
            case ItemStatus.Ready ready ->
                throw new IllegalStateException("Every prerequisite had been satisfied: " + prerequisite);
            case ItemStatus.Cancelling cancelling -> cancelling;
            case ItemStatus.Ended ended -> ended;
        };
    }

    private static CasePlan continued(CasePlan plan, String itemNo) {
        return plan.with(itemNo, item -> item.status() instanceof Blocked blocked
                ? item.to(ItemTrigger.CONTINUED, blocked.continued()).lettingGo(blocked.failed(), late(blocked))
                : item.to(ItemTrigger.CONTINUED, item.status()));
    }

    private static Set<String> late(Blocked blocked) {
        return Numbers.with(blocked.materials().overdue().keySet(), Tolerance.codes(blocked.materials().supplied()));
    }

    private static CasePlan cancelled(CasePlan plan, ItemsCancelled cancelled) {
        ItemTrigger trigger = cancelled.reason() == CancelReason.WITHDRAWN
                ? ItemTrigger.WITHDRAWN
                : ItemTrigger.TERMINATED;
        CasePlan after = plan.withEpoch(cancelled.epoch());
        for (String no : cancelled.items()) {
            after = after.with(no, item -> item.to(trigger, new ItemStatus.Cancelling(cancelled.reason())));
        }
        return after;
    }
}
