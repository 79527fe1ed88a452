package org.lianban.department.task;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Decision;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.api.Reply.Details;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.SpecialProcedure;
import org.lianban.contracts.event.DepartmentEvent.JointConclusionGiven;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.JointActivity;
import org.lianban.department.task.Extras.Mark;

/**
 * The rules of what only some tasks ever see: 补正, 特别程序, 延期, 联合活动, 结果反馈. Each answers why not, or nothing
 * where the reply is in order.
 */
final class Specials {
    /** By the head of the agency, in working days (行政许可法 42 第一款). */
    static final int AGENCY_DAYS = 10;
    /** By the head of the government, joint handling only (行政许可法 42 第二款). */
    static final int GOVERNMENT_DAYS = 15;
    private static final int INSPECTORS = 2;

    private Specials() {}

    /**
     * Once, within the statutory notice and before acceptance (行政许可法 32); or once after a pre-review that did not
     * pass, which is no decision yet.
     */
    static Optional<TaskRefusal> refusesCorrection(Task task, ReplyContext context) {
        if (context.switches().correction() == ReplyContext.Correction.NEVER) {
            return Optional.of(TaskRefusal.CORRECTION_NOT_ALLOWED);
        }
        if (task.extras().has(Mark.CORRECTED)) {
            boolean open = task.status().text().contains("CORRECTION");
            return Optional.of(open ? TaskRefusal.CORRECTION_OPEN : TaskRefusal.CORRECTION_USED);
        }
        Status inner = task.status().unblocked();
        if (inner.is(ItemState.WAITING_PREREQUISITE)) {
            return task.extras().has(Mark.PRE_REVIEW_FAILED)
                    ? Optional.empty()
                    : Optional.of(TaskRefusal.ALREADY_ACCEPTED);
        }
        if (!(inner.is(ItemState.DISPATCHED) || inner.is(ItemState.ACKNOWLEDGED))) {
            return Optional.empty();
        }
        if (context.insideNotice() == null) {
            return Optional.of(TaskRefusal.CALENDAR_MISSING);
        }
        return context.insideNotice() ? Optional.empty() : Optional.of(TaskRefusal.NOTICE_TERM_OVER);
    }

    static Optional<SpecialProcedure> listed(ReplyContext context, Reply reply) {
        return context.item() == null
                ? Optional.empty()
                : context.item().rules().procedures().stream().filter(p -> p.key().equals(reply.procedure()))
                        .findFirst();
    }

    /** What the reply leaves open the list says. */
    static boolean flagsAgree(SpecialProcedure listed, Reply reply) {
        return agrees(reply.pausesPromise(), listed.pausesPromise())
                && agrees(reply.pausesStatutory(), listed.pausesStatutory());
    }

    private static boolean agrees(@Nullable Boolean said, boolean listed) {
        return said == null || said == listed;
    }

    /** Once, between acceptance and decision (行政许可法 42). */
    static Optional<TaskRefusal> refusesExtension(Task task, Reply reply, ReplyContext context, boolean fresh) {
        if (fresh) {
            return Optional.of(TaskRefusal.NOT_ACCEPTED_YET);
        }
        if (task.extras().has(Mark.EXTENDED)) {
            return Optional.of(TaskRefusal.ALREADY_EXTENDED);
        }
        if (context.item() == null) {
            return Optional.of(TaskRefusal.CATALOG_MISSING);
        }
        if (task.id().kind() != ItemKind.LICENSE && (context.item().promise() == null
                || context.switches().extension() == ReplyContext.Extension.LICENSE_ONLY)) {
            return Optional.of(TaskRefusal.NOT_EXTENSIBLE);
        }
        Details details = ReplyDecider.details(reply);
        boolean government = details.approverRole() == DepartmentEvent.ApproverRole.GOVERNMENT_HEAD;
        if (government && !context.jointHandling()) {
            return Optional.of(TaskRefusal.NOT_JOINT_HANDLING);
        }
        int days = Objects.requireNonNull(details.workingDays());
        return days > (government ? GOVERNMENT_DAYS : AGENCY_DAYS)
                ? Optional.of(TaskRefusal.EXTENSION_TOO_LONG)
                : Optional.empty();
    }

    /** Two officers at least see a place (行政许可法 34). */
    static Optional<TaskRefusal> refusesConclusion(Task task, Reply reply) {
        Details details = ReplyDecider.details(reply);
        Extras.Joint joint = task.extras().joint(Objects.requireNonNull(details.activityId())).orElse(null);
        if (joint == null) {
            return Optional.of(TaskRefusal.UNKNOWN_ACTIVITY);
        }
        if (joint.concluded()) {
            return Optional.of(TaskRefusal.ALREADY_CONCLUDED);
        }
        return joint.activity().kind() == JointActivity.Kind.INSPECTION
                && Objects.requireNonNull(details.officers()).size() < INSPECTORS
                        ? Optional.of(TaskRefusal.TWO_OFFICERS_NEEDED)
                        : Optional.empty();
    }

    /** Once, and after the decision: the only reply that an ended task still takes. */
    static Decision<TaskEvent> file(Task task, DepartmentEvent filed) {
        if (!task.status().equals(new Status.Ended(Outcome.APPROVED))) {
            return TaskRefusal.NOT_APPROVED.refuse();
        }
        return task.extras().has(Mark.FILED)
                ? TaskRefusal.ALREADY_FILED.refuse()
                : Decision.accepted(new TaskEvent.Reported(filed));
    }

    static DepartmentEvent.ItemExtended extended(Task task, Reply reply, Instant now) {
        Details details = ReplyDecider.details(reply);
        return new DepartmentEvent.ItemExtended(task.id().caseNo(), task.id().itemNo(), task.department(), now,
                Objects.requireNonNull(details.workingDays()), Objects.requireNonNull(details.approver()),
                Objects.requireNonNull(details.approverRole()), String.join("；", ReplyDecider.list(reply.reasons())));
    }

    static DepartmentEvent.ResultFiled filed(Task task, Reply reply, Instant now) {
        Details details = ReplyDecider.details(reply);
        return new DepartmentEvent.ResultFiled(task.id().caseNo(), task.id().itemNo(), task.department(), now,
                Boolean.TRUE.equals(details.physical()), details.certificateName(), details.certificateNo(),
                details.fileDigest());
    }

    static JointConclusionGiven concluded(Task task, Reply reply, boolean passed, Instant now) {
        Details details = ReplyDecider.details(reply);
        return new JointConclusionGiven(task.id().caseNo(), task.id().itemNo(), task.department(), now,
                Objects.requireNonNull(details.activityId()), passed, ReplyDecider.list(reply.findings()),
                List.copyOf(Objects.requireNonNull(details.officers())));
    }
}
