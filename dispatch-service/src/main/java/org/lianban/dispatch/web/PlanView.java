package org.lianban.dispatch.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.dispatch.plan.CasePlan;
import org.lianban.dispatch.plan.ItemStage;
import org.lianban.dispatch.plan.ItemStatus;
import org.lianban.dispatch.plan.Numbers;
import org.lianban.dispatch.plan.PlannedItem;
import org.lianban.kit.catalog.CatalogCopy;

/**
 * 联办计划: the item graph of one case with where each item stands.
 *
 * @param epoch 1 when dispatched, one more with every withdrawal
 * @param leads 牵头部门, the first is told of blocked items
 * @param settled whether every item ended
 * @param activities 联合活动, oldest first
 */
record PlanView(String caseNo, @Nullable String region, @Nullable String oneThing, @Nullable String oneThingName,
        String catalogHash, int epoch, List<DepartmentRef> leads, boolean settled, List<ItemView> items,
        List<Edge> edges, List<JointView> activities) {

    /** @param name as the region's sources spell it; the id again where the catalogue has no such department */
    record DepartmentRef(String id, String name) {}

    /**
     * @param mayDecide whether every hard prerequisite is satisfied or waived
     * @param waitsFor hard prerequisites still open
     * @param failed with BLOCKED: prerequisites that failed and wait for the lead's decision
     * @param owed 容缺: codes of materials that have to come before it may be decided
     * @param overdue with BLOCKED: of these, the ones whose term ran out and that wait for the lead's decision
     * @param outcome and {@code endedAt} with ENDED
     */
    record ItemView(String itemNo, @Nullable String name, @Nullable ItemKind kind, DepartmentRef department,
            ItemStage state, boolean mayDecide, List<String> waitsFor, List<String> failed, List<String> owed,
            List<String> overdue, @Nullable Outcome outcome, @Nullable Instant endedAt) {}

    /** {@code from} before {@code to}. @param waived the lead let the failed prerequisite go */
    record Edge(String from, String to, Type type, boolean waived) {
        enum Type {
            /** Must be approved first. */
            HARD,
            /** Runs in parallel, the result is reused. */
            SOFT
        }
    }

    static PlanView of(CasePlan plan, CatalogCopy catalog) {
        Optional<OneThing> oneThing = catalog.version(plan.catalogHash());
        return new PlanView(plan.caseNo(), oneThing.map(OneThing::region).orElse(null),
                oneThing.map(OneThing::code).orElse(null), oneThing.map(OneThing::name).orElse(null),
                plan.catalogHash(),
                plan.epoch(), plan.leads().stream().map(id -> department(id, catalog)).toList(), plan.allEnded(),
                plan.items().stream()
                        .map(item -> item(item, oneThing.flatMap(o -> o.item(item.no())), catalog)).toList(),
                plan.items().stream().flatMap(item -> Stream.concat(
                        Numbers.sorted(item.hard()).stream()
                                .map(h -> new Edge(h, item.no(), Edge.Type.HARD, item.waived().contains(h))),
                        Numbers.sorted(item.soft()).stream().map(s -> new Edge(s, item.no(), Edge.Type.SOFT, false))))
                        .toList(),
                plan.activities().stream().map(joint -> JointView.of(plan, joint, catalog)).toList());
    }

    private static ItemView item(PlannedItem item, Optional<OneThing.Item> known, CatalogCopy catalog) {
        ItemStatus status = item.status();
        ItemStatus.Ended ended = status instanceof ItemStatus.Ended e ? e : null;
        return new ItemView(item.no(), known.map(OneThing.Item::name).orElse(null),
                known.map(OneThing.Item::kind).orElse(null), department(item.department(), catalog), status.stage(),
                status instanceof ItemStatus.Ready, Numbers.sorted(status.waitsFor()),
                status instanceof ItemStatus.Blocked blocked ? Numbers.sorted(blocked.failed()) : List.of(),
                Numbers.sorted(status.owes()), status instanceof ItemStatus.Blocked blocked
                        ? Numbers.sorted(blocked.materials().overdue().keySet())
                        : List.of(),
                ended == null ? null : ended.outcome(), ended == null ? null : ended.at());
    }

    static DepartmentRef department(String id, CatalogCopy catalog) {
        return new DepartmentRef(id, catalog.department(id).map(Department::names).filter(names -> !names.isEmpty())
                .map(List::getFirst).orElse(id));
    }
}
