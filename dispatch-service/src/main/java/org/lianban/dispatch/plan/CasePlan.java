package org.lianban.dispatch.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * 联办计划 of one dispatched case; immutable.
 *
 * @param catalogHash the one-thing version the case was filed under; names and labels are looked up there
 * @param leads 牵头部门: any of them decides when a prerequisite fails; the first is told, never empty
 * @param epoch 纪元: 1 when dispatched, one more with every withdrawal
 * @param announced sequence of the last event published about this case
 * @param heard last sequence of the intake topic
 * @param items the frozen set of expected items, ascending by number
 * @param activities 联合活动, oldest first; usually none
 */
public record CasePlan(String caseNo, String catalogHash, List<String> leads, int epoch, long announced,
        long heard, List<PlannedItem> items, List<Joint> activities) implements PlanState {
    public CasePlan {
        leads = List.copyOf(leads);
        items = List.copyOf(items);
        activities = List.copyOf(activities);
    }

    static CasePlan of(String caseNo, String catalogHash, List<String> leads, Collection<PlannedItem> items) {
        return new CasePlan(caseNo, catalogHash, leads, 1, 0, 0,
                items.stream().sorted(Comparator.comparing(PlannedItem::no)).toList(), List.of());
    }

    /** 主牵头. */
    public String lead() {
        return leads.getFirst();
    }

    public Optional<PlannedItem> item(String no) {
        return Optional.ofNullable(find(no));
    }

    @Nullable
    PlannedItem find(String no) {
        int at = indexOf(no);
        return at < 0 ? null : items.get(at);
    }

    /** At most 99, usually 6: looking through them is faster than any index. */
    private int indexOf(String no) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).no().equals(no)) {
                return i;
            }
        }
        return -1;
    }

    public boolean allEnded() {
        return items.stream().allMatch(i -> i.status() instanceof ItemStatus.Ended);
    }

    public boolean anyBlocked() {
        return items.stream().anyMatch(i -> i.status() instanceof ItemStatus.Blocked);
    }

    /** Items that name {@code upstream} as hard or soft, ascending. */
    List<PlannedItem> dependantsOf(String upstream) {
        return items.stream().filter(i -> i.dependsOn(upstream)).toList();
    }

    @Override
    public CasePlan heard(long sequence) {
        return new CasePlan(caseNo, catalogHash, leads, epoch, announced, sequence, items, activities);
    }

    /** After a message about one item was dealt with. */
    CasePlan heard(String itemNo, long sequence) {
        return with(itemNo, item -> item.heard(sequence));
    }

    CasePlan withEpoch(int next) {
        return new CasePlan(caseNo, catalogHash, leads, next, announced, heard, items, activities);
    }

    CasePlan announcedOneMore() {
        return new CasePlan(caseNo, catalogHash, leads, epoch, announced + 1, heard, items, activities);
    }

    CasePlan with(String itemNo, UnaryOperator<PlannedItem> change) {
        int at = indexOf(itemNo);
        if (at < 0) {
            throw new IllegalStateException("Case " + caseNo + " has no item " + itemNo);
        }
        PlannedItem[] all = items.toArray(PlannedItem[]::new);
        all[at] = change.apply(all[at]);
        return all[at] == items.get(at) ? this : with(all);
    }

    private CasePlan with(PlannedItem[] all) {
        return new CasePlan(caseNo, catalogHash, leads, epoch, announced, heard, List.of(all), activities);
    }

    public Optional<Joint> activity(String id) {
        return activities.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    /** Replaces the activity of the same id, or adds it. */
    CasePlan with(Joint activity) {
        List<Joint> all = new ArrayList<>(activities);
        all.replaceAll(a -> a.id().equals(activity.id()) ? activity : a);
        if (!all.contains(activity)) {
            all.add(activity);
        }
        return new CasePlan(caseNo, catalogHash, leads, epoch, announced, heard, items, all);
    }

    CasePlan withActivity(String id, UnaryOperator<Joint> change) {
        return with(change.apply(activity(id).orElseThrow(
                () -> new IllegalStateException("Case " + caseNo + " has no joint activity " + id))));
    }

    /** Drops decision numbers and results of ended items that no dependant will need any more. */
    CasePlan withoutUnneededPayloads() {
        CasePlan lighter = this;
        for (PlannedItem item : items) {
            if (item.status() instanceof ItemStatus.Ended ended && ended.hasPayload() && !payloadNeeded(item.no())) {
                lighter = lighter.with(item.no(), PlannedItem::forgettingPayload);
            }
        }
        return lighter;
    }

    private boolean payloadNeeded(String upstream) {
        for (PlannedItem dependant : items) {
            boolean needed = switch (dependant.status()) {
                case ItemStatus.Waiting waiting -> waiting.on().contains(upstream);
                case ItemStatus.Blocked blocked ->
                    blocked.failed().contains(upstream) || blocked.withheld().contains(upstream)
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
