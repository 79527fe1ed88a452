package org.lianban.dispatch.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.dispatch.plan.CasePlan;
import org.lianban.dispatch.plan.ItemStatus.Blocked;
import org.lianban.dispatch.plan.ItemStatus.Ended;
import org.lianban.dispatch.plan.ItemStatus.Materials;
import org.lianban.dispatch.plan.Numbers;
import org.lianban.dispatch.plan.PlannedItem;
import org.lianban.kit.catalog.CatalogCopy;

/**
 * 前置未通过、容缺逾期待决定: one page of the lead department's work list.
 *
 * @param next pass as {@code after} for the following page; null: this is the last
 */
record BlockedView(List<Entry> entries, @Nullable String next) {

    /**
     * @param overdue 容缺: materials whose term ran out
     * @param supplied materials that came since and wait with the item
     * @param since when the last of its failed prerequisites ended, or the last of its materials became overdue
     */
    record Entry(String caseNo, String itemNo, @Nullable String itemName, @Nullable String oneThingName,
            PlanView.DepartmentRef department, List<Failed> failed, List<Owed> overdue, List<Owed> supplied,
            Instant since) {}

    record Owed(String material, @Nullable String name) {}

    record Failed(String itemNo, @Nullable String itemName, Outcome outcome) {}

    /** @param plans one more than the page holds, if there are more */
    static BlockedView page(List<CasePlan> plans, int size, CatalogCopy catalog) {
        List<CasePlan> page = plans.subList(0, Math.min(size, plans.size()));
        return new BlockedView(page.stream().flatMap(plan -> plan.items().stream()
                .filter(item -> item.status() instanceof Blocked).map(item -> entry(plan, item, catalog))).toList(),
                plans.size() > size ? page.getLast().caseNo() : null);
    }

    private static Entry entry(CasePlan plan, PlannedItem item, CatalogCopy catalog) {
        Blocked blocked = (Blocked) item.status();
        List<Failed> failed = Numbers.sorted(blocked.failed()).stream()
                .map(no -> new Failed(no, name(plan, no, catalog), end(plan, no).outcome())).toList();
        Materials materials = blocked.materials();
        Instant since = Stream.concat(blocked.failed().stream().map(no -> end(plan, no).at()),
                materials.overdue().values().stream()).max(Instant::compareTo).orElse(Instant.EPOCH);
        return new Entry(plan.caseNo(), item.no(), name(plan, item.no(), catalog),
                catalog.version(plan.catalogHash()).map(OneThing::name).orElse(null),
                PlanView.department(item.department(), catalog), failed,
                Numbers.sorted(materials.overdue().keySet()).stream().map(code -> owed(plan, code, catalog)).toList(),
                materials.supplied().stream().map(m -> new Owed(m.code(), m.name())).toList(), since);
    }

    private static Owed owed(CasePlan plan, String code, CatalogCopy catalog) {
        return new Owed(code, catalog.version(plan.catalogHash()).flatMap(o -> o.materials().stream()
                .filter(m -> m.code().equals(code)).findFirst()).map(OneThing.Material::name).orElse(null));
    }

    private static Ended end(CasePlan plan, String no) {
        return (Ended) plan.item(no).orElseThrow().status();
    }

    private static @Nullable String name(CasePlan plan, String no, CatalogCopy catalog) {
        return catalog.version(plan.catalogHash()).flatMap(o -> o.item(no)).map(OneThing.Item::name).orElse(null);
    }
}
