package org.lianban.dispatch.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lianban.contracts.catalog.OneThing.Item;
import org.lianban.contracts.catalog.OneThing;

/**
 * The one-thing's prerequisites restricted to the items of one case.
 *
 * <p>A prerequisite that the scenario left out is absent and never waited for. Its own prerequisites are inherited, so
 * that order still holds across the gap: with 01 → 02 → 03 and 02 left out, 03 waits for 01. An inherited edge that
 * follows from the others anyway is not drawn.
 */
final class CaseGraph {
    private final OneThing oneThing;
    private final Set<String> chosen;
    private final Map<String, Set<String>> ancestors = new HashMap<>();

    private CaseGraph(OneThing oneThing, Set<String> chosen) {
        this.oneThing = oneThing;
        this.chosen = chosen;
    }

    /** @throws IllegalArgumentException if {@link #fault} finds one */
    static Map<String, Edges> of(OneThing oneThing, List<String> items) {
        fault(oneThing, items).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        CaseGraph graph = new CaseGraph(oneThing, new TreeSet<>(items));
        Map<String, Edges> edges = new TreeMap<>();
        for (String no : graph.chosen) {
            edges.put(no, graph.edges(no));
        }
        return edges;
    }

    record Edges(Set<String> hard, Set<String> soft) {}

    /** Why these items cannot be a case of this one-thing; empty if they can. */
    static Optional<String> fault(OneThing oneThing, List<String> items) {
        List<String> faults = new ArrayList<>();
        Set<String> chosen = new TreeSet<>(items);
        if (chosen.isEmpty()) {
            faults.add("no item was chosen");
        }
        if (chosen.size() != items.size()) {
            faults.add("an item was chosen twice: " + items);
        }
        Set<String> unknown = new TreeSet<>(chosen);
        oneThing.items().forEach(item -> unknown.remove(item.no()));
        if (!unknown.isEmpty()) {
            faults.add("the one-thing has no items " + unknown);
        }
        faults.addAll(groupFaults(oneThing, chosen));
        cycle(oneThing).ifPresent(faults::add);
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of("Case of " + oneThing.code() + ": " + String.join("; ", faults));
    }

    private static List<String> groupFaults(OneThing oneThing, Set<String> chosen) {
        Map<String, List<String>> groups = oneThing.items().stream()
                .filter(i -> i.group() != null && i.group().type() == OneThing.Group.Type.EXACTLY_ONE)
                .collect(Collectors.groupingBy(i -> group(i).key(), TreeMap::new,
                        Collectors.mapping(Item::no, Collectors.toList())));
        List<String> faults = new ArrayList<>();
        groups.forEach((key, members) -> {
            List<String> present = members.stream().filter(chosen::contains).toList();
            if (present.size() != 1) {
                faults.add("exactly one of " + members + " (" + key + ") must be chosen, not " + present);
            }
        });
        return faults;
    }

    private static OneThing.Group group(Item item) {
        OneThing.Group group = item.group();
        if (group == null) {
            throw new IllegalStateException("Item " + item.no() + " is in no group");
        }
        return group;
    }

    /** Takes away items whose prerequisites are all taken away; what remains is a cycle or hangs on one. */
    private static Optional<String> cycle(OneThing oneThing) {
        Map<String, List<String>> rest = new TreeMap<>();
        oneThing.items().forEach(i -> rest.put(i.no(), i.hard()));
        while (rest.entrySet().removeIf(e -> e.getValue().stream().noneMatch(rest::containsKey))) {
            // Each pass takes at least one item away, so this ends after at most 99.
        }
        return rest.isEmpty() ? Optional.empty() : Optional.of("prerequisites go in a circle: " + rest.keySet());
    }

    private Edges edges(String no) {
        Item item = item(no);
        Set<String> hard = new TreeSet<>();
        Set<String> inherited = new TreeSet<>();
        for (String prerequisite : item.hard()) {
            if (chosen.contains(prerequisite)) {
                hard.add(prerequisite);
            } else {
                inherited.addAll(nearestChosen(prerequisite));
            }
        }
        inherited.removeAll(hard);
        Set<String> near = new TreeSet<>(hard);
        near.addAll(inherited);
        inherited.removeIf(i -> near.stream().anyMatch(n -> !n.equals(i) && ancestorsOf(n).contains(i)));
        hard.addAll(inherited);
        Set<String> soft = item.soft().stream().filter(chosen::contains)
                .filter(s -> !hard.contains(s) && !s.equals(no)).collect(Collectors.toCollection(TreeSet::new));
        return new Edges(hard, soft);
    }

    private Set<String> nearestChosen(String absent) {
        Set<String> nearest = new TreeSet<>();
        for (String prerequisite : item(absent).hard()) {
            if (chosen.contains(prerequisite)) {
                nearest.add(prerequisite);
            } else {
                nearest.addAll(nearestChosen(prerequisite));
            }
        }
        return nearest;
    }

    private Set<String> ancestorsOf(String no) {
        Set<String> known = ancestors.get(no);
        if (known != null) {
            return known;
        }
        Set<String> all = new TreeSet<>();
        for (String prerequisite : item(no).hard()) {
            all.add(prerequisite);
            all.addAll(ancestorsOf(prerequisite));
        }
        ancestors.put(no, all);
        return all;
    }

    private Item item(String no) {
        return oneThing.item(no).orElseThrow(() -> new IllegalArgumentException("Prerequisite " + no + " is no item"));
    }
}
