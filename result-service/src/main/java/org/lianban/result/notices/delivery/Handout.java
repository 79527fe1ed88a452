package org.lianban.result.notices.delivery;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.ResultEvent.Choice;
import org.lianban.contracts.event.ResultEvent.Way;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.Item;

/**
 * 出件情况 of a case: what there is to hand out, and how the applicant wants it.
 *
 * @param choice null while the applicant has not chosen: then each result is handed out as it comes
 * @param way null while the applicant has not chosen: then any way will do
 * @param items the frozen set, by item number
 */
public record Handout(@Nullable Choice choice, @Nullable Way way, SortedMap<String, Item> items) {

    public Handout {
        items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
    }

    public boolean together() {
        return choice == Choice.ALL_AT_ONCE;
    }

    /** Approved and not handed out yet. */
    public List<String> deliverable() {
        return items.entrySet().stream()
                .filter(e -> e.getValue().yieldsResult() && e.getValue().handout().delivered() == null)
                .map(java.util.Map.Entry::getKey).toList();
    }

    public List<String> delivered() {
        return items.entrySet().stream().filter(e -> e.getValue().handout().delivered() != null)
                .map(java.util.Map.Entry::getKey).toList();
    }

    /** Nothing more is going to come: every item has ended and every result is at the certificate window. */
    public boolean complete() {
        return items.values().stream().allMatch(
                item -> item.end() != null && (!item.yieldsResult() || item.handout().receivedAt() != null
                        || item.handout().delivered() != null));
    }

    /** What the case says of it. */
    public static Handout of(Bundle bundle) {
        var items = new TreeMap<String, Item>();
        bundle.items().forEach((no, item) -> {
            if (item.task() != null) {
                items.put(no, item);
            }
        });
        var chosen = bundle.outlet().chosen();
        return new Handout(chosen == null ? null : chosen.choice(), chosen == null ? null : chosen.way(), items);
    }
}
