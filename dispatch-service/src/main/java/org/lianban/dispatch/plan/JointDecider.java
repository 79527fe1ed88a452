package org.lianban.dispatch.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.DispatchEvent.Conclusion;
import org.lianban.contracts.event.DispatchEvent.JointActivityCancelled;
import org.lianban.contracts.event.DispatchEvent.JointActivityConcluded;
import org.lianban.contracts.event.DispatchEvent.JointActivityScheduled;
import org.lianban.contracts.event.JointActivity.Participant;
import org.lianban.contracts.event.JointActivity;
import org.lianban.dispatch.plan.ItemStatus.Cancelling;
import org.lianban.dispatch.plan.ItemStatus.Ended;
import org.lianban.dispatch.plan.ItemStatus.Open;
import org.lianban.dispatch.plan.PlanCommand.Arrange;
import org.lianban.dispatch.plan.PlanCommand.Arrangement;
import org.lianban.dispatch.plan.PlanCommand.CancelActivity;
import org.lianban.dispatch.plan.PlanCommand.Conclude;
import org.lianban.dispatch.plan.PlanCommand.Rearrange;

/**
 * 联合评审、联合勘验、联合验收: the lead department arranges, every participating department concludes for itself, and all
 * of them share one record. An item that ends by the way no longer has to conclude.
 */
final class JointDecider {
    /** Of one case, whatever became of them. */
    static final int MAX_ACTIVITIES = 20;
    private static final String EVERYBODY_ENDED = "参加事项均已办结";

    private JointDecider() {}

    static Decision arrange(CasePlan plan, Arrange command, Instant now) {
        Arrangement what = command.what();
        List<Rejection> faults = new ArrayList<>();
        List<Participant> participants = new ArrayList<>();
        for (String no : Numbers.sorted(what.items())) {
            PlannedItem item = plan.find(no);
            if (item == null) {
                faults.add(Rejection.unknownItem(no));
                continue;
            }
            switch (item.status()) {
                case Open open -> participants.add(new Participant(no, item.department()));
                case Cancelling cancelling -> faults.add(Rejection.alreadyCancelled(no));
                case Ended ended -> faults.add(Rejection.alreadyEnded(no));
            }
        }
        if (what.items().stream().distinct().count() < 2) {
            faults.add(new Rejection(Rejection.Kind.TOO_FEW_ITEMS, "联合活动至少有两个事项参加。"));
        }
        if (what.items().stream().distinct().count() < what.items().size()) {
            faults.add(new Rejection(Rejection.Kind.NAMED_TWICE, "同一事项只能列一次。"));
        }
        past(what.at(), now, faults);
        if (plan.activities().size() >= MAX_ACTIVITIES) {
            faults.add(new Rejection(Rejection.Kind.TOO_MANY_ACTIVITIES,
                    "一个办件最多安排 " + MAX_ACTIVITIES + " 次联合活动。"));
        }
        if (!faults.isEmpty()) {
            return new Decision.Rejected(faults);
        }
        String id = plan.caseNo() + "-J" + (plan.activities().size() + 1);
        String organiser = command.by() == null ? plan.lead() : command.by();
        return scheduled(plan, new JointActivity(id, what.kind(), organiser, List.copyOf(participants), what.at(),
                what.place(), what.note()), now);
    }

    static Decision rearrange(CasePlan plan, Rearrange command, Instant now) {
        List<Rejection> faults = new ArrayList<>();
        Joint joint = open(plan, command.activity(), faults);
        past(command.at(), now, faults);
        if (joint == null || !faults.isEmpty()) {
            return new Decision.Rejected(faults);
        }
        JointActivity was = joint.activity();
        JointActivity changed = new JointActivity(was.id(), was.kind(), was.organiser(), was.participants(),
                command.at(), command.place(), command.note());
        return changed.equals(was) ? new Decision.Repeated() : scheduled(plan, changed, now);
    }

    private static Decision scheduled(CasePlan plan, JointActivity activity, Instant now) {
        return Decision.accepted(new PlanEvent.ActivityScheduled(
                new JointActivityScheduled(plan.caseNo(), plan.epoch(), activity, now)));
    }

    static Decision cancel(CasePlan plan, CancelActivity command, Instant now) {
        List<Rejection> faults = new ArrayList<>();
        Joint known = plan.activity(command.activity()).orElse(null);
        if (known != null && known.state() == Joint.State.CANCELLED) {
            return new Decision.Repeated();
        }
        Joint joint = open(plan, command.activity(), faults);
        return joint == null
                ? new Decision.Rejected(faults)
                : Decision.accepted(cancelled(plan, joint, command.reason(), now));
    }

    private static PlanEvent cancelled(CasePlan plan, Joint joint, String reason, Instant now) {
        return new PlanEvent.ActivityCancelled(new JointActivityCancelled(plan.caseNo(), plan.epoch(), joint.id(),
                joint.items(), reason, now));
    }

    private static @Nullable Joint open(CasePlan plan, String id, List<Rejection> faults) {
        Joint joint = plan.activity(id).orElse(null);
        if (joint == null) {
            faults.add(Rejection.unknownActivity(id));
            return null;
        }
        if (!joint.open()) {
            faults.add(Rejection.activityOver(id));
            return null;
        }
        return joint;
    }

    private static void past(Instant at, Instant now, List<Rejection> faults) {
        if (!at.isAfter(now)) {
            faults.add(new Rejection(Rejection.Kind.IN_THE_PAST, "联合活动的时间须晚于现在。"));
        }
    }

    static Decision conclude(CasePlan plan, Conclude command, Instant now) {
        Conclusion said = command.conclusion();
        Joint joint = plan.activity(command.activity()).orElse(null);
        if (joint == null) {
            return Decision.rejected(Rejection.unknownActivity(command.activity()));
        }
        if (!joint.concerns(said.itemNo())) {
            return Decision.rejected(Rejection.Kind.NOT_A_PARTICIPANT, "事项 " + said.itemNo() + " 不参加此联合活动。");
        }
        if (!joint.open() || joint.concludedBy(said.itemNo())) {
            return Decision.rejected(Rejection.activityOver(joint.id()));
        }
        PlanEvent given = new PlanEvent.ConclusionGiven(joint.id(), said);
        List<PlanEvent> events = new ArrayList<>(List.of(given));
        events.addAll(settle((CasePlan) PlanApplier.apply(plan, given), now));
        return new Decision.Accepted(events, List.of());
    }

    /** Closes every activity nobody is awaited for any more. */
    static List<PlanEvent> settle(CasePlan plan, Instant now) {
        List<PlanEvent> events = new ArrayList<>(0);
        for (Joint joint : plan.activities()) {
            if (joint.open() && joint.items().stream().allMatch(no -> joint.concludedBy(no) || ended(plan, no))) {
                events.add(joint.conclusions().isEmpty()
                        ? cancelled(plan, joint, EVERYBODY_ENDED, now)
                        : new PlanEvent.ActivityConcluded(new JointActivityConcluded(plan.caseNo(), plan.epoch(),
                                joint.id(), joint.conclusions().stream().allMatch(Conclusion::passed),
                                joint.conclusions(), now)));
            }
        }
        return events;
    }

    private static boolean ended(CasePlan plan, String no) {
        return plan.item(no).map(PlannedItem::status).orElse(null) instanceof Ended;
    }
}
