package org.lianban.dispatch.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.event.DispatchEvent.CancelReason;
import org.lianban.dispatch.plan.CasePlan;
import org.lianban.dispatch.plan.ItemStage;
import org.lianban.dispatch.plan.ItemStatus;
import org.lianban.dispatch.plan.Joint;
import org.lianban.dispatch.plan.Numbers;
import org.lianban.dispatch.plan.PlanState;
import org.lianban.dispatch.plan.PlannedItem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stored form of a plan: about 80 bytes an item. Sets of item numbers are one string, and what is empty is left out.
 * Adding a field is allowed; changing one is a migration.
 */
public record PlanCodec(JsonMapper json) {
    /**
     * A case.
     *
     * @param h catalogue hash
     * @param l leads
     * @param e epoch
     * @param n last announced
     * @param i last heard of intake
     * @param t items; null: forestalled
     * @param j joint activities
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Row(@Nullable String h, @Nullable String l, @Nullable Integer e, @Nullable Long n, long i,
            @Nullable List<ItemRow> t, @Nullable List<Joint> j) {}

    /**
     * An item.
     *
     * @param n number
     * @param d department
     * @param h hard
     * @param s soft
     * @param v waived
     * @param u indulged
     * @param q last heard
     * @param z stage by its first letter; what follows belongs to it
     * @param f failed
     * @param o waited for
     * @param w withheld
     * @param m owed
     * @param y overdue since
     * @param g supplied meanwhile
     * @param r why it is being cancelled
     * @param c how it ended
     * @param a when it ended
     * @param x number of the decision
     * @param p result
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record ItemRow(String n, String d, @Nullable String h, @Nullable String s, @Nullable String v,
            @Nullable String u, @Nullable Long q, char z, @Nullable String f, @Nullable String o, @Nullable String w,
            @Nullable String m, @Nullable Map<String, Instant> y, @Nullable List<MaterialRef> g,
            @Nullable CancelReason r, @Nullable Outcome c, @Nullable Instant a, @Nullable String x,
            @Nullable JsonNode p) {}

    public String write(PlanState state) {
        return json.writeValueAsString(switch (state) {
            case CasePlan plan -> new Row(plan.catalogHash(), String.join(",", plan.leads()), plan.epoch(),
                    plan.announced(), plan.heard(), plan.items().stream().map(PlanCodec::row).toList(),
                    plan.activities().isEmpty() ? null : plan.activities());
            case PlanState.Forestalled forestalled -> new Row(null, null, null, null, forestalled.heard(), null, null);
            case PlanState.Absent absent ->
                throw new IllegalArgumentException("Nothing to store of " + absent.caseNo());
        });
    }

    private static ItemRow row(PlannedItem item) {
        ItemStatus status = item.status();
        ItemStatus.Blocked blocked = status instanceof ItemStatus.Blocked b ? b : null;
        ItemStatus.Materials materials = blocked == null
                ? new ItemStatus.Materials(status.owes(), Map.of(), List.of())
                : blocked.materials();
        ItemStatus.Ended ended = status instanceof ItemStatus.Ended e ? e : null;
        return new ItemRow(item.no(), item.department(), text(item.hard()), text(item.soft()), text(item.waived()),
                text(item.indulged()), item.heard() > 0 ? item.heard() : null, status.stage().name().charAt(0),
                blocked == null ? null : text(blocked.failed()), text(status.waitsFor()),
                blocked == null ? null : text(blocked.withheld()), text(materials.owed()),
                materials.overdue().isEmpty() ? null : new TreeMap<>(materials.overdue()),
                materials.supplied().isEmpty() ? null : materials.supplied(),
                status instanceof ItemStatus.Cancelling cancelling ? cancelling.reason() : null,
                ended == null ? null : ended.outcome(), ended == null ? null : ended.at(),
                ended == null ? null : ended.decisionNo(), ended == null ? null : ended.result());
    }

    public PlanState read(String caseNo, String text) {
        Row row = json.readValue(text, Row.class);
        return row.t == null
                ? new PlanState.Forestalled(caseNo, row.i)
                : new CasePlan(caseNo, Objects.requireNonNull(row.h), List.of(Objects.requireNonNull(row.l).split(",")),
                        Objects.requireNonNull(row.e), Objects.requireNonNull(row.n), row.i,
                        row.t.stream().map(PlanCodec::item).toList(), row.j == null ? List.of() : row.j);
    }

    private static PlannedItem item(ItemRow row) {
        return new PlannedItem(row.n, row.d, set(row.h), set(row.s), set(row.v), set(row.u),
                row.q == null ? 0 : row.q, status(row));
    }

    private static ItemStatus status(ItemRow row) {
        return switch (stage(row.z)) {
            case WAITING -> new ItemStatus.Waiting(set(row.o), set(row.m));
            case READY -> new ItemStatus.Ready();
            case BLOCKED -> new ItemStatus.Blocked(set(row.f), set(row.o), set(row.w), new ItemStatus.Materials(
                    set(row.m), row.y == null ? Map.of() : row.y, row.g == null ? List.of() : row.g));
            case CANCELLING -> new ItemStatus.Cancelling(Objects.requireNonNull(row.r));
            case ENDED -> new ItemStatus.Ended(Objects.requireNonNull(row.c), row.x, row.p,
                    Objects.requireNonNull(row.a));
        };
    }

    private static ItemStage stage(char letter) {
        return Arrays.stream(ItemStage.values()).filter(stage -> stage.name().charAt(0) == letter).findFirst()
                .orElseThrow(() -> new IllegalStateException("Unknown stage in the stored plan: " + letter));
    }

    private static @Nullable String text(Set<String> numbers) {
        return numbers.isEmpty() ? null : String.join(",", Numbers.sorted(numbers));
    }

    private static Set<String> set(@Nullable String numbers) {
        return numbers == null ? Set.of() : Set.of(numbers.split(","));
    }
}
