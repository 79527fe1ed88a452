package org.lianban.catalog.guides.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders the knots of each row so that lines cross little, then finds the places that keep lines straightest: the
 * smallest sum of squared distances to the neighbours' middle under the order and the gaps.
 */
final class Placement {
    private static final int SWEEPS = 8;

    private final List<List<Knot>> rows;
    private final Map<String, List<String>> up = new HashMap<>();
    private final Map<String, List<String>> down = new HashMap<>();
    private final Map<String, Double> middle = new HashMap<>();

    private Placement(Layers.Rows layered) {
        this.rows = layered.rows().stream().map(r -> (List<Knot>) new ArrayList<>(r)).toList();
        for (List<String> chain : layered.chains()) {
            for (int i = 1; i < chain.size(); i++) {
                down.computeIfAbsent(chain.get(i - 1), k -> new ArrayList<>()).add(chain.get(i));
                up.computeIfAbsent(chain.get(i), k -> new ArrayList<>()).add(chain.get(i - 1));
            }
        }
    }

    /** @return the middle of every knot; the least left edge is 0 */
    static Map<String, Double> middles(Layers.Rows layered) {
        Placement placement = new Placement(layered);
        placement.rows.forEach(placement::inOrder);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            placement.sweep(sweep % 2 == 0, true);
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            placement.sweep(sweep % 2 == 1, false);
        }
        return placement.shifted();
    }

    private void sweep(boolean downward, boolean reorder) {
        for (List<Knot> row : downward ? rows : rows.reversed()) {
            Map<String, Double> wish = new HashMap<>();
            row.forEach(k -> wish.put(k.id(), wish(k, downward)));
            if (reorder) {
                row.sort(Comparator.comparing(k -> wish.getOrDefault(k.id(), 0.0)));
            }
            settle(row, wish);
        }
    }

    private double wish(Knot knot, boolean downward) {
        List<String> neighbours = (downward ? up : down).getOrDefault(knot.id(), List.of());
        return neighbours.stream().mapToDouble(n -> middle.getOrDefault(n, 0.0)).average()
                .orElse(middle.getOrDefault(knot.id(), 0.0));
    }

    private void inOrder(List<Knot> row) {
        double x = -Layers.width(row) / 2;
        for (Knot knot : row) {
            middle.put(knot.id(), x + knot.width() / 2);
            x += knot.width() + Knot.GAP;
        }
    }

    /** Pool adjacent violators: neighbours that would overlap move as one to the mean of their wishes. */
    private void settle(List<Knot> row, Map<String, Double> wish) {
        List<double[]> pools = new ArrayList<>();
        double offset = 0;
        for (int i = 0; i < row.size(); i++) {
            if (i > 0) {
                offset += (row.get(i - 1).width() + row.get(i).width()) / 2 + Knot.GAP;
            }
            pools.add(new double[]{wish.getOrDefault(row.get(i).id(), 0.0) - offset, 1});
            while (pools.size() > 1 && pools.get(pools.size() - 2)[0] > pools.getLast()[0]) {
                double[] right = pools.removeLast();
                double[] left = pools.getLast();
                left[0] = (left[0] * left[1] + right[0] * right[1]) / (left[1] + right[1]);
                left[1] += right[1];
            }
        }
        place(row, pools);
    }

    private void place(List<Knot> row, List<double[]> pools) {
        int next = 0;
        double offset = 0;
        for (double[] pool : pools) {
            for (int n = 0; n < (int) pool[1]; n++, next++) {
                if (next > 0) {
                    offset += (row.get(next - 1).width() + row.get(next).width()) / 2 + Knot.GAP;
                }
                middle.put(row.get(next).id(), pool[0] + offset);
            }
        }
    }

    private Map<String, Double> shifted() {
        double left = rows.stream().flatMap(List::stream)
                .mapToDouble(k -> middle.getOrDefault(k.id(), 0.0) - k.width() / 2).min().orElse(0);
        middle.replaceAll((id, x) -> x - left);
        return middle;
    }
}
