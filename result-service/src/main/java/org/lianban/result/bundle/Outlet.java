package org.lianban.result.bundle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.ResultEvent;

/**
 * 送达、督办与归档 of a case, all of it published by this service itself.
 *
 * @param chosen 领取方式; null while the applicant has not chosen
 * @param orders 督办 that are not cleared, oldest first
 */
public record Outlet(@Nullable Chosen chosen, @Nullable Archived archived, List<Order> orders) {
    public static final Outlet NONE = new Outlet(null, null, List.of());

    public record Chosen(ResultEvent.Choice choice, ResultEvent.Way way, Instant at) {}

    /** @param digest of the package */
    public record Archived(Instant at, String digest) {}

    /** @param itemNo null: of the whole case */
    public record Order(String id, @Nullable String itemNo, ResultEvent.Level level, String department, String rule,
            @Nullable Instant replyDue, Instant at) {}

    public Outlet {
        orders = orders == null ? List.of() : List.copyOf(orders);
    }

    Outlet with(Chosen changed) {
        return new Outlet(changed, archived, orders);
    }

    Outlet with(Archived at) {
        return new Outlet(chosen, at, orders);
    }

    /** An order that is raised to the next level keeps its number. */
    Outlet issued(Order order) {
        var open = without(order.id());
        open.add(order);
        return new Outlet(chosen, archived, open);
    }

    Outlet cleared(String orderId) {
        return new Outlet(chosen, archived, without(orderId));
    }

    private List<Order> without(String orderId) {
        var open = new ArrayList<>(orders);
        open.removeIf(order -> order.id().equals(orderId));
        return open;
    }
}
