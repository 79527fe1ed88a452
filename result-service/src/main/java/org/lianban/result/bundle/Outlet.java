package org.lianban.result.bundle;

import com.fasterxml.jackson.annotation.JsonProperty;
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
public record Outlet(@JsonProperty("c") @Nullable Chosen chosen, @JsonProperty("a") @Nullable Archived archived,
        @JsonProperty("o") List<Order> orders) {
    static final Outlet NONE = new Outlet(null, null, List.of());

    public record Chosen(@JsonProperty("c") ResultEvent.Choice choice, @JsonProperty("w") ResultEvent.Way way,
            @JsonProperty("a") Instant at) {}

    /** @param digest of the package */
    public record Archived(@JsonProperty("a") Instant at, @JsonProperty("d") String digest) {}

    /** @param itemNo null: of the whole case */
    public record Order(@JsonProperty("n") String id, @JsonProperty("i") @Nullable String itemNo,
            @JsonProperty("l") ResultEvent.Level level, @JsonProperty("d") String department,
            @JsonProperty("r") String rule, @JsonProperty("u") @Nullable Instant replyDue,
            @JsonProperty("a") Instant at) {}

    public Outlet {
        orders = orders == null ? List.of() : List.copyOf(orders);
    }

    /** 统一领取. */
    boolean allAtOnce() {
        return chosen != null && chosen.choice() == ResultEvent.Choice.ALL_AT_ONCE;
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
