package org.lianban.dispatch.plan;

import java.util.Set;
import org.lianban.dispatch.plan.ItemStatus.Open;

/**
 * One expected item of a case.
 *
 * @param department who handles it now
 * @param hard prerequisites within this case, frozen at dispatch
 * @param soft upstream items whose result is reused when it is there, frozen at dispatch
 * @param waived hard prerequisites that failed and that the lead let go
 * @param heard last sequence seen of this item on the department topic; 0: none
 */
public record PlannedItem(String no, String department, Set<String> hard, Set<String> soft, Set<String> waived,
        long heard,
        ItemStatus status) {
    public PlannedItem {
        hard = Set.copyOf(hard);
        soft = Set.copyOf(soft);
        waived = Set.copyOf(waived);
    }

    /** As dispatched: waiting for its hard prerequisites, or ready at once. */
    static PlannedItem dispatched(String no, String department, Set<String> hard, Set<String> soft) {
        return new PlannedItem(no, department, hard, soft, Set.of(), 0, ItemStatus.of(hard));
    }

    public boolean isOpen() {
        return status instanceof Open;
    }

    public boolean dependsOn(String upstream) {
        return hard.contains(upstream) || soft.contains(upstream);
    }

    PlannedItem to(ItemTrigger trigger, ItemStatus next) {
        ItemLifecycle.check(no, status.stage(), trigger, next.stage());
        return new PlannedItem(no, department, hard, soft, waived, heard, next);
    }

    PlannedItem handledBy(String other) {
        ItemLifecycle.check(no, status.stage(), ItemTrigger.REASSIGNED, status.stage());
        return new PlannedItem(no, other, hard, soft, waived, heard, status);
    }

    PlannedItem waiving(Set<String> failed) {
        return new PlannedItem(no, department, hard, soft, Numbers.with(waived, failed), heard, status);
    }

    PlannedItem forgettingPayload() {
        return status instanceof ItemStatus.Ended ended && ended.hasPayload()
                ? new PlannedItem(no, department, hard, soft, waived, heard, ended.withoutPayload())
                : this;
    }

    PlannedItem heard(long sequence) {
        return new PlannedItem(no, department, hard, soft, waived, sequence, status);
    }
}
