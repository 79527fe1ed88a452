package org.lianban.contracts.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.catalog.ItemKind;
import tools.jackson.databind.JsonNode;

/**
 * Topic {@code lianban.dispatch.events.v1}; subject and key are the case number; one sequence per case. One event
 * speaks of all items that one decision touched.
 *
 * <p>Epoch 纪元: 1 when dispatched, raised by every withdrawal; a command of an older epoch is refused.
 */
public sealed interface DispatchEvent {
    String caseNo();

    int epoch();

    /**
     * 已分发: to all departments at once. {@code tasks} is the frozen set of items that must end before the case does.
     *
     * @param tasks ascending by item number, never empty
     * @param skipped 不适用: items of the one-thing that the scenario left out
     */
    record ItemsDispatched(String caseNo, int epoch, String region, String oneThing, String catalogHash,
            Instant handedInAt, Instant receivedAt, Instant dispatchedAt, CasePack pack, List<Task> tasks,
            List<String> skipped) implements DispatchEvent {}

    /**
     * @param department who handles it
     * @param others who see task and result
     * @param hard prerequisites within this case, by item number: until all are satisfied only pre-review is possible
     * @param soft items whose result is handed on when it is there
     */
    record Task(String itemNo, ItemKind kind, String department, List<String> others, List<String> hard,
            List<String> soft) {}

    /** 前置结果送达: upstream results for dependants, sent the moment they exist. */
    record ItemsReleased(String caseNo, int epoch, Instant releasedAt, List<Release> releases)
            implements
                DispatchEvent {}

    /**
     * @param mayDecide true once every hard prerequisite is satisfied (or the lead let it go on)
     * @param upstream results that are new to this item
     */
    record Release(String itemNo, boolean mayDecide, List<UpstreamResult> upstream) {}

    record UpstreamResult(String itemNo, Outcome outcome, @Nullable String decisionNo, @Nullable JsonNode result,
            Instant decidedAt) {}

    /** 前置未通过: dependants wait for the lead department's decision. */
    record ItemsBlocked(String caseNo, int epoch, Instant blockedAt, String lead, List<Block> blocks)
            implements
                DispatchEvent {}

    /** @param prerequisite the item that failed, with its outcome */
    record Block(String itemNo, String prerequisite, Outcome outcome) {}

    /** Asks the adapter to end these items unless a department has decided them first. */
    record ItemsCancelled(String caseNo, int epoch, Instant cancelledAt, CancelReason reason, List<String> items)
            implements
                DispatchEvent {}

    enum CancelReason {
        /** 申请人撤回. */
        WITHDRAWN,
        /** 前置未通过终止, by the lead's decision. */
        PREREQUISITE_FAILED;

        public Outcome outcome() {
            return this == WITHDRAWN ? Outcome.WITHDRAWN : Outcome.TERMINATED;
        }
    }

    /** 改派 by the lead department. */
    record ItemReassigned(String caseNo, int epoch, String itemNo, String from, String to, String reason,
            Instant reassignedAt) implements DispatchEvent {}
}
