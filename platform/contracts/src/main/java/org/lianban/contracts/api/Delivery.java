package org.lianban.contracts.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.dispatch.DispatchEvent.UpstreamResult;

/**
 * One entry of a department's queue. A task comes once as {@link Type#NEW}; what happens to it later comes as further
 * deliveries of the same {@code taskId}. {@code deliveryId} names the delivery: the same id again means the same content.
 *
 * @param deliveryId {@code taskId} and a running number, {@code …-03/1}
 * @param taskId {@code caseNo-itemNo}
 * @param mayDecide false: only pre-review (容缺预审) is possible yet
 * @param waitsFor prerequisites still open, by item number
 * @param pack with NEW only
 * @param upstream results of prerequisites that are new with this delivery
 * @param ended with CANCELLED only: WITHDRAWN or TERMINATED
 */
public record Delivery(String deliveryId, Type type, String taskId, String caseNo, String itemNo, String itemName,
        String region, String oneThing, String oneThingName, ItemKind kind, String department, Role role, int epoch,
        boolean mayDecide, List<String> waitsFor, @Nullable CasePack pack, List<UpstreamResult> upstream,
        @Nullable Outcome ended, Instant at) {

    public enum Type {
        /** A new task. */
        NEW,
        /** Upstream results arrived; {@code mayDecide} says whether it may be decided now. */
        RELEASED,
        /** A prerequisite failed: wait for the lead's decision. */
        BLOCKED,
        /** Stop working: withdrawn or terminated, or taken over by another department. */
        CANCELLED,
        /** 视为受理: the law has accepted it in the department's place. */
        DEEMED_ACCEPTED
    }

    /** Whether the department handles the item or only sees it. */
    public enum Role {
        HANDLER, OBSERVER
    }
}
