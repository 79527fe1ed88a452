package org.lianban.contracts.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.catalog.Term;
import tools.jackson.databind.JsonNode;

/**
 * Topic {@code lianban.department.events.v1}; key is the case number, subject {@code caseNo-itemNo}; one sequence per
 * item. department-adapter is the arbiter of an item's end: what it published stands.
 */
public sealed interface DepartmentEvent extends CaseEvent {
    String itemNo();

    String department();

    /** When the adapter committed it. */
    Instant at();

    /** How the item ended with this event; null: it goes on, or had ended before. */
    default @Nullable Outcome outcome() {
        return null;
    }

    /** 已接收. */
    record ItemAcknowledged(String caseNo, String itemNo, String department, Instant at) implements DepartmentEvent {}

    /**
     * 已受理: the promised and the statutory limit start at {@code effectiveAt}.
     *
     * @param deemed 视为受理 by silence (行政许可法 32): effective from the receipt, before {@code at}
     * @param window 收件即受理: the window that accepted in the department's name
     */
    record ItemAccepted(String caseNo, String itemNo, String department, Instant at, Instant effectiveAt,
            boolean deemed, @Nullable String noticeNo, @Nullable String window) implements DepartmentEvent {

        public ItemAccepted(String caseNo, String itemNo, String department, Instant at, Instant effectiveAt,
                boolean deemed, @Nullable String noticeNo) {
            this(caseNo, itemNo, department, at, effectiveAt, deemed, noticeNo, null);
        }
    }

    /** 不予受理: ends the item. @param competentAuthority 有权机关, where it is not this one (行政许可法 32) */
    record ItemNotAccepted(String caseNo, String itemNo, String department, Instant at, List<String> reasons,
            @Nullable String competentAuthority, @Nullable String noticeNo) implements DepartmentEvent {

        public ItemNotAccepted(String caseNo, String itemNo, String department, Instant at, List<String> reasons) {
            this(caseNo, itemNo, department, at, reasons, null, null);
        }

        @Override
        public Outcome outcome() {
            return Outcome.NOT_ACCEPTED;
        }
    }

    /** 部门补正: once, before acceptance and within the statutory notice (行政许可法 32). */
    record CorrectionRequested(String caseNo, String itemNo, String department, Instant at, List<Defect> defects,
            @Nullable String noticeNo) implements DepartmentEvent {}

    /**
     * 补正到齐: notice and acceptance clocks start anew.
     *
     * @param materials codes that came
     */
    record CorrectionSupplied(String caseNo, String itemNo, String department, Instant at, List<String> materials)
            implements
            DepartmentEvent {}

    /** 预审结论. */
    record PreReviewConcluded(String caseNo, String itemNo, String department, Instant at, boolean passed,
            List<String> findings) implements DepartmentEvent {}

    /**
     * 特别程序开始: told in writing (行政许可法 45).
     *
     * @param procedure name as published
     * @param key of the published list
     * @param limit its own limit
     */
    record ItemSuspended(String caseNo, String itemNo, String department, Instant at, String procedure, String reason,
            boolean pausesPromise, boolean pausesStatutory, @Nullable String key,
            @Nullable Term limit) implements DepartmentEvent {

        public ItemSuspended(String caseNo, String itemNo, String department, Instant at, String procedure,
                String reason, boolean pausesPromise, boolean pausesStatutory) {
            this(caseNo, itemNo, department, at, procedure, reason, pausesPromise, pausesStatutory, null, null);
        }
    }

    /** 特别程序结束. */
    record ItemResumed(String caseNo, String itemNo, String department, Instant at, @Nullable String conclusion)
            implements
            DepartmentEvent {}

    /**
     * 延期: once, before the decision (行政许可法 42).
     *
     * @param workingDays 1 to 10 by the head of the agency, to 15 by the head of the government
     * @param approver account of who approved it
     */
    record ItemExtended(String caseNo, String itemNo, String department, Instant at, int workingDays, String approver,
            ApproverRole approverRole, String reason) implements DepartmentEvent {}

    /** 延期批准人. */
    enum ApproverRole {
        /** 行政机关负责人. */
        AGENCY_HEAD,
        /** 本级人民政府负责人: joint handling only. */
        GOVERNMENT_HEAD
    }

    /**
     * 结果反馈 to the certificate window.
     *
     * @param physical a paper or plastic certificate is on its way; otherwise the electronic one is all
     * @param fileDigest {@code sha256:} of the electronic one
     */
    record ResultFiled(String caseNo, String itemNo, String department, Instant at, boolean physical,
            @Nullable String certificateName, @Nullable String certificateNo,
            @Nullable String fileDigest) implements DepartmentEvent {}

    /** 联合活动结论 of one department. @param officers accounts of who was there */
    record JointConclusionGiven(String caseNo, String itemNo, String department, Instant at, String activityId,
            boolean passed, List<String> findings, List<String> officers) implements DepartmentEvent {}

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
