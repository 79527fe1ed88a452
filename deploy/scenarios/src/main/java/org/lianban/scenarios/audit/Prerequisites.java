package org.lianban.scenarios.audit;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.lianban.contracts.catalog.OneThing;

/**
 * 前置: which chosen items a chosen item has to wait for, read from the catalogue alone. The order holds across items
 * that the scenario left out; of those it inherits, only what does not follow from the others anyway.
 */
record Prerequisites(OneThing oneThing, Set<String> chosen) {
    Set<String> of(String item) {
        Set<String> direct = new TreeSet<>();
        Set<String> inherited = new TreeSet<>();
        for (String prerequisite : hard(item)) {
            if (chosen.contains(prerequisite)) {
                direct.add(prerequisite);
            } else {
                inherit(prerequisite, inherited, new HashSet<>());
            }
        }
        Set<String> all = new TreeSet<>(direct);
        all.addAll(inherited);
        all.removeIf(one -> !direct.contains(one) && all.stream().anyMatch(other -> before(other).contains(one)));
        return all;
    }

    private void inherit(String absent, Set<String> into, Set<String> visited) {
        for (String prerequisite : hard(absent)) {
            if (chosen.contains(prerequisite)) {
                into.add(prerequisite);
            } else if (visited.add(prerequisite)) {
                inherit(prerequisite, into, visited);
            }
        }
    }

    /** Everything that comes before an item, however far. */
    private Set<String> before(String item) {
        Set<String> all = new HashSet<>();
        collect(item, all);
        return all;
    }

    private void collect(String item, Set<String> into) {
        for (String prerequisite : hard(item)) {
            if (into.add(prerequisite)) {
                collect(prerequisite, into);
            }
        }
    }

    private java.util.List<String> hard(String item) {
        return oneThing.item(item).orElseThrow(() -> new IllegalStateException("No item " + item)).hard();
    }
}
