package org.lianban.department.task;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.dispatch.DispatchEvent.Block;
import org.lianban.contracts.dispatch.DispatchEvent.CancelReason;
import org.lianban.contracts.dispatch.DispatchEvent.UpstreamResult;

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

    public static Reply reply(String id, String taskId, Reply.Type type) {
        boolean reasons = switch (type) {
            case NOT_ACCEPTED, DENIED, MISMATCHED, UNAVAILABLE, SUSPENDED -> true;
            case ACKNOWLEDGED, ACCEPTED, PRE_REVIEW_PASSED, PRE_REVIEW_FAILED, RESUMED, PROGRESS, APPROVED, MATCHED ->
                false;
        };
        return new Reply(id, taskId, type, reasons ? List.of("缺少证明") : null,
                type == Reply.Type.PRE_REVIEW_FAILED ? List.of("面积不符") : null,
                type == Reply.Type.SUSPENDED ? "听证" : null, null, null, null, null, null,
                type == Reply.Type.PROGRESS ? "现场已勘验" : null, null);
    }

    static Reply reply(String id, Reply.Type type) {
        return reply(id, "C1-03", type);
    }

    static TaskCommand release(boolean mayDecide) {
        return new TaskCommand.Release(1, mayDecide,
                List.of(new UpstreamResult("01", Outcome.APPROVED, null, null, NOW)));
    }

    static TaskCommand block() {
        return new TaskCommand.MarkBlocked(1, new Block("03", "01", Outcome.DENIED));
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
                ReplyDesk.Answer answer = ReplyDesk.answer(now, reply, now.department(), NOW);
                if (answer.events().isEmpty()) {
                    throw new AssertionError(one + " was refused: " + answer.answer());
                }
                now = answer.task();
            }
        }
        return now;
    }

    private static Task applied(Task task, Decision decision) {
        return switch (decision) {
            case Decision.Changed(List<TaskEvent> events) -> {
                Task now = task;
                for (TaskEvent event : events) {
                    now = now.apply(event, NOW);
                }
                yield now;
            }
            case Decision.Refused(Refusal why) -> throw new AssertionError("refused: " + why);
        };
    }

    static @Nullable String code(Task task, Reply.Type type) {
        return ReplyDesk.answer(task, reply("x" + type, type), task.department(), NOW).answer().code();
    }
}
