package org.lianban.department.task;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.api.Reply;

/** Whether a reply is complete in itself: the same answer whenever it comes. */
public final class ReplyForm {
    static final int MAX_ID = 64;
    static final int MAX_TEXTS = 50;
    static final int MAX_TEXT = 1_000;
    static final int MAX_NOTE = 2_000;
    static final int MAX_NUMBER = 100;
    /** Characters of {@code result}. */
    static final int MAX_RESULT = 65_536;

    private ReplyForm() {}

    /** Records do not check what comes over the wire: fields that must be there may be missing. */
    public static Optional<Refusal> fault(Reply reply) {
        if (!printable(reply.replyId(), MAX_ID)) {
            return Optional.of(Refusal.REPLY_ID_MISSING);
        }
        if (!plausibleTask(reply.taskId())) {
            return Optional.of(Refusal.TASK_ID_MISSING);
        }
        @Nullable
        Object type = reply.type();
        if (type == null) {
            return Optional.of(Refusal.TYPE_MISSING);
        }
        if (reply.officer() != null && reply.officer().chars().anyMatch(Character::isISOControl) || nul(reply)) {
            return Optional.of(Refusal.UNREADABLE);
        }
        return tooLong(reply) || DetailsForm.tooLong(reply.details())
                ? Optional.of(Refusal.TOO_LONG)
                : missing(reply);
    }

    /** Whether there could be a task of this id at all; what is not must not reach the database. */
    public static boolean plausibleTask(@Nullable String taskId) {
        return printable(taskId, 2 * MAX_ID);
    }

    private static Optional<Refusal> missing(Reply reply) {
        return switch (reply.type()) {
            case NOT_ACCEPTED, DENIED, MISMATCHED, UNAVAILABLE -> unless(texts(reply.reasons()),
                    Refusal.REASONS_MISSING);
            case PRE_REVIEW_FAILED -> unless(texts(reply.findings()), Refusal.FINDINGS_MISSING);
            case SUSPENDED -> text(reply.procedure())
                    ? unless(texts(reply.reasons()), Refusal.REASONS_MISSING)
                    : Optional.of(Refusal.PROCEDURE_MISSING);
            case PROGRESS -> unless(text(reply.note()), Refusal.NOTE_MISSING);
            case CORRECTION_REQUESTED, EXTENDED, RESULT_FILED, JOINT_PASSED, JOINT_FAILED -> DetailsForm.missing(reply);
            case ACKNOWLEDGED, ACCEPTED, PRE_REVIEW_PASSED, RESUMED, APPROVED, MATCHED -> Optional.empty();
        };
    }

    static Optional<Refusal> unless(boolean there, Refusal refusal) {
        return there ? Optional.empty() : Optional.of(refusal);
    }

    private static boolean tooLong(Reply r) {
        return longer(r.procedure(), MAX_NUMBER) || longer(r.noticeNo(), MAX_NUMBER)
                || longer(r.decisionNo(), MAX_NUMBER) || longer(r.officer(), MAX_ID) || longer(r.note(), MAX_NOTE)
                || longer(r.reasons()) || longer(r.findings())
                || r.result() != null && r.result().toString().length() > MAX_RESULT;
    }

    /** U+0000, which no PostgreSQL text or jsonb of whoever consumes it could keep. */
    private static boolean nul(Reply r) {
        return nul(r.procedure()) || nul(r.noticeNo()) || nul(r.decisionNo()) || nul(r.note())
                || r.reasons() != null && r.reasons().stream().anyMatch(ReplyForm::nul)
                || r.findings() != null && r.findings().stream().anyMatch(ReplyForm::nul)
                || r.result() != null && r.result().toString().contains("\\u0000") || DetailsForm.nul(r.details());
    }

    static boolean nul(@Nullable String text) {
        return text != null && text.indexOf(0) >= 0;
    }

    static boolean longer(@Nullable String text, int limit) {
        return text != null && text.length() > limit;
    }

    static boolean longer(@Nullable List<String> texts) {
        return texts != null && (texts.size() > MAX_TEXTS || texts.stream().anyMatch(t -> longer(t, MAX_TEXT)));
    }

    static boolean texts(@Nullable List<String> texts) {
        return texts != null && !texts.isEmpty() && texts.stream().allMatch(ReplyForm::text);
    }

    static boolean text(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static boolean printable(@Nullable String id, int limit) {
        return id != null && !id.isBlank() && id.length() <= limit && id.chars().allMatch(c -> c > ' ' && c != 0x7f);
    }
}
