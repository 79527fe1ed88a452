package org.lianban.contracts.department;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import tools.jackson.databind.JsonNode;

/**
 * Topic {@code lianban.department.events.v1}; key is the case number, subject {@code caseNo-itemNo}; one sequence per
 * item. department-adapter is the arbiter of an item's end: what it published stands.
 */
public sealed interface DepartmentEvent {
    String caseNo();

    String itemNo();

    String department();

    /** When the adapter committed it. */
    Instant at();

    /** 已接收. */
    record ItemAcknowledged(String caseNo, String itemNo, String department, Instant at) implements DepartmentEvent {}

    /**
     * 已受理: the promised and the statutory limit start at {@code effectiveAt}.
     *
     * @param deemed 视为受理 by silence (行政许可法 32): effective from the receipt, before {@code at}
     */
    record ItemAccepted(String caseNo, String itemNo, String department, Instant at, Instant effectiveAt,
            boolean deemed, @Nullable String noticeNo) implements DepartmentEvent {}

    /** 不予受理: ends the item. */
    record ItemNotAccepted(String caseNo, String itemNo, String department, Instant at, List<String> reasons)
            implements
                DepartmentEvent {}

    /** 预审结论. */
    record PreReviewConcluded(String caseNo, String itemNo, String department, Instant at, boolean passed,
            List<String> findings) implements DepartmentEvent {}

    /** 特别程序开始: told in writing (行政许可法 45). */
    record ItemSuspended(String caseNo, String itemNo, String department, Instant at, String procedure, String reason,
            boolean pausesPromise, boolean pausesStatutory) implements DepartmentEvent {}

    /** 特别程序结束. */
    record ItemResumed(String caseNo, String itemNo, String department, Instant at, @Nullable String conclusion)
            implements
                DepartmentEvent {}

    /** 办理进度 of a department without a connected system. */
    record ItemProgressed(String caseNo, String itemNo, String department, Instant at, String note)
            implements
                DepartmentEvent {}

    /** 核验不可用: falls back to manual proof. */
    record VerificationUnavailable(String caseNo, String itemNo, String department, Instant at, String reason)
            implements
                DepartmentEvent {}

    /**
     * 审批决定 or data check result: ends the item.
     *
     * @param outcome APPROVED, DENIED, MATCHED or MISMATCHED
     * @param result what dependants get, up to 64 KB
     */
    record ItemDecided(String caseNo, String itemNo, String department, Instant at, Outcome outcome,
            List<String> reasons, @Nullable String decisionNo, @Nullable JsonNode result) implements DepartmentEvent {}

    /** The item ended without a decision: WITHDRAWN or TERMINATED. */
    record ItemCancelled(String caseNo, String itemNo, String department, Instant at, Outcome outcome)
            implements
                DepartmentEvent {}
}
