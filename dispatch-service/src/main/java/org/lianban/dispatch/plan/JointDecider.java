package org.lianban.dispatch.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.contracts.event.DispatchEvent.Conclusion;
import org.lianban.contracts.event.DispatchEvent.JointActivityCancelled;
import org.lianban.contracts.event.DispatchEvent.JointActivityConcluded;
import org.lianban.contracts.event.DispatchEvent.JointActivityScheduled;
import org.lianban.contracts.event.JointActivity;

/**
 * 联合评审、联合勘验、联合验收: the lead department arranges, every participating department concludes for itself, and all
 * of them share one record. An item that ends by the way no longer has to conclude.
 */
final class JointDecider {
    /** Of one case, whatever became of them. */
    static final int MAX_ACTIVITIES = 20;
    private static final String EVERYBODY_ENDED = "参加事项均已办结";

    private JointDecider() {}

    static Decision<PlanEvent> arrange(CasePlan plan, PlanCommand.Arrange command, Instant now) {
        PlanCommand.Arrangement what = command.what();
        List<Refusal> faults = new ArrayList<>();
        List<JointActivity.Participant> participants = new ArrayList<>();
        for (String no : Numbers.sorted(what.items())) {
            PlannedItem item = plan.find(no);
            if (item == null) {
                faults.add(PlanRefusal.UNKNOWN_ITEM.of(no));
                continue;
            }
            switch (item.status()) {
                case ItemStatus.Open open -> participants.add(new JointActivity.Participant(no, item.department()));
                case ItemStatus.Cancelling cancelling -> faults.add(PlanRefusal.ALREADY_CANCELLED.of(no));
                case ItemStatus.Ended ended -> faults.add(PlanRefusal.ALREADY_ENDED.of(no));
            }
        }
        if (what.items().stream().distinct().count() < 2) {
            faults.add(PlanRefusal.TOO_FEW_ITEMS.of());
        }
        if (what.items().stream().distinct().count() < what.items().size()) {
            faults.add(PlanRefusal.NAMED_TWICE.of());
        }
        past(what.at(), now, faults);
        if (plan.activities().size() >= MAX_ACTIVITIES) {
            faults.add(PlanRefusal.TOO_MANY_ACTIVITIES.of(MAX_ACTIVITIES));
        }
        if (!faults.isEmpty()) {
            return Decision.refused(PlanRefusal.all(faults));
        }
        String id = plan.caseNo() + "-J" + (plan.activities().size() + 1);
        String organiser = command.by() == null ? plan.lead() : command.by();
        return scheduled(plan, new JointActivity(id, what.kind(), organiser, List.copyOf(participants), what.at(),
                what.place(), what.note()), now);
    }

    static Decision<PlanEvent> rearrange(CasePlan plan, PlanCommand.Rearrange command, Instant now) {
        List<Refusal> faults = new ArrayList<>();
        Joint joint = open(plan, command.activity(), faults);
        past(command.at(), now, faults);
        if (joint == null || !faults.isEmpty()) {
            return Decision.refused(PlanRefusal.all(faults));
        }
        JointActivity was = joint.activity();
        JointActivity changed = new JointActivity(was.id(), was.kind(), was.organiser(), was.participants(),
                command.at(), command.place(), command.note());
        return changed.equals(was) ? Decision.repeated() : scheduled(plan, changed, now);
    }

    private static Decision<PlanEvent> scheduled(CasePlan plan, JointActivity activity, Instant now) {
        return Decision.accepted(new PlanEvent.ActivityScheduled(
                new JointActivityScheduled(plan.caseNo(), plan.epoch(), activity, now)));
    }

    static Decision<PlanEvent> cancel(CasePlan plan, PlanCommand.CancelActivity command, Instant now) {
        List<Refusal> faults = new ArrayList<>();
        Joint known = plan.activity(command.activity()).orElse(null);
        if (known != null && known.state() == Joint.State.CANCELLED) {
            return Decision.repeated();
        }
        Joint joint = open(plan, command.activity(), faults);
        return joint == null
                ? Decision.refused(PlanRefusal.all(faults))
                : Decision.accepted(cancelled(plan, joint, command.reason(), now));
    }

    private static PlanEvent cancelled(CasePlan plan, Joint joint, String reason, Instant now) {
        return new PlanEvent.ActivityCancelled(new JointActivityCancelled(plan.caseNo(), plan.epoch(), joint.id(),
                joint.items(), reason, now));
    }

    private static @Nullable Joint open(CasePlan plan, String id, List<Refusal> faults) {
        Joint joint = plan.activity(id).orElse(null);
        if (joint == null) {
            faults.add(PlanRefusal.UNKNOWN_ACTIVITY.of(id));
            return null;
        }
        if (!joint.open()) {
            faults.add(PlanRefusal.ACTIVITY_OVER.of(id));
            return null;
        }
        return joint;
    }

    private static void past(Instant at, Instant now, List<Refusal> faults) {
        if (!at.isAfter(now)) {
            faults.add(PlanRefusal.IN_THE_PAST.of());
        }
    }

    static Decision<PlanEvent> conclude(CasePlan plan, PlanCommand.Conclude command, Instant now) {
        Conclusion said = command.conclusion();
        Joint joint = plan.activity(command.activity()).orElse(null);
        if (joint == null) {
            return Decision.refused(PlanRefusal.UNKNOWN_ACTIVITY.of(command.activity()));
        }
        if (!joint.concerns(said.itemNo())) {
            return Decision.refused(PlanRefusal.NOT_A_PARTICIPANT.of(said.itemNo()));
        }
        if (!joint.open() || joint.concludedBy(said.itemNo())) {
            return Decision.refused(PlanRefusal.ACTIVITY_OVER.of(joint.id()));
        }
        PlanEvent given = new PlanEvent.ConclusionGiven(joint.id(), said);
        List<PlanEvent> events = new ArrayList<>(List.of(given));
        events.addAll(settle((CasePlan) PlanApplier.apply(plan, given), now));
        return new Decision.Accepted<>(events, List.of());
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
        return plan.item(no).map(PlannedItem::status).orElse(null) instanceof ItemStatus.Ended;
    }
}
