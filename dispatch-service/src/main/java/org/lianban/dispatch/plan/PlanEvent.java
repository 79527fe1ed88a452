package org.lianban.dispatch.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.event.DispatchEvent.ItemsReleased;
import org.lianban.contracts.event.DispatchEvent.JointActivityCancelled;
import org.lianban.contracts.event.DispatchEvent.JointActivityConcluded;
import org.lianban.contracts.event.DispatchEvent.JointActivityScheduled;
import org.lianban.contracts.event.DispatchEvent;

/** What happened to a plan: enough to rebuild it. Most are announced to the other services. */
public sealed interface PlanEvent {

    /** What the other services are told; null where the adapter has told them already or nobody needs to know. */
    default @Nullable DispatchEvent announcement() {
        return null;
    }

    record Dispatched(CasePlan plan, DispatchEvent.ItemsDispatched announcement) implements PlanEvent {}

    /** Withdrawn before it was dispatched. */
    record Forestalled() implements PlanEvent {}

    record Ended(PlanCommand.ItemEnd end) implements PlanEvent {}

    record Released(ItemsReleased announcement) implements PlanEvent {}

    /** 容缺补齐 handed on. */
    record Supplemented(ItemsReleased announcement) implements PlanEvent {}

    /** 部门补正 handed on. */
    record Corrected(ItemsReleased announcement) implements PlanEvent {}

    /** 容缺补齐 of an item that something else holds up: kept until the lead lets it go on. */
    record SupplementWithheld(String itemNo, List<MaterialRef> materials) implements PlanEvent {
        public SupplementWithheld {
            materials = List.copyOf(materials);
        }
    }

    record BecameOverdue(DispatchEvent.MaterialsOverdue announcement) implements PlanEvent {}

    record Blocked(DispatchEvent.ItemsBlocked announcement) implements PlanEvent {}

    /** The lead let an item go on: one release that carries what failed and what was withheld. */
    record Continued(String itemNo, ItemsReleased announcement) implements PlanEvent {}

    record Cancelled(DispatchEvent.ItemsCancelled announcement) implements PlanEvent {}

    record Reassigned(DispatchEvent.ItemReassigned announcement) implements PlanEvent {}

    record ActivityScheduled(JointActivityScheduled announcement) implements PlanEvent {}

    /** One department's conclusion; the others are told when all have spoken. */
    record ConclusionGiven(String activity, DispatchEvent.Conclusion conclusion) implements PlanEvent {}

    record ActivityConcluded(JointActivityConcluded announcement) implements PlanEvent {}

    record ActivityCancelled(JointActivityCancelled announcement) implements PlanEvent {}
}
