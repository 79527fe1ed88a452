package org.lianban.dispatch.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Immutable sets of item numbers; in order only where somebody reads or stores them. */
public final class Numbers {
    private Numbers() {}

    /** Ascending. */
    public static List<String> sorted(Collection<String> numbers) {
        return numbers.size() < 2 ? List.copyOf(numbers) : numbers.stream().sorted().toList();
    }

    static Set<String> with(Set<String> numbers, Collection<String> more) {
        Set<String> all = new HashSet<>(numbers);
        all.addAll(more);
        return Set.copyOf(all);
    }

    static Set<String> without(Set<String> numbers, Collection<String> fewer) {
        Set<String> rest = new HashSet<>(numbers);
        rest.removeAll(fewer);
        return Set.copyOf(rest);
    }
}
