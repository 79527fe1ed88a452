package org.lianban.department.task;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Decision;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.ItemRules;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.SpecialProcedure;
import org.lianban.contracts.catalog.Term;
import org.lianban.contracts.event.Defect;
import org.lianban.contracts.event.DepartmentEvent.ApproverRole;
import org.lianban.contracts.event.DispatchEvent.CancelReason;
import org.lianban.contracts.event.DispatchEvent.UpstreamResult;
import org.lianban.contracts.event.JointActivity;

/** Fixtures: tasks and what is said of them. */
public final class Tasks {
    static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    static final String POLICE = "410721-gongan";
    static final String HEALTH = "410721-weijian";

    private Tasks() {}

    static Task task(ItemKind kind, String... hard) {
        return Task.dispatched(new Task.Identity("C1", "03", kind), POLICE, List.of(HEALTH), List.of(hard), 1, NOW);
    }

    static Task free() {
        return task(ItemKind.CONFIRM);
    }

    static Task dependent() {
        return task(ItemKind.LICENSE, "01");
    }

    /** 听证 stands still for both clocks, 勘验 only for the promised one. */
    static final List<SpecialProcedure> LISTED = List.of(
            new SpecialProcedure("hearing", "听证", SpecialProcedure.Kind.HEARING, Term.workingDays(20), true, true,
                    "行政许可法第四十五条"),
            new SpecialProcedure("visit", "现场勘验", SpecialProcedure.Kind.SITE_VISIT, Term.workingDays(3), true, false,
                    null));
    static final ReplyContext GROUND = ground(ReplyContext.Switches.DEFAULT, false, Term.workingDays(5));

    static ReplyContext ground(ReplyContext.Switches switches, boolean instant, Term promise) {
        return new ReplyContext(item(instant, promise), false, true, switches);
    }

    static OneThing.Item item(boolean instant, Term promise) {
        ItemRules rules = new ItemRules(null, null, null, List.of(), List.of(), null, null, null, null, false, instant,
                null, LISTED, List.of());
        return new OneThing.Item("03", "户口登记", List.of(POLICE), OneThing.Level.COUNTY, ItemKind.LICENSE, List.of(),
                List.of(), null, promise, null, false, OneThing.Confirmation.CONFIRMED, null, null, null, null,
                List.of(), rules);
    }

    public static Reply reply(String id, String taskId, Reply.Type type) {
        boolean reasons = switch (type) {
            case NOT_ACCEPTED, DENIED, MISMATCHED, UNAVAILABLE, SUSPENDED, EXTENDED -> true;
            case ACKNOWLEDGED, ACCEPTED, PRE_REVIEW_PASSED, PRE_REVIEW_FAILED, RESUMED, PROGRESS, APPROVED, MATCHED,
                    CORRECTION_REQUESTED, RESULT_FILED, JOINT_PASSED, JOINT_FAILED ->
                false;
        };
        boolean findings = type == Reply.Type.PRE_REVIEW_FAILED || type == Reply.Type.JOINT_FAILED;
        return new Reply(id, taskId, type, reasons ? List.of("缺少证明") : null, findings ? List.of("面积不符") : null,
                type == Reply.Type.SUSPENDED ? "hearing" : null, null, null, null, null, null,
                type == Reply.Type.PROGRESS ? "现场已勘验" : null, null, details(type, taskId));
    }

    private static Reply.Details details(Reply.Type type, String taskId) {
        return switch (type) {
            case CORRECTION_REQUESTED -> defects("material:m01");
            case EXTENDED -> extension(10, ApproverRole.AGENCY_HEAD);
            case RESULT_FILED -> new Reply.Details(null, null, null, null, null, null, true, "居民户口簿", "户-17", null,
                    null);
            case JOINT_PASSED, JOINT_FAILED -> joint(taskId.substring(0, taskId.lastIndexOf('-')) + "-J1", "a7", "a8");
            default -> null;
        };
    }

    public static Reply.Details defects(String target) {
        return new Reply.Details(List.of(new Defect(target, "未签字", "签字后重新提交")), null, null, null, null, null, null,
                null,
                null, null, null);
    }

    public static Reply.Details extension(int days, ApproverRole role) {
        return new Reply.Details(null, days, "b1", role, null, null, null, null, null, null, null);
    }

    public static Reply.Details joint(String activity, String... officers) {
        return new Reply.Details(null, null, null, null, activity, List.of(officers), null, null, null, null, null);
    }

    /** The same reply with other details. */
    public static Reply with(Reply r, Reply.Details details) {
        return new Reply(r.replyId(), r.taskId(), r.type(), r.reasons(), r.findings(), r.procedure(),
                r.pausesPromise(), r.pausesStatutory(), r.noticeNo(), r.decisionNo(), r.result(), r.note(),
                r.officer(), details);
    }

    static TaskCommand schedule(JointActivity.Kind kind) {
        return new TaskCommand.ScheduleJoint(1, new JointActivity("C1-J1", kind, "410721-lead",
                List.of(new JointActivity.Participant("03", POLICE)), NOW, "窗口", null));
    }

    static TaskCommand endJoint(Boolean passed) {
        return new TaskCommand.EndJoint(
                new TaskEvent.JointOver("C1-J1", passed, List.of(), passed == null ? "取消" : null));
    }

    /** 部门补正 is here. */
    static TaskCommand corrected() {
        return new TaskCommand.Supply(1,
                List.of(new MaterialRef("m01", "租赁合同", MaterialRef.Form.PAPER, null, null, 0)), null);
    }

    /** 容缺补齐 is here. */
    static TaskCommand supplied(boolean mayDecide) {
        return new TaskCommand.Release(1, mayDecide, List.of(),
                List.of(new MaterialRef("m02", "验资报告", MaterialRef.Form.PAPER, null, null, 0)));
    }

    static Task owing(String material) {
        return Task.dispatched(new Task.Identity("C1", "03", ItemKind.LICENSE), POLICE, List.of(HEALTH), List.of(),
                List.of(material), 1, NOW);
    }

    static Reply reply(String id, Reply.Type type) {
        return reply(id, "C1-03", type);
    }

    static TaskCommand release(boolean mayDecide) {
        return new TaskCommand.Release(1, mayDecide,
                List.of(new UpstreamResult("01", Outcome.APPROVED, null, null, NOW)));
    }

    static TaskCommand block() {
        return new TaskCommand.MarkBlocked(1, null);
    }

    static TaskCommand cancel(CancelReason reason) {
        return new TaskCommand.Cancel(2, reason);
    }

    /** Applies what the reply or command does; fails the test if it is refused. */
    static Task after(Task task, Object... said) {
        Task now = task;
        int no = task.answers().size();
        for (Object one : said) {
            if (one instanceof TaskCommand command) {
                now = applied(now, TaskDecider.decide(now, command, NOW));
            } else {
                Reply reply = one instanceof Reply r ? r : reply("r" + no++, (Reply.Type) one);
                AnswerDecider.Answer answer = AnswerDecider.answer(now, reply, now.department(), GROUND, NOW);
                if (answer.events().isEmpty()) {
                    throw new AssertionError(one + " was refused: " + answer.answer());
                }
                now = answer.task();
            }
        }
        return now;
    }

    private static Task applied(Task task, Decision<TaskEvent> decision) {
        return switch (decision) {
            case Decision.Accepted<TaskEvent> accepted -> {
                Task now = task;
                for (TaskEvent event : accepted.events()) {
                    now = now.apply(event, NOW);
                }
                yield now;
            }
            case Decision.Repeated<TaskEvent> repeated -> throw new AssertionError("repeated");
            case Decision.Refused<TaskEvent> refused -> throw new AssertionError("refused: " + refused.refusal());
        };
    }

    static @Nullable String code(Task task, Reply.Type type) {
        return code(task, reply("x" + type, type), GROUND);
    }

    static @Nullable String code(Task task, Reply reply, ReplyContext ground) {
        return AnswerDecider.answer(task, reply, task.department(), ground, NOW).answer().code();
    }
}
