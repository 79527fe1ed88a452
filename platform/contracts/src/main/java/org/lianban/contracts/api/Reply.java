package org.lianban.contracts.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.Defect;
import org.lianban.contracts.event.DepartmentEvent.ApproverRole;
import tools.jackson.databind.JsonNode;

/**
 * What a department says about a task. {@code replyId} is the department's own and makes the reply idempotent for
 * ever: the same id again is answered as the first time.
 *
 * @param replyId 1 to 64 characters, unique within the task
 * @param reasons required with NOT_ACCEPTED, DENIED, MISMATCHED and UNAVAILABLE
 * @param findings with PRE_REVIEW_FAILED
 * @param procedure with SUSPENDED: key of the published special procedure
 * @param pausesPromise with SUSPENDED; the published list says it, null takes over what it says
 * @param pausesStatutory with SUSPENDED; as {@code pausesPromise}
 * @param note with PROGRESS
 * @param officer who decided, as the department names them
 */
public record Reply(String replyId, String taskId, Type type, @Nullable List<String> reasons,
        @Nullable List<String> findings, @Nullable String procedure, @Nullable Boolean pausesPromise,
        @Nullable Boolean pausesStatutory, @Nullable String noticeNo, @Nullable String decisionNo,
        @Nullable JsonNode result, @Nullable String note, @Nullable String officer, @Nullable Details details) {

    public Reply(String replyId, String taskId, Type type, @Nullable List<String> reasons,
            @Nullable List<String> findings, @Nullable String procedure, @Nullable Boolean pausesPromise,
            @Nullable Boolean pausesStatutory, @Nullable String noticeNo, @Nullable String decisionNo,
            @Nullable JsonNode result, @Nullable String note, @Nullable String officer) {
        this(replyId, taskId, type, reasons, findings, procedure, pausesPromise, pausesStatutory, noticeNo, decisionNo,
                result, note, officer, null);
    }

    /**
     * What only some replies say.
     *
     * @param defects with CORRECTION_REQUESTED: all of them at once
     * @param workingDays with EXTENDED
     * @param activityId with JOINT_PASSED and JOINT_FAILED
     * @param officers with JOINT_PASSED and JOINT_FAILED: accounts of who was there
     * @param physical with RESULT_FILED: a paper certificate is on its way to the window
     * @param fileDigest with RESULT_FILED: {@code sha256:} of the electronic result
     * @param competentAuthority with NOT_ACCEPTED: 有权机关
     */
    public record Details(@Nullable List<Defect> defects, @Nullable Integer workingDays, @Nullable String approver,
            @Nullable ApproverRole approverRole, @Nullable String activityId, @Nullable List<String> officers,
            @Nullable Boolean physical, @Nullable String certificateName, @Nullable String certificateNo,
            @Nullable String fileDigest, @Nullable String competentAuthority) {
        public static final Details NONE = new Details(null, null, null, null, null, null, null, null, null, null,
                null);
    }

    public enum Type {
        ACKNOWLEDGED,
        ACCEPTED,
        NOT_ACCEPTED,
        PRE_REVIEW_PASSED,
        PRE_REVIEW_FAILED,
        SUSPENDED,
        RESUMED,
        PROGRESS,
        APPROVED,
        DENIED,
        MATCHED,
        MISMATCHED,
        UNAVAILABLE,
        /** 部门补正. */
        CORRECTION_REQUESTED,
        /** 延期. */
        EXTENDED,
        /** 结果反馈. */
        RESULT_FILED,
        /** 联合活动结论. */
        JOINT_PASSED,
        JOINT_FAILED
    }
}
