package org.lianban.department.task;

import org.jspecify.annotations.Nullable;
import org.lianban.contracts.api.ReplyAnswer;

/**
 * How a reply was answered the first time; kept as long as the task.
 *
 * @param by the department, where the task has been reassigned since; null: the one that has it now
 * @param fingerprint of the content, so that another content under the same id is found
 * @param code of the refusal; null when applied
 */
public record Answered(String replyId, @Nullable String by, String fingerprint, ReplyAnswer.Status status,
        @Nullable String code) {

    Answered former(String department) {
        return by == null ? new Answered(replyId, department, fingerprint, status, code) : this;
    }

    boolean is(String id, String department, String current) {
        return replyId.equals(id) && department.equals(by == null ? current : by);
    }
}
