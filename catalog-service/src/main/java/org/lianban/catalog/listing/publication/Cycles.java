package org.lianban.catalog.listing.publication;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds circles in a graph of prerequisites, one shortest path per set of items that wait for each other. */
final class Cycles {
    private Cycles() {}

    /**
     * @param prerequisites per item what it waits for; names without an entry wait for nothing
     * @return paths that begin and end with the same item, each step waiting for the next: {@code 01, 03, 01}
     */
    static List<List<String>> find(Map<String, List<String>> prerequisites) {
        List<List<String>> cycles = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (String start : prerequisites.keySet()) {
            if (named.contains(start)) {
                continue;
            }
            List<String> cycle = shortestBackTo(start, prerequisites);
            if (!cycle.isEmpty()) {
                cycles.add(cycle);
                named.addAll(mutuallyWaiting(start, prerequisites));
            }
        }
        return cycles;
    }

    private static List<String> shortestBackTo(String start, Map<String, List<String>> prerequisites) {
        Map<String, String> reachedFrom = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String current = open.removeFirst();
            for (String next : prerequisites.getOrDefault(current, List.of())) {
                if (next.equals(start)) {
                    return path(start, current, reachedFrom);
                }
                if (reachedFrom.putIfAbsent(next, current) == null) {
                    open.addLast(next);
                }
            }
        }
        return List.of();
    }

    private static List<String> path(String start, String last, Map<String, String> reachedFrom) {
        Deque<String> path = new ArrayDeque<>(List.of(start));
        String step = last;
        while (!step.equals(start)) {
            path.addFirst(step);
            step = reachedFrom.getOrDefault(step, start);
        }
        path.addFirst(start);
        return List.copyOf(path);
    }

    private static Set<String> mutuallyWaiting(String start, Map<String, List<String>> prerequisites) {
        Set<String> component = reachable(start, prerequisites);
        component.removeIf(other -> !reachable(other, prerequisites).contains(start));
        return component;
    }

    private static Set<String> reachable(String start, Map<String, List<String>> prerequisites) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(prerequisites.getOrDefault(start, List.of()));
        while (!open.isEmpty()) {
            String current = open.removeFirst();
            if (seen.add(current)) {
                open.addAll(prerequisites.getOrDefault(current, List.of()));
            }
        }
        return seen;
    }
}
