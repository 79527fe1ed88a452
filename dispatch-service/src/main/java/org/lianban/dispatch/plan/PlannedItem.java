package org.lianban.dispatch.plan;

import java.util.Set;

/**
 * One expected item of a case.
 *
 * @param department who handles it now
 * @param hard prerequisites within this case, frozen at dispatch
 * @param soft upstream items whose result is reused when it is there, frozen at dispatch
 * @param waived hard prerequisites that failed and that the lead let go
 * @param indulged 容缺: materials whose lateness the lead let go, whether they have come or are still waited for
 * @param heard last sequence seen of this item on the department topic; 0: none
 */
public record PlannedItem(String no, String department, Set<String> hard, Set<String> soft, Set<String> waived,
        Set<String> indulged, long heard, ItemStatus status) {
    public PlannedItem {
        hard = Set.copyOf(hard);
        soft = Set.copyOf(soft);
        waived = Set.copyOf(waived);
        indulged = Set.copyOf(indulged);
    }

    /** As dispatched: waiting for its hard prerequisites and owed materials, or ready at once. */
    static PlannedItem dispatched(String no, String department, CaseGraph.Edges edges, Set<String> owed) {
        return new PlannedItem(no, department, edges.hard(), edges.soft(), Set.of(), Set.of(), 0,
                ItemStatus.of(edges.hard(), owed));
    }

    public boolean isOpen() {
        return status instanceof ItemStatus.Open;
    }

    public boolean dependsOn(String upstream) {
        return hard.contains(upstream) || soft.contains(upstream);
    }

    /** Whether the lead let it go on once. */
    boolean letGo() {
        return !waived.isEmpty() || !indulged.isEmpty();
    }

    PlannedItem to(ItemTrigger trigger, ItemStatus next) {
        ItemLifecycle.TABLE.check("Item " + no, status.stage(), trigger, next.stage());
        return new PlannedItem(no, department, hard, soft, waived, indulged, heard, next);
    }

    PlannedItem handledBy(String other) {
        ItemLifecycle.TABLE.check("Item " + no, status.stage(), ItemTrigger.REASSIGNED, status.stage());
        return new PlannedItem(no, other, hard, soft, waived, indulged, heard, status);
    }

    PlannedItem lettingGo(Set<String> failed, Set<String> overdue) {
        return new PlannedItem(no, department, hard, soft, Numbers.with(waived, failed),
                Numbers.with(indulged, overdue), heard, status);
    }

    PlannedItem forgettingPayload() {
        return status instanceof ItemStatus.Ended ended && ended.hasPayload()
                ? new PlannedItem(no, department, hard, soft, waived, indulged, heard, ended.withoutPayload())
                : this;
    }

    PlannedItem heard(long sequence) {
        return new PlannedItem(no, department, hard, soft, waived, indulged, sequence, status);
    }
}
