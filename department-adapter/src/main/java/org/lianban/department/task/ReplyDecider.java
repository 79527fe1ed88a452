package org.lianban.department.task;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Decision;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.catalog.SpecialProcedure;
import org.lianban.contracts.event.DepartmentEvent.VerificationUnavailable;
import org.lianban.contracts.event.DepartmentEvent;

/**
 * Decides what a department's reply does to a task, and changes nothing. Expects a reply that {@link ReplyForm} found
 * complete and a task that is the department's.
 *
 * <p>附件3 三: accepted or refused within a working day, pre-reviewed while a prerequisite is open (容缺预审), decided
 * only when it is there. A department that decides on the spot (即办) sends acceptance and decision together.
 */
public final class ReplyDecider {
    private ReplyDecider() {}

    /** Whether what is decided depends on catalogue, calendar or switches. */
    public static boolean needsContext(Task task, Reply.Type type) {
        return switch (type) {
            case CORRECTION_REQUESTED, SUSPENDED, EXTENDED -> true;
            case APPROVED, DENIED -> fresh(task.status()) && !task.verification();
            case ACKNOWLEDGED, ACCEPTED, NOT_ACCEPTED, PRE_REVIEW_PASSED, PRE_REVIEW_FAILED, RESUMED, PROGRESS, MATCHED,
                    MISMATCHED, UNAVAILABLE, RESULT_FILED, JOINT_PASSED, JOINT_FAILED ->
                false;
        };
    }

    public static Decision<TaskEvent> decide(Task task, Reply reply, ReplyContext context, Instant now) {
        if (reply.type() == Reply.Type.RESULT_FILED) {
            return Specials.file(task, event(task, reply, now));
        }
        if (task.ended()) {
            return TaskRefusal.ALREADY_ENDED.refuse();
        }
        if (!suits(task, reply.type())) {
            return TaskRefusal.WRONG_KIND.refuse();
        }
        return switch (reply.type()) {
            case PRE_REVIEW_PASSED, PRE_REVIEW_FAILED -> task.dependent()
                    ? possible(task, reply, now)
                    : TaskRefusal.NO_PREREQUISITE.refuse();
            case APPROVED, DENIED, MATCHED, MISMATCHED -> decision(task, reply, context, now);
            case CORRECTION_REQUESTED -> Specials.refusesCorrection(task, context).map(TaskRefusal::refuse)
                    .orElseGet(() -> possible(task, reply, now));
            case SUSPENDED -> suspension(task, reply, context, now);
            case EXTENDED -> Specials.refusesExtension(task, reply, context, fresh(task.status()))
                    .map(TaskRefusal::refuse).orElseGet(() -> possible(task, reply, now));
            case JOINT_PASSED, JOINT_FAILED -> Specials.refusesConclusion(task, reply).map(TaskRefusal::refuse)
                    .orElseGet(() -> possible(task, reply, now));
            case ACKNOWLEDGED, ACCEPTED, NOT_ACCEPTED, RESUMED, PROGRESS, UNAVAILABLE, RESULT_FILED -> possible(task,
                    reply, now);
        };
    }

    private static Decision<TaskEvent> possible(Task task, Reply reply, Instant now) {
        return TaskDecider.possible(task, event(task, reply, now), impossible(task, reply.type()));
    }

    /** 即办件: accepted and decided in one reply, and both are told. */
    private static Decision<TaskEvent> decision(Task task, Reply reply, ReplyContext context, Instant now) {
        if (!task.mayDecide() && accepted(task)) {
            return (task.status() instanceof Status.Blocked ? TaskRefusal.BLOCKED : TaskRefusal.NOT_RELEASED).refuse();
        }
        boolean waits = task.status().is(ItemState.DISPATCHED) || task.status().is(ItemState.ACKNOWLEDGED);
        if (!task.verification() && task.mayDecide() && waits && context.instant()) {
            DepartmentEvent accepted = new DepartmentEvent.ItemAccepted(task.id().caseNo(), task.id().itemNo(),
                    task.department(), now, now, false, reply.noticeNo());
            return Decision.accepted(new TaskEvent.Reported(accepted),
                    new TaskEvent.Reported(event(task, reply, now)));
        }
        return possible(task, reply, now);
    }

    /** S2-5 清单管理: only what the item's published list names, and with what the list says. */
    private static Decision<TaskEvent> suspension(Task task, Reply reply, ReplyContext context, Instant now) {
        Decision<TaskEvent> decision = possible(task, reply, now);
        if (decision instanceof Decision.Refused) {
            return decision;
        }
        if (context.item() == null) {
            return TaskRefusal.CATALOG_MISSING.refuse();
        }
        SpecialProcedure listed = Specials.listed(context, reply).orElse(null);
        if (listed == null) {
            return TaskRefusal.NOT_LISTED.refuse();
        }
        if (!Specials.flagsAgree(listed, reply)) {
            return TaskRefusal.FLAGS_DIFFER.refuse();
        }
        return Decision.accepted(new TaskEvent.Reported(new DepartmentEvent.ItemSuspended(task.id().caseNo(),
                task.id().itemNo(),
                task.department(), now, listed.name(), String.join("；", list(reply.reasons())), listed.pausesPromise(),
                listed.pausesStatutory(), listed.key(), listed.limit())));
    }

    /** 核验: matched or not, without acceptance; with the data source down an officer decides on manual proof. */
    private static boolean suits(Task task, Reply.Type type) {
        boolean byHand = task.status().unblocked().is(ItemState.UNAVAILABLE);
        return switch (type) {
            case ACKNOWLEDGED, PROGRESS -> true;
            case MATCHED, MISMATCHED, UNAVAILABLE -> task.verification();
            case APPROVED, DENIED -> !task.verification() || byHand;
            case ACCEPTED, NOT_ACCEPTED, PRE_REVIEW_PASSED, PRE_REVIEW_FAILED, SUSPENDED, RESUMED,
                    CORRECTION_REQUESTED, EXTENDED ->
                !task.verification();
            case RESULT_FILED, JOINT_PASSED, JOINT_FAILED -> true;
        };
    }

    private static boolean accepted(Task task) {
        return task.verification() || !fresh(task.status());
    }

    /** Not accepted yet, whatever else is going on. */
    private static boolean fresh(Status status) {
        Status inner = status.unblocked() instanceof Status.Correction(Status.Open inside)
                ? inside
                : status.unblocked();
        return inner.is(ItemState.DISPATCHED) || inner.is(ItemState.ACKNOWLEDGED);
    }

    /** Why a reply that suits the item is impossible now. */
    private static TaskRefusal impossible(Task task, Reply.Type type) {
        boolean fresh = fresh(task.status());
        boolean suspended = task.status().unblocked() instanceof Status.Suspended;
        if (task.status().unblocked() instanceof Status.Correction && type != Reply.Type.ACKNOWLEDGED) {
            return TaskRefusal.CORRECTION_OPEN;
        }
        return switch (type) {
            case ACKNOWLEDGED -> TaskRefusal.ALREADY_ACKNOWLEDGED;
            case ACCEPTED, NOT_ACCEPTED -> TaskRefusal.ALREADY_ACCEPTED;
            case RESUMED -> fresh ? TaskRefusal.NOT_ACCEPTED_YET : TaskRefusal.NOT_SUSPENDED;
            case PRE_REVIEW_PASSED, PRE_REVIEW_FAILED, SUSPENDED, APPROVED, DENIED -> {
                if (fresh) {
                    yield TaskRefusal.NOT_ACCEPTED_YET;
                }
                yield suspended
                        ? TaskRefusal.SUSPENDED
                        : task.status() instanceof Status.Blocked ? TaskRefusal.BLOCKED : TaskRefusal.IMPOSSIBLE;
            }
            case CORRECTION_REQUESTED -> suspended ? TaskRefusal.SUSPENDED : TaskRefusal.ALREADY_ACCEPTED;
            case MATCHED, MISMATCHED, UNAVAILABLE, PROGRESS, EXTENDED, RESULT_FILED, JOINT_PASSED, JOINT_FAILED ->
                TaskRefusal.IMPOSSIBLE;
        };
    }

    private static DepartmentEvent event(Task task, Reply r, Instant now) {
        String c = task.id().caseNo();
        String i = task.id().itemNo();
        String d = task.department();
        return switch (r.type()) {
            case ACKNOWLEDGED -> new DepartmentEvent.ItemAcknowledged(c, i, d, now);
            case ACCEPTED -> new DepartmentEvent.ItemAccepted(c, i, d, now, now, false, r.noticeNo());
            case NOT_ACCEPTED ->
                new DepartmentEvent.ItemNotAccepted(c, i, d, now, list(r.reasons()), details(r).competentAuthority(),
                        r.noticeNo());
            case CORRECTION_REQUESTED -> new DepartmentEvent.CorrectionRequested(c, i, d, now,
                    List.copyOf(Objects.requireNonNull(details(r).defects())), r.noticeNo());
            case EXTENDED -> Specials.extended(task, r, now);
            case RESULT_FILED -> Specials.filed(task, r, now);
            case JOINT_PASSED -> Specials.concluded(task, r, true, now);
            case JOINT_FAILED -> Specials.concluded(task, r, false, now);
            case PRE_REVIEW_PASSED -> new DepartmentEvent.PreReviewConcluded(c, i, d, now, true, list(r.findings()));
            case PRE_REVIEW_FAILED -> new DepartmentEvent.PreReviewConcluded(c, i, d, now, false, list(r.findings()));
            case SUSPENDED -> new DepartmentEvent.ItemSuspended(c, i, d, now, Objects.requireNonNull(r.procedure()),
                    String.join("；", list(r.reasons())), Boolean.TRUE.equals(r.pausesPromise()),
                    Boolean.TRUE.equals(r.pausesStatutory()));
            case RESUMED -> new DepartmentEvent.ItemResumed(c, i, d, now, r.note());
            case PROGRESS -> new DepartmentEvent.ItemProgressed(c, i, d, now, Objects.requireNonNull(r.note()));
            case UNAVAILABLE -> new VerificationUnavailable(c, i, d, now, String.join("；", list(r.reasons())));
            case APPROVED -> decided(task, r, now, task.verification() ? Outcome.MATCHED : Outcome.APPROVED);
            case DENIED -> decided(task, r, now, task.verification() ? Outcome.MISMATCHED : Outcome.DENIED);
            case MATCHED -> decided(task, r, now, Outcome.MATCHED);
            case MISMATCHED -> decided(task, r, now, Outcome.MISMATCHED);
        };
    }

    private static DepartmentEvent.ItemDecided decided(Task task, Reply r, Instant now, Outcome outcome) {
        return new DepartmentEvent.ItemDecided(task.id().caseNo(), task.id().itemNo(), task.department(), now, outcome,
                list(r.reasons()), r.decisionNo(), r.result());
    }

    static Reply.Details details(Reply reply) {
        return reply.details() == null ? Reply.Details.NONE : reply.details();
    }

    static List<String> list(@Nullable List<String> texts) {
        return texts == null ? List.of() : List.copyOf(texts);
    }
}
