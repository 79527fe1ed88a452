package org.lianban.result.bundle.attribution;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.Item;

/**
 * 关键路径: which item a case waited for at an instant. It is the one that ended last, one that is open having ended later
 * than any that has not; of several the one with the lowest number. While that one waited for prerequisites, it is the
 * one among these that ended last, and so on.
 */
final class Path {
    private final Map<String, Item> items = new TreeMap<>();
    private final @Nullable String last;

    Path(Bundle bundle) {
        bundle.items().forEach((no, item) -> {
            if (item.task() != null) {
                items.put(no, item);
            }
        });
        last = latest(items.keySet()).orElse(null);
    }

    private Optional<String> latest(Iterable<String> candidates) {
        @Nullable
        String found = null;
        for (String no : candidates) {
            if (items.containsKey(no) && (found == null || LATER.compare(end(no), end(found)) > 0)) {
                found = no;
            }
        }
        return Optional.ofNullable(found);
    }

    private static final Comparator<@Nullable Instant> LATER = Comparator
            .nullsLast(Comparator.<Instant>naturalOrder());

    private @Nullable Instant end(String no) {
        var item = items.get(no);
        var end = item == null ? null : item.end();
        return end == null ? null : end.at();
    }

    /** Empty before anything was dispatched. */
    Optional<String> at(Instant instant) {
        var no = last;
        // Prerequisites have no cycle; the bound is for facts that contradict that.
        for (int steps = 0; no != null && steps < items.size(); steps++) {
            var before = prerequisite(no, instant);
            if (before.isEmpty()) {
                break;
            }
            no = before.get();
        }
        return Optional.ofNullable(no);
    }

    /** The prerequisite that an item waited for at an instant; empty when it did not wait. */
    private Optional<String> prerequisite(String no, Instant instant) {
        var item = items.get(no);
        var task = item == null ? null : item.task();
        if (item == null || task == null || task.hard().isEmpty()) {
            return Optional.empty();
        }
        var released = item.gate().releasedAt();
        if (released != null && !instant.isBefore(released) || item.gate().isBlocked()
                && !instant.isBefore(java.util.Objects.requireNonNullElse(item.gate().blockedAt(), Instant.MAX))) {
            return Optional.empty();
        }
        return latest(task.hard().stream().filter(hard -> running(hard, instant)).toList());
    }

    private boolean running(String no, Instant instant) {
        var end = end(no);
        return end == null || instant.isBefore(end);
    }
}
