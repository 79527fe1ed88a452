package org.lianban.department.task;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.api.Reply;

/** Whether a reply says all that one of its type has to say: the same answer whenever it comes. */
public final class Completeness {
    private static final int MAX_OFFICERS = 20;
    /** Characters of {@code result}. */
    private static final int MAX_RESULT = 65_536;

    private Completeness() {}

    public static Optional<TaskRefusal> missing(Reply reply) {
        if (reply.result() != null && reply.result().toString().length() > MAX_RESULT) {
            return Optional.of(TaskRefusal.TOO_LONG);
        }
        Reply.Details details = ReplyDecider.details(reply);
        return switch (reply.type()) {
            case NOT_ACCEPTED, DENIED, MISMATCHED, UNAVAILABLE -> reasons(reply);
            case PRE_REVIEW_FAILED -> findings(reply);
            case SUSPENDED -> unless(reply.procedure() != null, TaskRefusal.PROCEDURE_MISSING)
                    .or(() -> reasons(reply));
            case PROGRESS -> unless(reply.note() != null, TaskRefusal.NOTE_MISSING);
            case CORRECTION_REQUESTED -> unless(some(details.defects()), TaskRefusal.DEFECTS_MISSING);
            case EXTENDED -> unless(details.workingDays() != null && details.workingDays() > 0,
                    TaskRefusal.WORKING_DAYS_MISSING)
                    .or(() -> unless(details.approver() != null && details.approverRole() != null,
                            TaskRefusal.APPROVER_MISSING))
                    .or(() -> reasons(reply));
            case RESULT_FILED -> unless(details.fileDigest() != null || Boolean.TRUE.equals(details.physical()),
                    TaskRefusal.RESULT_MISSING);
            case JOINT_PASSED -> conclusion(details);
            case JOINT_FAILED -> conclusion(details).or(() -> findings(reply));
            case ACKNOWLEDGED, ACCEPTED, PRE_REVIEW_PASSED, RESUMED, APPROVED, MATCHED -> Optional.empty();
        };
    }

    private static Optional<TaskRefusal> reasons(Reply reply) {
        return unless(some(reply.reasons()), TaskRefusal.REASONS_MISSING);
    }

    private static Optional<TaskRefusal> findings(Reply reply) {
        return unless(some(reply.findings()), TaskRefusal.FINDINGS_MISSING);
    }

    private static Optional<TaskRefusal> conclusion(Reply.Details details) {
        List<String> officers = details.officers();
        return unless(details.activityId() != null, TaskRefusal.ACTIVITY_MISSING).or(() -> unless(
                officers != null && !officers.isEmpty() && officers.size() <= MAX_OFFICERS
                        && new HashSet<>(officers).size() == officers.size(),
                TaskRefusal.OFFICERS_MISSING));
    }

    private static boolean some(@Nullable List<?> entries) {
        return entries != null && !entries.isEmpty();
    }

    private static Optional<TaskRefusal> unless(boolean there, TaskRefusal refusal) {
        return there ? Optional.empty() : Optional.of(refusal);
    }
}
