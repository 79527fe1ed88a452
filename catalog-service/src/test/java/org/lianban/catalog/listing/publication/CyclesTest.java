package org.lianban.catalog.listing.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ten thousand random graphs; a failure prints its seed. */
class CyclesTest {
    private static final int GRAPHS = 10_000;

    @Test
    void shouldFindACycleExactlyWhereNoOrderExists() {
        for (long seed = 0; seed < GRAPHS; seed++) {
            Map<String, List<String>> graph = graph(new Random(seed), false);
            List<List<String>> cycles = Cycles.find(graph);
            assertThat(cycles.isEmpty()).as("seed %d: %s", seed, graph).isEqualTo(hasOrder(graph));
            for (List<String> path : cycles) {
                assertThat(path.getFirst()).as("seed %d", seed).isEqualTo(path.getLast());
                assertThat(path.subList(1, path.size())).as("seed %d", seed).doesNotHaveDuplicates();
                for (int i = 1; i < path.size(); i++) {
                    assertThat(graph.get(path.get(i - 1))).as("seed %d: %s", seed, path).contains(path.get(i));
                }
            }
        }
    }

    @Test
    void shouldFindNothingInAnOrderedGraph() {
        for (long seed = 0; seed < GRAPHS; seed++) {
            Map<String, List<String>> graph = graph(new Random(seed), true);
            assertThat(Cycles.find(graph)).as("seed %d: %s", seed, graph).isEmpty();
        }
    }

    @Test
    void shouldNameEveryCircleOnce() {
        assertThat(Cycles.find(new LinkedHashMap<>(Map.of("01", List.of("02"), "02", List.of("01"), "03",
                List.of("04"), "04", List.of("05"), "05", List.of("03"), "06", List.of("01", "03"))))).hasSize(2);
    }

    private static Map<String, List<String>> graph(Random random, boolean ordered) {
        int size = 1 + random.nextInt(9);
        Map<String, List<String>> graph = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            List<String> prerequisites = new ArrayList<>();
            for (int j = 0; j < (ordered ? i : size); j++) {
                if (random.nextInt(5) == 0) {
                    prerequisites.add("%02d".formatted(j));
                }
            }
            graph.put("%02d".formatted(i), prerequisites);
        }
        return graph;
    }

    /** Kahn: whatever waits for nothing is taken away until nothing moves. */
    private static boolean hasOrder(Map<String, List<String>> graph) {
        Map<String, List<String>> left = new HashMap<>(graph);
        boolean moved = true;
        while (moved) {
            moved = left.entrySet().removeIf(e -> e.getValue().stream().noneMatch(left::containsKey));
        }
        return left.isEmpty();
    }
}
