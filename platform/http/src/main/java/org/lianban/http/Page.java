package org.lianban.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next to be given as {@code after} for the next page; null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /** @param found up to one more than a page holds */
    public static <T> Page<T> of(List<T> found, int size, Function<T, String> key) {
        return found.size() <= size
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, size), key.apply(found.get(size - 1)));
    }
}
