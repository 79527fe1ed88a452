package org.lianban.dispatch.query;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.dispatch.plan.CasePlan;
import org.lianban.dispatch.plan.ItemStage;
import org.lianban.dispatch.plan.ItemStatus;
import org.lianban.dispatch.plan.Numbers;
import org.lianban.dispatch.plan.PlannedItem;

/**
 * 联办计划: the item graph of one case with where each item stands.
 *
 * @param epoch 1 when dispatched, one more with every withdrawal
 * @param leads 牵头部门, the first is told of blocked items
 * @param settled whether every item ended
 * @param activities 联合活动, oldest first
 */
public record PlanView(String caseNo, @Nullable String region, @Nullable String oneThing, @Nullable String oneThingName,
        String catalogHash, int epoch, List<DepartmentRef> leads, boolean settled, List<ItemView> items,
        List<Edge> edges, List<JointView> activities) {

    /** @param name as the region's sources spell it; the id again where the catalogue has no such department */
    public record DepartmentRef(String id, String name) {}

    /**
     * @param mayDecide whether every hard prerequisite is satisfied or waived
     * @param waitsFor hard prerequisites still open
     * @param failed with BLOCKED: prerequisites that failed and wait for the lead's decision
     * @param owed 容缺: codes of materials that have to come before it may be decided
     * @param overdue with BLOCKED: of these, the ones whose term ran out and that wait for the lead's decision
     * @param outcome and {@code endedAt} with ENDED
     */
    public record ItemView(String itemNo, @Nullable String name, @Nullable ItemKind kind, DepartmentRef department,
            ItemStage state, boolean mayDecide, List<String> waitsFor, List<String> failed, List<String> owed,
            List<String> overdue, @Nullable Outcome outcome, @Nullable Instant endedAt) {}

    /** {@code from} before {@code to}. @param waived the lead let the failed prerequisite go */
    public record Edge(String from, String to, Type type, boolean waived) {
        public enum Type {
            /** Must be approved first. */
            HARD,
            /** Runs in parallel, the result is reused. */
            SOFT
        }
    }

    static PlanView of(CasePlan plan, Names names) {
        return new PlanView(plan.caseNo(), names.oneThing().map(OneThing::region).orElse(null),
                names.oneThing().map(OneThing::code).orElse(null), names.ofOneThing(), plan.catalogHash(),
                plan.epoch(), plan.leads().stream().map(names::department).toList(), plan.allEnded(),
                plan.items().stream().map(item -> item(item, names)).toList(),
                plan.items().stream().flatMap(PlanView::edges).toList(), JointView.all(plan, names));
    }

    private static Stream<Edge> edges(PlannedItem item) {
        return Stream.concat(
                Numbers.sorted(item.hard()).stream()
                        .map(h -> new Edge(h, item.no(), Edge.Type.HARD, item.waived().contains(h))),
                Numbers.sorted(item.soft()).stream().map(s -> new Edge(s, item.no(), Edge.Type.SOFT, false)));
    }

    private static ItemView item(PlannedItem item, Names names) {
        ItemStatus status = item.status();
        ItemStatus.Ended ended = status instanceof ItemStatus.Ended e ? e : null;
        ItemStatus.Blocked blocked = status instanceof ItemStatus.Blocked b ? b : null;
        return new ItemView(item.no(), names.ofItem(item.no()),
                names.oneThing().flatMap(o -> o.item(item.no())).map(OneThing.Item::kind).orElse(null),
                names.department(item.department()), status.stage(), status instanceof ItemStatus.Ready,
                Numbers.sorted(status.waitsFor()), blocked == null ? List.of() : Numbers.sorted(blocked.failed()),
                Numbers.sorted(status.owes()),
                blocked == null ? List.of() : Numbers.sorted(blocked.materials().overdue().keySet()),
                ended == null ? null : ended.outcome(), ended == null ? null : ended.at());
    }
}
