package org.lianban.contracts.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.OmitEmpty;
import org.lianban.contracts.OmitFalse;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.catalog.ItemKind;
import tools.jackson.databind.JsonNode;

/**
 * Topic {@code lianban.dispatch.events.v1}; subject and key are the case number; one sequence per case. One event
 * speaks of all items that one decision touched.
 *
 * <p>Epoch 纪元: 1 when dispatched, raised by every withdrawal; a command of an older epoch is refused.
 */
public sealed interface DispatchEvent extends CaseEvent {
    int epoch();

    /**
     * 已分发: to all departments at once. {@code tasks} is the frozen set of items that must end before the case does.
     *
     * @param tasks ascending by item number, never empty
     * @param skipped 不适用: items of the one-thing that the scenario left out
     * @param window that received the case; null: not at a window, or not recorded
     */
    record ItemsDispatched(String caseNo, int epoch, String region, String oneThing, String catalogHash,
            Instant handedInAt, Instant receivedAt, Instant dispatchedAt, CasePack pack, List<Task> tasks,
            List<String> skipped, @Nullable String window) implements DispatchEvent {

        public ItemsDispatched(String caseNo, int epoch, String region, String oneThing, String catalogHash,
                Instant handedInAt, Instant receivedAt, Instant dispatchedAt, CasePack pack, List<Task> tasks,
                List<String> skipped) {
            this(caseNo, epoch, region, oneThing, catalogHash, handedInAt, receivedAt, dispatchedAt, pack, tasks,
                    skipped, null);
        }
    }

    /**
     * @param department who handles it
     * @param others who see task and result
     * @param hard prerequisites within this case, by item number: until all are satisfied only pre-review is possible
     * @param soft items whose result is handed on when it is there
     * @param acceptedOnReceipt 收件即受理: the window accepted it in the department's name
     * @param owed 容缺: codes of materials that have to come before it may be decided
     */
    record Task(String itemNo, ItemKind kind, String department, List<String> others, List<String> hard,
            List<String> soft, @OmitFalse boolean acceptedOnReceipt,
            @OmitEmpty List<String> owed) {
        public Task {
            owed = owed == null ? List.of() : List.copyOf(owed);
        }

        public Task(String itemNo, ItemKind kind, String department, List<String> others, List<String> hard,
                List<String> soft) {
            this(itemNo, kind, department, others, hard, soft, false, List.of());
        }
    }

    /** 前置结果送达: upstream results for dependants, sent the moment they exist. */
    record ItemsReleased(String caseNo, int epoch, Instant releasedAt, List<Release> releases)
            implements
            DispatchEvent {}

    /**
     * @param mayDecide true once every hard prerequisite is satisfied (or the lead let it go on)
     * @param upstream results that are new to this item
     * @param supplements materials that came after the receipt, and why; a CORRECTION never lets a blocked item go on
     * @param form with CORRECTION: fields that were corrected, by name
     */
    record Release(String itemNo, boolean mayDecide, List<UpstreamResult> upstream,
            @OmitEmpty List<MaterialRef> supplements, @Nullable SupplementPurpose purpose, @Nullable JsonNode form) {
        public Release {
            supplements = supplements == null ? List.of() : List.copyOf(supplements);
        }

        public Release(String itemNo, boolean mayDecide, List<UpstreamResult> upstream) {
            this(itemNo, mayDecide, upstream, List.of(), null, null);
        }

        public Release(String itemNo, boolean mayDecide, List<UpstreamResult> upstream, List<MaterialRef> supplements,
                @Nullable SupplementPurpose purpose) {
            this(itemNo, mayDecide, upstream, supplements, purpose, null);
        }
    }

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
        PREREQUISITE_FAILED,
        /** 承诺未履行终止, by the lead's decision. */
        COMMITMENT_BREACHED;

        public Outcome outcome() {
            return this == WITHDRAWN ? Outcome.WITHDRAWN : Outcome.TERMINATED;
        }
    }

    /** 改派 by the lead department. */
    record ItemReassigned(String caseNo, int epoch, String itemNo, String from, String to, String reason,
            Instant reassignedAt) implements DispatchEvent {}

    /** 容缺逾期: these items wait for the lead department's decision. */
    record MaterialsOverdue(String caseNo, int epoch, Instant overdueAt, String lead, List<Overdue> overdue)
            implements
            DispatchEvent {}

    /** @param material code of the list */
    record Overdue(String itemNo, String material) {}

    /** 联合评审、联合勘验、联合验收 is arranged, or arranged anew: the same id replaces what was said before. */
    record JointActivityScheduled(String caseNo, int epoch, JointActivity activity, Instant scheduledAt)
            implements
            DispatchEvent {}

    /**
     * Every participating item that had not ended has concluded.
     *
     * @param passed whether all of them passed
     * @param conclusions the shared record
     */
    record JointActivityConcluded(String caseNo, int epoch, String activityId, boolean passed,
            List<Conclusion> conclusions, Instant concludedAt) implements DispatchEvent {}

    /** 单部门结论. @param officers accounts of the officers who were there */
    record Conclusion(String itemNo, String department, boolean passed, List<String> findings, List<String> officers,
            Instant at) {}

    record JointActivityCancelled(String caseNo, int epoch, String activityId, List<String> items, String reason,
            Instant cancelledAt) implements DispatchEvent {}
}
