package org.lianban.dispatch.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.dispatch.plan.CasePlan;
import org.lianban.dispatch.plan.ItemStatus.Blocked;
import org.lianban.dispatch.plan.ItemStatus.Ended;
import org.lianban.dispatch.plan.ItemStatus.Materials;
import org.lianban.dispatch.plan.Numbers;
import org.lianban.dispatch.plan.PlannedItem;

/**
 * 前置未通过、容缺逾期待决定: one page of the lead department's work list.
 *
 * @param next pass as {@code after} for the following page; null: this is the last
 */
public record BlockedView(List<Entry> items, @Nullable String next) {

    /**
     * @param overdue 容缺: materials whose term ran out
     * @param supplied materials that came since and wait with the item
     * @param since when the last of its failed prerequisites ended, or the last of its materials became overdue
     */
    public record Entry(String caseNo, String itemNo, @Nullable String itemName, @Nullable String oneThingName,
            PlanView.DepartmentRef department, List<Failed> failed, List<Owed> overdue, List<Owed> supplied,
            Instant since) {}

    public record Owed(String material, @Nullable String name) {}

    public record Failed(String itemNo, @Nullable String itemName, Outcome outcome) {}

    /** @param plans one more than the page holds, if there are more */
    static BlockedView page(List<CasePlan> plans, int size, Function<CasePlan, Names> names) {
        List<CasePlan> page = plans.subList(0, Math.min(size, plans.size()));
        List<Entry> entries = new ArrayList<>();
        for (CasePlan plan : page) {
            Names named = names.apply(plan);
            for (PlannedItem item : plan.items()) {
                if (item.status() instanceof Blocked blocked) {
                    entries.add(entry(plan, item, blocked, named));
                }
            }
        }
        return new BlockedView(List.copyOf(entries), plans.size() > size ? page.getLast().caseNo() : null);
    }

    private static Entry entry(CasePlan plan, PlannedItem item, Blocked blocked, Names names) {
        List<Failed> failed = Numbers.sorted(blocked.failed()).stream()
                .map(no -> new Failed(no, names.ofItem(no), end(plan, no).outcome())).toList();
        Materials materials = blocked.materials();
        Instant since = Stream.concat(blocked.failed().stream().map(no -> end(plan, no).at()),
                materials.overdue().values().stream()).max(Instant::compareTo).orElse(Instant.EPOCH);
        return new Entry(plan.caseNo(), item.no(), names.ofItem(item.no()), names.ofOneThing(),
                names.department(item.department()), failed, Numbers.sorted(materials.overdue().keySet()).stream()
                        .map(code -> new Owed(code, names.ofMaterial(code))).toList(),
                materials.supplied().stream().map(m -> new Owed(m.code(), m.name())).toList(), since);
    }

    private static Ended end(CasePlan plan, String no) {
        return (Ended) plan.item(no).orElseThrow().status();
    }
}
