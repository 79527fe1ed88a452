package org.lianban.department.task;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.department.DepartmentEvent;
import org.lianban.contracts.department.DepartmentEvent.ItemAccepted;
import org.lianban.contracts.department.DepartmentEvent.ItemAcknowledged;
import org.lianban.contracts.department.DepartmentEvent.ItemDecided;
import org.lianban.contracts.department.DepartmentEvent.ItemNotAccepted;
import org.lianban.contracts.department.DepartmentEvent.ItemProgressed;
import org.lianban.contracts.department.DepartmentEvent.ItemResumed;
import org.lianban.contracts.department.DepartmentEvent.ItemSuspended;
import org.lianban.contracts.department.DepartmentEvent.PreReviewConcluded;
import org.lianban.contracts.department.DepartmentEvent.VerificationUnavailable;

/**
 * Decides what a department's reply does to a task, and changes nothing. Expects a reply that {@link ReplyForm} found
 * complete and a task that is the department's.
 *
 * <p>附件3 三: accepted or refused within a working day, pre-reviewed while a prerequisite is open (容缺预审), decided
 * only when it is there. A department that decides on the spot (即办) sends acceptance and decision together.
 */
public final class ReplyDecider {
    private ReplyDecider() {}

    public static Decision decide(Task task, Reply reply, Instant now) {
        if (task.ended()) {
            return Decision.refused(Refusal.ALREADY_ENDED);
        }
        if (!suits(task, reply.type())) {
            return Decision.refused(Refusal.WRONG_KIND);
        }
        if (reply.type() == Reply.Type.PRE_REVIEW_PASSED || reply.type() == Reply.Type.PRE_REVIEW_FAILED) {
            if (!task.dependent()) {
                return Decision.refused(Refusal.NO_PREREQUISITE);
            }
        }
        return decides(reply.type()) && !task.mayDecide() && accepted(task)
                ? Decision.refused(task.status() instanceof Status.Blocked ? Refusal.BLOCKED : Refusal.NOT_RELEASED)
                : TaskDecider.possible(task, event(task, reply, now), impossible(task, reply.type()));
    }

    /** 核验: matched or not, without acceptance; with the data source down an officer decides on manual proof. */
    private static boolean suits(Task task, Reply.Type type) {
        boolean byHand = inner(task.status()) instanceof Status.Unavailable;
        return switch (type) {
            case ACKNOWLEDGED, PROGRESS -> true;
            case MATCHED, MISMATCHED, UNAVAILABLE -> task.verification();
            case APPROVED, DENIED -> !task.verification() || byHand;
            case ACCEPTED, NOT_ACCEPTED, PRE_REVIEW_PASSED, PRE_REVIEW_FAILED, SUSPENDED, RESUMED ->
                !task.verification();
        };
    }

    private static boolean decides(Reply.Type type) {
        return switch (type) {
            case APPROVED, DENIED, MATCHED, MISMATCHED -> true;
            case ACKNOWLEDGED, ACCEPTED, NOT_ACCEPTED, PRE_REVIEW_PASSED, PRE_REVIEW_FAILED, SUSPENDED, RESUMED,
                    PROGRESS, UNAVAILABLE ->
                false;
        };
    }

    private static boolean accepted(Task task) {
        return task.verification() || !fresh(task.status());
    }

    private static boolean fresh(Status status) {
        return inner(status) instanceof Status.Dispatched || inner(status) instanceof Status.Acknowledged;
    }

    private static Status inner(Status status) {
        return status instanceof Status.Blocked(Status.Open inside) ? inside : status;
    }

    /** Why a reply that suits the item is impossible now. */
    private static Refusal impossible(Task task, Reply.Type type) {
        boolean fresh = fresh(task.status());
        boolean suspended = inner(task.status()) instanceof Status.Suspended;
        return switch (type) {
            case ACKNOWLEDGED -> Refusal.ALREADY_ACKNOWLEDGED;
            case ACCEPTED, NOT_ACCEPTED -> Refusal.ALREADY_ACCEPTED;
            case RESUMED -> fresh ? Refusal.NOT_ACCEPTED_YET : Refusal.NOT_SUSPENDED;
            case PRE_REVIEW_PASSED, PRE_REVIEW_FAILED, SUSPENDED, APPROVED, DENIED -> {
                if (fresh) {
                    yield Refusal.NOT_ACCEPTED_YET;
                }
                yield suspended
                        ? Refusal.SUSPENDED
                        : task.status() instanceof Status.Blocked ? Refusal.BLOCKED : Refusal.IMPOSSIBLE;
            }
            case MATCHED, MISMATCHED, UNAVAILABLE, PROGRESS -> Refusal.IMPOSSIBLE;
        };
    }

    private static DepartmentEvent event(Task task, Reply r, Instant now) {
        String c = task.id().caseNo();
        String i = task.id().itemNo();
        String d = task.department();
        return switch (r.type()) {
            case ACKNOWLEDGED -> new ItemAcknowledged(c, i, d, now);
            case ACCEPTED -> new ItemAccepted(c, i, d, now, now, false, r.noticeNo());
            case NOT_ACCEPTED -> new ItemNotAccepted(c, i, d, now, list(r.reasons()));
            case PRE_REVIEW_PASSED -> new PreReviewConcluded(c, i, d, now, true, list(r.findings()));
            case PRE_REVIEW_FAILED -> new PreReviewConcluded(c, i, d, now, false, list(r.findings()));
            case SUSPENDED -> new ItemSuspended(c, i, d, now, Objects.requireNonNull(r.procedure()),
                    String.join("；", list(r.reasons())), Boolean.TRUE.equals(r.pausesPromise()),
                    Boolean.TRUE.equals(r.pausesStatutory()));
            case RESUMED -> new ItemResumed(c, i, d, now, r.note());
            case PROGRESS -> new ItemProgressed(c, i, d, now, Objects.requireNonNull(r.note()));
            case UNAVAILABLE -> new VerificationUnavailable(c, i, d, now, String.join("；", list(r.reasons())));
            case APPROVED -> decided(task, r, now, task.verification() ? Outcome.MATCHED : Outcome.APPROVED);
            case DENIED -> decided(task, r, now, task.verification() ? Outcome.MISMATCHED : Outcome.DENIED);
            case MATCHED -> decided(task, r, now, Outcome.MATCHED);
            case MISMATCHED -> decided(task, r, now, Outcome.MISMATCHED);
        };
    }

    private static ItemDecided decided(Task task, Reply r, Instant now, Outcome outcome) {
        return new ItemDecided(task.id().caseNo(), task.id().itemNo(), task.department(), now, outcome,
                list(r.reasons()), r.decisionNo(), r.result());
    }

    private static List<String> list(@Nullable List<String> texts) {
        return texts == null ? List.of() : List.copyOf(texts);
    }
}
