package org.lianban.department.task;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.api.Reply.Details;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.event.Defect;

/** The part of {@link ReplyForm} that is about {@link Details}. */
final class DetailsForm {
    static final int MAX_OFFICERS = 20;
    static final int MAX_NAME = 200;
    private static final Pattern DIGEST = Pattern.compile("(sha256|sm3):[0-9a-f]{64}");

    private DetailsForm() {}

    static Optional<Refusal> missing(Reply reply) {
        Details details = reply.details() == null ? Details.NONE : reply.details();
        return switch (reply.type()) {
            case CORRECTION_REQUESTED -> ReplyForm.unless(defects(details.defects()), Refusal.DEFECTS_MISSING);
            case EXTENDED -> extension(reply, details);
            case RESULT_FILED -> result(details);
            case JOINT_PASSED -> conclusion(details);
            case JOINT_FAILED -> conclusion(details).or(() -> ReplyForm.unless(ReplyForm.texts(reply.findings()),
                    Refusal.FINDINGS_MISSING));
            case ACKNOWLEDGED, ACCEPTED, NOT_ACCEPTED, PRE_REVIEW_PASSED, PRE_REVIEW_FAILED, SUSPENDED, RESUMED,
                    PROGRESS, APPROVED, DENIED, MATCHED, MISMATCHED, UNAVAILABLE ->
                Optional.empty();
        };
    }

    private static boolean defects(@Nullable List<Defect> defects) {
        return defects != null && !defects.isEmpty() && defects.stream().allMatch(
                d -> d != null && ReplyForm.text(d.target()) && ReplyForm.text(d.problem()));
    }

    private static Optional<Refusal> extension(Reply reply, Details details) {
        Integer days = details.workingDays();
        if (days == null || days < 1) {
            return Optional.of(Refusal.WORKING_DAYS_MISSING);
        }
        if (!ReplyForm.text(details.approver()) || details.approverRole() == null) {
            return Optional.of(Refusal.APPROVER_MISSING);
        }
        return ReplyForm.unless(ReplyForm.texts(reply.reasons()), Refusal.REASONS_MISSING);
    }

    private static Optional<Refusal> result(Details details) {
        if (details.fileDigest() == null) {
            return ReplyForm.unless(Boolean.TRUE.equals(details.physical()), Refusal.RESULT_MISSING);
        }
        return ReplyForm.unless(DIGEST.matcher(details.fileDigest()).matches(), Refusal.BAD_DIGEST);
    }

    private static Optional<Refusal> conclusion(Details details) {
        if (!ReplyForm.text(details.activityId())) {
            return Optional.of(Refusal.ACTIVITY_MISSING);
        }
        List<String> officers = details.officers();
        return ReplyForm.unless(ReplyForm.texts(officers) && officers != null && officers.size() <= MAX_OFFICERS
                && new HashSet<>(officers).size() == officers.size(), Refusal.OFFICERS_MISSING);
    }

    static boolean tooLong(@Nullable Details d) {
        return d != null && (ReplyForm.longer(d.approver(), ReplyForm.MAX_ID)
                || ReplyForm.longer(d.activityId(), ReplyForm.MAX_NUMBER)
                || ReplyForm.longer(d.certificateName(), MAX_NAME) || ReplyForm.longer(d.certificateNo(), MAX_NAME)
                || ReplyForm.longer(d.competentAuthority(), MAX_NAME) || ReplyForm.longer(d.fileDigest(), MAX_NAME)
                || d.officers() != null && (d.officers().size() > ReplyForm.MAX_TEXTS
                        || d.officers().stream().anyMatch(o -> ReplyForm.longer(o, ReplyForm.MAX_ID)))
                || d.defects() != null && (d.defects().size() > ReplyForm.MAX_TEXTS
                        || d.defects().stream().anyMatch(DetailsForm::tooLong)));
    }

    private static boolean tooLong(@Nullable Defect d) {
        return d != null && (ReplyForm.longer(d.target(), MAX_NAME) || texts(d).anyMatch(
                text -> ReplyForm.longer(text, ReplyForm.MAX_TEXT)));
    }

    /** U+0000, which no PostgreSQL text of whoever consumes it could keep. */
    static boolean nul(@Nullable Details d) {
        return d != null && (Stream.of(d.approver(), d.activityId(), d.certificateName(), d.certificateNo(),
                d.fileDigest(), d.competentAuthority()).anyMatch(ReplyForm::nul)
                || d.officers() != null && d.officers().stream().anyMatch(ReplyForm::nul)
                || d.defects() != null && d.defects().stream().anyMatch(DetailsForm::nul));
    }

    private static boolean nul(@Nullable Defect d) {
        return d != null && (ReplyForm.nul(d.target()) || texts(d).anyMatch(ReplyForm::nul));
    }

    private static Stream<@Nullable String> texts(Defect d) {
        return Stream.of(d.problem(), d.remedy(), d.reviewPoint(), d.example());
    }
}
