package org.lianban.contracts.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a department says about a task. {@code replyId} is the department's own and makes the reply idempotent for
 * ever: the same id again is answered as the first time.
 *
 * @param replyId 1 to 64 characters, unique within the task
 * @param reasons required with NOT_ACCEPTED, DENIED, MISMATCHED and UNAVAILABLE
 * @param findings with PRE_REVIEW_FAILED
 * @param procedure with SUSPENDED: the listed special procedure
 * @param pausesPromise with SUSPENDED
 * @param pausesStatutory with SUSPENDED
 * @param note with PROGRESS
 * @param officer who decided, as the department names them
 */
public record Reply(String replyId, String taskId, Type type, @Nullable List<String> reasons,
        @Nullable List<String> findings, @Nullable String procedure, @Nullable Boolean pausesPromise,
        @Nullable Boolean pausesStatutory, @Nullable String noticeNo, @Nullable String decisionNo,
        @Nullable JsonNode result, @Nullable String note, @Nullable String officer) {

    public enum Type {
        ACKNOWLEDGED, ACCEPTED, NOT_ACCEPTED, PRE_REVIEW_PASSED, PRE_REVIEW_FAILED, SUSPENDED, RESUMED, PROGRESS, APPROVED, DENIED, MATCHED, MISMATCHED, UNAVAILABLE
    }
}
