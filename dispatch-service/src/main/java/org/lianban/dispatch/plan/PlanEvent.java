package org.lianban.dispatch.plan;

import org.jspecify.annotations.Nullable;
import org.lianban.contracts.dispatch.DispatchEvent;
import org.lianban.contracts.dispatch.DispatchEvent.ItemReassigned;
import org.lianban.contracts.dispatch.DispatchEvent.ItemsBlocked;
import org.lianban.contracts.dispatch.DispatchEvent.ItemsCancelled;
import org.lianban.contracts.dispatch.DispatchEvent.ItemsDispatched;
import org.lianban.contracts.dispatch.DispatchEvent.ItemsReleased;
import org.lianban.dispatch.plan.PlanCommand.ItemEnd;

/** What happened to a plan: enough to rebuild it. Most are announced to the other services. */
public sealed interface PlanEvent {

    /** What the other services are told; null where the adapter has told them already or nobody needs to know. */
    @Nullable
    DispatchEvent announcement();

    record Dispatched(CasePlan plan, ItemsDispatched announcement) implements PlanEvent {}

    /** Withdrawn before it was dispatched. */
    record Forestalled() implements PlanEvent {
        @Override
        public @Nullable DispatchEvent announcement() {
            return null;
        }
    }

    record Ended(ItemEnd end) implements PlanEvent {
        @Override
        public @Nullable DispatchEvent announcement() {
            return null;
        }
    }

    record Released(ItemsReleased announcement) implements PlanEvent {}

    record Blocked(ItemsBlocked announcement) implements PlanEvent {}

    /** The lead let an item go on: one release that carries what failed and what was withheld. */
    record Continued(String itemNo, ItemsReleased announcement) implements PlanEvent {}

    record Cancelled(ItemsCancelled announcement) implements PlanEvent {}

    record Reassigned(ItemReassigned announcement) implements PlanEvent {}
}
