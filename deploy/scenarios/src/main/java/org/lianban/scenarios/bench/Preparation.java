package org.lianban.scenarios.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.Confirmation;
import org.lianban.contracts.catalog.OneThing.FieldType;
import org.lianban.contracts.catalog.OneThing.FormField;
import org.lianban.contracts.catalog.OneThing.Item;
import org.lianban.contracts.catalog.OneThing.Level;
import org.lianban.contracts.catalog.OneThing.Material;
import org.lianban.contracts.catalog.Term;
import tools.jackson.databind.JsonNode;

/** Publishes the workload's one-thing through catalog-service and waits until intake-service takes applications for it. */
record Preparation(LoadClient doors, String catalog, Workload workload) {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long MAX_BYTES = 20L * 1024 * 1024;

    /** Returns the departments, one per item. */
    List<String> publish() {
        List<String> departments = departments();
        JsonNode published = doors.post(catalog + "/api/one-things/" + workload.oneThing() + "/versions",
                Map.of("Lianban-Role", "CATALOG_ADMIN", "Lianban-Actor", "bench"), oneThing(departments)).block(LIMIT);
        if (published == null) {
            throw new IllegalStateException("catalog-service did not publish " + workload.oneThing());
        }
        return departments;
    }

    private List<String> departments() {
        JsonNode page = doors.get(catalog + "/api/departments?limit=200&region=" + Workload.REGION)
                .block(LIMIT);
        List<String> ids = new ArrayList<>();
        if (page != null) {
            page.path("items").forEach(d -> ids.add(d.path("id").asString()));
        }
        if (ids.size() < workload.items()) {
            throw new IllegalStateException("Expected " + workload.items() + " departments, but found " + ids.size());
        }
        return ids.subList(0, workload.items());
    }

    private OneThing oneThing(List<String> departments) {
        List<Item> items = new ArrayList<>();
        for (int number = 1; number <= workload.items(); number++) {
            items.add(new Item(Workload.itemNo(number), "压测事项" + number, List.of(departments.get(number - 1)),
                    Level.COUNTY, ItemKind.CONFIRM, workload.prerequisites(number), List.of(), null,
                    Term.workingDays(5),
                    Term.workingDays(20), true, Confirmation.CONFIRMED, null, null, null, null));
        }
        List<FormField> fields = Workload.form().keySet().stream()
                .map(name -> new FormField(name, name, FieldType.TEXT, true, List.of(), 500, List.of())).toList();
        List<Material> materials = Workload.materials().stream()
                .map(m -> new Material(String.valueOf(m.get("code")), "压测材料" + m.get("code"), true, List.of(),
                        List.of("application/pdf"), MAX_BYTES, null, Confirmation.CONFIRMED))
                .toList();
        return new OneThing(workload.oneThing(), Workload.REGION, 1, "", Instant.EPOCH, "压测一件事", "压测一件事",
                OneThing.Subject.INDIVIDUAL, null, null, departments.getFirst(), List.of(), null, null, null,
                new OneThing.Source(null, null, null, null), items, List.of(), fields, materials);
    }
}
