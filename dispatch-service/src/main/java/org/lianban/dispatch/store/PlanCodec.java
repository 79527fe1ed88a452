package org.lianban.dispatch.store;

import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.event.DispatchEvent.CancelReason;
import org.lianban.dispatch.plan.CasePlan;
import org.lianban.dispatch.plan.ItemStatus;
import org.lianban.dispatch.plan.Joint;
import org.lianban.dispatch.plan.Numbers;
import org.lianban.dispatch.plan.PlanState;
import org.lianban.dispatch.plan.PlannedItem;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stored form of a plan: about 80 bytes an item. Sets of item numbers are one string, empty ones are left out.
 *
 * <p>Case: {@code h} catalogue hash, {@code l} leads, {@code e} epoch, {@code n} last announced, {@code i} last heard of
 * intake, {@code t} items. Item: {@code n} number, {@code d} department, {@code h} hard, {@code s} soft, {@code v}
 * waived, {@code u} indulged, {@code q} last heard, {@code z} stage with what belongs to it ({@code m} owed, {@code y}
 * overdue, {@code g} supplied). {@code j} of the case: joint activities. What a case does not use is not written.
 */
public final class PlanCodec {
    private final JsonMapper json;

    public PlanCodec(JsonMapper json) {
        this.json = json;
    }

    public String write(PlanState state) {
        StringWriter text = new StringWriter(640);
        try (JsonGenerator out = json.createGenerator(text)) {
            out.writeStartObject();
            switch (state) {
                case CasePlan plan -> write(out, plan);
                case PlanState.Forestalled forestalled -> out.writeNumberProperty("i", forestalled.heard());
                case PlanState.Absent absent ->
                    throw new IllegalArgumentException("Nothing to store of " + absent.caseNo());
            }
            out.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, CasePlan plan) {
        out.writeStringProperty("h", plan.catalogHash());
        out.writeStringProperty("l", String.join(",", plan.leads()));
        out.writeNumberProperty("e", plan.epoch());
        out.writeNumberProperty("n", plan.announced());
        out.writeNumberProperty("i", plan.heard());
        out.writeArrayPropertyStart("t");
        for (PlannedItem item : plan.items()) {
            out.writeStartObject();
            out.writeStringProperty("n", item.no());
            out.writeStringProperty("d", item.department());
            set(out, "h", item.hard());
            set(out, "s", item.soft());
            set(out, "v", item.waived());
            set(out, "u", item.indulged());
            if (item.heard() > 0) {
                out.writeNumberProperty("q", item.heard());
            }
            write(out, item.status());
            out.writeEndObject();
        }
        out.writeEndArray();
        if (!plan.activities().isEmpty()) {
            out.writePOJOProperty("j", plan.activities());
        }
    }

    private static void write(JsonGenerator out, ItemStatus status) {
        switch (status) {
            case ItemStatus.Waiting waiting -> {
                out.writeStringProperty("z", "W");
                set(out, "o", waiting.on());
                set(out, "m", waiting.owed());
            }
            case ItemStatus.Ready ready -> out.writeStringProperty("z", "R");
            case ItemStatus.Blocked blocked -> {
                out.writeStringProperty("z", "B");
                set(out, "f", blocked.failed());
                set(out, "o", blocked.on());
                set(out, "w", blocked.withheld());
                materials(out, blocked.materials());
            }
            case ItemStatus.Cancelling cancelling -> {
                out.writeStringProperty("z", "C");
                out.writeStringProperty("r", cancelling.reason().name());
            }
            case ItemStatus.Ended ended -> {
                out.writeStringProperty("z", "E");
                out.writeStringProperty("c", ended.outcome().name());
                out.writeStringProperty("a", ended.at().toString());
                if (ended.decisionNo() != null) {
                    out.writeStringProperty("x", ended.decisionNo());
                }
                if (ended.result() != null) {
                    out.writePOJOProperty("p", ended.result());
                }
            }
        }
    }

    private static void materials(JsonGenerator out, ItemStatus.Materials materials) {
        set(out, "m", materials.owed());
        if (!materials.overdue().isEmpty()) {
            out.writePOJOProperty("y", new TreeMap<>(materials.overdue()));
        }
        if (!materials.supplied().isEmpty()) {
            out.writePOJOProperty("g", materials.supplied());
        }
    }

    private static void set(JsonGenerator out, String name, Set<String> numbers) {
        if (!numbers.isEmpty()) {
            out.writeStringProperty(name, String.join(",", Numbers.sorted(numbers)));
        }
    }

    public PlanState read(String caseNo, String text) {
        JsonNode node = json.readTree(text);
        if (!node.has("t")) {
            return new PlanState.Forestalled(caseNo, node.required("i").asLong());
        }
        List<PlannedItem> items = new ArrayList<>();
        for (JsonNode item : node.required("t")) {
            items.add(new PlannedItem(string(item, "n"), string(item, "d"), numbers(item, "h"),
                    numbers(item, "s"), numbers(item, "v"), numbers(item, "u"), item.path("q").asLong(0),
                    status(item)));
        }
        return new CasePlan(caseNo, string(node, "h"), split(string(node, "l")), node.required("e").asInt(),
                node.required("n").asLong(), node.required("i").asLong(), items, list(node, "j", Joint[].class));
    }

    private <T> List<T> list(JsonNode node, String name, Class<T[]> type) {
        JsonNode found = node.get(name);
        return found == null ? List.of() : List.of(json.treeToValue(found, type));
    }

    private ItemStatus.Materials materials(JsonNode item) {
        Map<String, Instant> overdue = new HashMap<>();
        JsonNode late = item.get("y");
        if (late != null) {
            late.forEachEntry((code, at) -> overdue.put(code, Instant.parse(at.asString())));
        }
        return new ItemStatus.Materials(numbers(item, "m"), overdue, list(item, "g", MaterialRef[].class));
    }

    private ItemStatus status(JsonNode item) {
        return switch (string(item, "z")) {
            case "W" -> new ItemStatus.Waiting(numbers(item, "o"), numbers(item, "m"));
            case "R" -> new ItemStatus.Ready();
            case "B" -> new ItemStatus.Blocked(numbers(item, "f"), numbers(item, "o"), numbers(item, "w"),
                    materials(item));
            case "C" -> new ItemStatus.Cancelling(CancelReason.valueOf(string(item, "r")));
            case "E" -> new ItemStatus.Ended(Outcome.valueOf(string(item, "c")),
                    item.has("x") ? string(item, "x") : null, item.get("p"), Instant.parse(string(item, "a")));
            default -> throw new IllegalStateException("Unknown stage in the stored plan: " + item.get("z"));
        };
    }

    private static String string(JsonNode node, String name) {
        return node.required(name).asString();
    }

    private static Set<String> numbers(JsonNode node, String name) {
        JsonNode found = node.get(name);
        return found == null ? Set.of() : Set.of(found.asString().split(","));
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }
}
