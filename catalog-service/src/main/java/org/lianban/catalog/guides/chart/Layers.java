package org.lianban.catalog.guides.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts every knot into a row below all it waits for, no row wider than the page, and breaks lines that pass rows into
 * lanes.
 */
final class Layers {
    private final double most;
    private final Map<String, Knot> knots;
    private final Map<String, Set<String>> before;
    private final Map<String, Integer> rowOf = new HashMap<>();
    private final List<List<Knot>> rows = new ArrayList<>();
    private final List<List<String>> chains = new ArrayList<>();

    /** @param before per knot what stands above it, acyclic */
    private Layers(LinkedHashMap<String, Knot> knots, Map<String, Set<String>> before, double most) {
        this.knots = knots;
        this.before = before;
        this.most = most;
    }

    /** @param chains per line the ids it runs through, lanes between */
    record Rows(List<List<Knot>> rows, List<List<String>> chains) {}

    static Rows of(LinkedHashMap<String, Knot> knots, Map<String, Set<String>> before, double most) {
        Layers layers = new Layers(knots, before, most);
        layers.place();
        before.forEach((to, froms) -> froms.forEach(from -> layers.connect(from, to)));
        return new Rows(layers.rows, layers.chains);
    }

    private void place() {
        Map<String, Integer> depth = new HashMap<>();
        knots.keySet().forEach(id -> depth(id, depth));
        List<String> order = new ArrayList<>(knots.keySet());
        order.sort(Comparator.comparing(depth::get));
        for (String id : order) {
            int row = before.getOrDefault(id, Set.of()).stream().mapToInt(b -> rowOf.getOrDefault(b, -1) + 1).max()
                    .orElse(0);
            while (row < rows.size() && width(rows.get(row)) + Knot.GAP + knot(id).width() > most) {
                row++;
            }
            while (rows.size() <= row) {
                rows.add(new ArrayList<>());
            }
            rows.get(row).add(knot(id));
            rowOf.put(id, row);
        }
    }

    private int depth(String id, Map<String, Integer> known) {
        Integer depth = known.get(id);
        if (depth == null) {
            depth = before.getOrDefault(id, Set.of()).stream().mapToInt(b -> depth(b, known) + 1).max().orElse(0);
            known.put(id, depth);
        }
        return depth;
    }

    private Knot knot(String id) {
        Knot knot = knots.get(id);
        if (knot == null) {
            throw new IllegalStateException("Expected a knot " + id);
        }
        return knot;
    }

    static double width(List<Knot> row) {
        return row.stream().mapToDouble(Knot::width).sum() + Math.max(0, row.size() - 1) * Knot.GAP;
    }

    private void connect(String from, String to) {
        List<String> chain = new ArrayList<>(List.of(from));
        for (int row = rowOf.getOrDefault(from, 0) + 1; row < rowOf.getOrDefault(to, 0); row++) {
            Knot lane = Knot.lane(from + ">" + to + "@" + row);
            rows.get(row).add(lane);
            chain.add(lane.id());
        }
        chain.add(to);
        chains.add(chain);
    }
}
