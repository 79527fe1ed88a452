package org.lianban.result.bundle;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.catalog.ItemKind;

/**
 * 事项状态: derived from the facts by the first row that holds. The order of the rows is the rule; the table stands
 * here once.
 */
public final class ItemStates {
    /** @param state null: the outcome's own state */
    record Row(@Nullable ItemState state, BiPredicate<Bundle, Item> when,
            BiFunction<Bundle, Item, @Nullable Instant> since) {}

    /** @param since when the item came into this state; null where the topic that knows has not spoken yet */
    public record Standing(ItemState state, @Nullable Instant since) {}

    private static final List<Row> TABLE = List.of(
            // Ended is ended, whatever else is recorded.
            new Row(null, (b, i) -> i.end() != null, (b, i) -> i.end() == null ? null : i.end().at()),
            // A failed prerequisite or a broken commitment halts even a special procedure: the lead decides first.
            new Row(ItemState.BLOCKED, (b, i) -> i.gate().isBlocked(), (b, i) -> i.gate().blockedAt()),
            new Row(ItemState.SUSPENDED, (b, i) -> i.openPause() != null,
                    (b, i) -> i.openPause() == null ? null : i.openPause().from()),
            new Row(ItemState.UNAVAILABLE, (b, i) -> i.handling().unavailableAt() != null,
                    (b, i) -> i.handling().unavailableAt()),
            new Row(ItemState.CORRECTION, (b, i) -> !i.isAccepted() && asked(i) != null, (b, i) -> asked(i)),
            new Row(ItemState.VERIFYING, (b, i) -> verifies(i) && (i.isAccepted() || acknowledged(i)),
                    (b, i) -> earlier(acceptedAt(i), i.handling().acknowledgedAt())),
            new Row(ItemState.WAITING_PREREQUISITE, (b, i) -> waits(i) && i.handling().preReview() != null,
                    (b, i) -> i.handling().preReview() == null ? null : i.handling().preReview().at()),
            new Row(ItemState.PRE_REVIEW, (b, i) -> waits(i), (b, i) -> later(acceptedAt(i), resumedAt(i))),
            new Row(ItemState.READY, (b, i) -> i.isAccepted() && i.isDependent(),
                    (b, i) -> later(later(i.gate().releasedAt(), acceptedAt(i)), resumedAt(i))),
            new Row(ItemState.IN_REVIEW, (b, i) -> i.isAccepted(), (b, i) -> later(acceptedAt(i), resumedAt(i))),
            new Row(ItemState.ACKNOWLEDGED, (b, i) -> acknowledged(i), (b, i) -> i.handling().acknowledgedAt()),
            new Row(ItemState.DISPATCHED, (b, i) -> true, (b, i) -> b.frozen() == null ? null : b.frozen().at()));

    private ItemStates() {}

    public static ItemState of(Bundle bundle, Item item) {
        return standing(bundle, item).state();
    }

    public static Standing standing(Bundle bundle, Item item) {
        for (Row row : TABLE) {
            if (row.when().test(bundle, item)) {
                var state = row.state();
                if (state == null) {
                    state = item.end() == null ? ItemState.DISPATCHED : ItemState.of(item.end().outcome());
                }
                return new Standing(state, row.since().apply(bundle, item));
            }
        }
        throw new IllegalStateException("The last row of the table always holds");
    }

    /** Accepted while a hard prerequisite is open or a material is owed: only pre-review (容缺预审) is possible. */
    private static boolean waits(Item item) {
        return item.isAccepted() && item.isDependent() && item.gate().releasedAt() == null;
    }

    private static @Nullable Instant asked(Item item) {
        var correction = item.course().correction();
        return correction == null || !correction.isOpen() ? null : correction.requestedAt();
    }

    private static boolean verifies(Item item) {
        return item.task() != null && item.task().kind() == ItemKind.VERIFY;
    }

    private static boolean acknowledged(Item item) {
        return item.handling().acknowledgedAt() != null;
    }

    private static @Nullable Instant acceptedAt(Item item) {
        var acceptance = item.handling().acceptance();
        return acceptance == null ? null : acceptance.at();
    }

    private static @Nullable Instant resumedAt(Item item) {
        return item.pauses().isEmpty() ? null : item.pauses().getLast().to();
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        return a == null ? b : b == null || a.isAfter(b) ? a : b;
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        return a == null ? b : b == null || a.isBefore(b) ? a : b;
    }
}
