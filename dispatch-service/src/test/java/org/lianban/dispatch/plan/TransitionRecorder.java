package org.lianban.dispatch.plan;

import java.util.HashSet;
import java.util.Set;
import org.lianban.command.Transitions.Row;
import org.lianban.contracts.event.DispatchEvent.CancelReason;
import org.lianban.contracts.event.DispatchEvent.ItemsReleased;

/** Watches plans change and notes which rows of the table were visited. */
final class TransitionRecorder {
    private final Set<Row<ItemStage, ItemTrigger>> visited = new HashSet<>();

    Set<Row<ItemStage, ItemTrigger>> visited() {
        return visited;
    }

    /** Applies the event and notes what it moved. */
    PlanState apply(PlanState before, PlanEvent event) {
        PlanState after = PlanApplier.apply(before, event);
        if (before instanceof CasePlan was && after instanceof CasePlan is) {
            was.items().forEach(item -> {
                String no = item.no();
                PlannedItem now = is.find(no);
                ItemTrigger trigger = trigger(event, no, item, now);
                if (trigger != null) {
                    visited.add(new Row<>(item.status().stage(), trigger, now.status().stage()));
                }
            });
        }
        return after;
    }

    private static ItemTrigger trigger(PlanEvent event, String no, PlannedItem was, PlannedItem is) {
        boolean moved = !was.status().equals(is.status());
        return switch (event) {
            case PlanEvent.Dispatched e -> null;
            case PlanEvent.Forestalled e -> null;
            case PlanEvent.Ended e -> e.end().itemNo().equals(no)
                    ? ItemTrigger.ENDED
                    : moved && was.isOpen() ? ItemTrigger.WITHHELD : null;
            case PlanEvent.Supplemented e -> released(e.announcement(), no, ItemTrigger.SUPPLEMENTED);
            case PlanEvent.Corrected e -> released(e.announcement(), no, ItemTrigger.CORRECTED);
            case PlanEvent.SupplementWithheld e -> e.itemNo().equals(no) ? ItemTrigger.SUPPLEMENTED : null;
            case PlanEvent.BecameOverdue e -> e.announcement().overdue().stream().anyMatch(o -> o.itemNo().equals(no))
                    ? ItemTrigger.OVERDUE
                    : null;
            case PlanEvent.ActivityScheduled e -> null;
            case PlanEvent.ConclusionGiven e -> null;
            case PlanEvent.ActivityConcluded e -> null;
            case PlanEvent.ActivityCancelled e -> null;
            case PlanEvent.Released e -> e.announcement().releases().stream().anyMatch(r -> r.itemNo().equals(no))
                    ? ItemTrigger.RELEASED
                    : null;
            case PlanEvent.Blocked e -> e.announcement().blocks().stream().anyMatch(b -> b.itemNo().equals(no))
                    ? ItemTrigger.PREREQUISITE_FAILED
                    : null;
            case PlanEvent.Continued e -> e.itemNo().equals(no) ? ItemTrigger.CONTINUED : null;
            case PlanEvent.Cancelled e -> !e.announcement().items().contains(no)
                    ? null
                    : e.announcement().reason() == CancelReason.WITHDRAWN
                            ? ItemTrigger.WITHDRAWN
                            : ItemTrigger.TERMINATED;
            case PlanEvent.Reassigned e -> e.announcement().itemNo().equals(no) ? ItemTrigger.REASSIGNED : null;
        };
    }

    private static ItemTrigger released(ItemsReleased released, String no, ItemTrigger trigger) {
        return released.releases().stream().anyMatch(r -> r.itemNo().equals(no)) ? trigger : null;
    }
}
