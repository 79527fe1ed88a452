package org.lianban.dispatch.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Sets of item numbers: immutable, ascending, so that equal states look and are stored alike. */
final class Numbers {
    private Numbers() {}

    static SortedSet<String> of(Collection<String> numbers) {
        return numbers.isEmpty()
                ? Collections.emptySortedSet()
                : Collections.unmodifiableSortedSet(new TreeSet<>(numbers));
    }

    static SortedSet<String> with(Set<String> numbers, Collection<String> more) {
        TreeSet<String> all = new TreeSet<>(numbers);
        all.addAll(more);
        return of(all);
    }

    static SortedSet<String> without(Set<String> numbers, Collection<String> fewer) {
        TreeSet<String> rest = new TreeSet<>(numbers);
        rest.removeAll(fewer);
        return of(rest);
    }
}
