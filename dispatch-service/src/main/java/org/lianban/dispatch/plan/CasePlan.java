package org.lianban.dispatch.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.lianban.dispatch.plan.ItemStatus.Blocked;

/**
 * 联办计划 of one dispatched case; immutable.
 *
 * @param catalogHash the one-thing version the case was filed under; names and labels are looked up there
 * @param leads 牵头部门: any of them decides when a prerequisite fails; the first is told, never empty
 * @param epoch 纪元: 1 when dispatched, one more with every withdrawal
 * @param announced sequence of the last event published about this case
 * @param heard last sequence of the intake topic
 * @param items the frozen set of expected items, ascending by number
 */
public record CasePlan(String caseNo, String catalogHash, List<String> leads, int epoch, long announced,
        long heard, Map<String, PlannedItem> items) implements PlanState {
    public CasePlan {
        leads = List.copyOf(leads);
        items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
    }

    static CasePlan of(String caseNo, String catalogHash, List<String> leads, Collection<PlannedItem> items) {
        Map<String, PlannedItem> byNo = new TreeMap<>();
        items.forEach(item -> byNo.put(item.no(), item));
        return new CasePlan(caseNo, catalogHash, leads, 1, 0, 0, byNo);
    }

    /** 主牵头. */
    public String lead() {
        return leads.getFirst();
    }

    public Optional<PlannedItem> item(String no) {
        return Optional.ofNullable(items.get(no));
    }

    public boolean allEnded() {
        return items.values().stream().allMatch(i -> i.status() instanceof ItemStatus.Ended);
    }

    public boolean anyBlocked() {
        return items.values().stream().anyMatch(i -> i.status() instanceof Blocked);
    }

    /** Items that name {@code upstream} as hard or soft, ascending. */
    List<PlannedItem> dependantsOf(String upstream) {
        return items.values().stream().filter(i -> i.dependsOn(upstream)).toList();
    }

    @Override
    public CasePlan heard(long sequence) {
        return new CasePlan(caseNo, catalogHash, leads, epoch, announced, sequence, items);
    }

    /** After a message about one item was dealt with. */
    CasePlan heard(String itemNo, long sequence) {
        return with(itemNo, item -> item.heard(sequence));
    }

    CasePlan withEpoch(int next) {
        return new CasePlan(caseNo, catalogHash, leads, next, announced, heard, items);
    }

    CasePlan announcedOneMore() {
        return new CasePlan(caseNo, catalogHash, leads, epoch, announced + 1, heard, items);
    }

    CasePlan with(String itemNo, UnaryOperator<PlannedItem> change) {
        PlannedItem item = items.get(itemNo);
        if (item == null) {
            throw new IllegalStateException("Case " + caseNo + " has no item " + itemNo);
        }
        PlannedItem changed = change.apply(item);
        return changed == item ? this : with(Map.of(itemNo, changed));
    }

    private CasePlan with(Map<String, PlannedItem> changed) {
        Map<String, PlannedItem> all = new TreeMap<>(items);
        all.putAll(changed);
        return new CasePlan(caseNo, catalogHash, leads, epoch, announced, heard, all);
    }

    /** Drops decision numbers and results of ended items that no dependant will need any more. */
    CasePlan withoutUnneededPayloads() {
        Map<String, PlannedItem> changed = new TreeMap<>();
        for (PlannedItem item : items.values()) {
            PlannedItem lighter = item.forgettingPayload();
            if (lighter != item && !payloadNeeded(item.no())) {
                changed.put(item.no(), lighter);
            }
        }
        return changed.isEmpty() ? this : with(changed);
    }

    private boolean payloadNeeded(String upstream) {
        for (PlannedItem dependant : items.values()) {
            boolean needed = switch (dependant.status()) {
                case ItemStatus.Waiting waiting -> waiting.on().contains(upstream);
                case Blocked blocked -> blocked.failed().contains(upstream) || blocked.withheld().contains(upstream)
                        || blocked.on().contains(upstream);
                case ItemStatus.Ready ready -> false;
                case ItemStatus.Cancelling cancelling -> false;
                case ItemStatus.Ended ended -> false;
            };
            if (needed) {
                return true;
            }
        }
        return false;
    }
}
