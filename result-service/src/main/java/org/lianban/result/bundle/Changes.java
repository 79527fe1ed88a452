package org.lianban.result.bundle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.province.CaseStatus.Change;

/** 状态变化: what a province is told of one event. Nothing is told of a case before its one-thing is known. */
public final class Changes {
    private Changes() {}

    /** Changes from one bundle to the next, the case before its items, or after them once it has ended. */
    public static List<Change> between(Bundle before, Bundle after, Instant at) {
        if (after.filing() == null) {
            return List.of();
        }
        var changes = new ArrayList<Change>();
        after.items().forEach((no, item) -> {
            var state = shown(after, item);
            if (state != null && state != (before.filing() == null ? null : shown(before, before.item(no)))) {
                changes.add(new Change(no, null, state, at));
            }
        });
        var state = CaseStates.of(after);
        if (before.filing() == null || CaseStates.of(before) != state) {
            changes.add(after.isSettled() ? changes.size() : 0, new Change(null, state, null, at));
        }
        return changes;
    }

    private static @Nullable ItemState shown(Bundle b, Item item) {
        return item.task() == null ? null : ItemStates.of(b, item);
    }
}
