package org.lianban.department.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Decision;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.api.ReplyAnswer.Status;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.contracts.event.DepartmentEvent;

/** Answers one reply: once and for ever under the same id, whatever has happened since. */
public final class AnswerDecider {
    /** Replies remembered per task; a department that needs more is in a loop. */
    static final int MAX_REPLIES = 200;

    private AnswerDecider() {}

    /** @param task after the reply; the same object where nothing is to be written */
    public record Answer(Task task, List<DepartmentEvent> events, ReplyAnswer answer) {}

    /** What cannot concern a task at all. */
    public static ReplyAnswer refuse(@Nullable String replyId, @Nullable String taskId, TaskRefusal why) {
        return refuse(replyId, taskId, why, "");
    }

    /** @param saying every fault that was found; may be empty */
    public static ReplyAnswer refuse(@Nullable String replyId, @Nullable String taskId, TaskRefusal why,
            String saying) {
        return new ReplyAnswer(replyId == null ? "" : replyId, taskId == null ? "" : taskId, Status.REJECTED, null,
                why.name(), saying.isEmpty() ? why.message() : why.message() + "：" + saying, null);
    }

    /** A reply that depends on neither catalogue nor calendar. */
    public static Answer answer(Task task, Reply reply, String department, Instant now) {
        return answer(task, reply, department, ReplyContext.UNKNOWN, now);
    }

    /** @param department who replies */
    public static Answer answer(Task task, Reply reply, String department, ReplyContext context, Instant now) {
        Optional<TaskRefusal> fault = Completeness.missing(reply);
        if (fault.isPresent()) {
            return unchanged(task, reply, fault.get());
        }
        String fingerprint = Fingerprint.of(reply);
        Optional<Answered> first = task.answer(reply.replyId(), department);
        if (first.isPresent()) {
            return again(task, reply, fingerprint, first.get());
        }
        if (!task.department().equals(department)) {
            return unchanged(task, reply, TaskRefusal.NOT_YOURS);
        }
        if (task.answers().size() >= MAX_REPLIES) {
            return unchanged(task, reply, TaskRefusal.TOO_MANY_REPLIES);
        }
        return switch (ReplyDecider.decide(task, reply, context, now)) {
            case Decision.Accepted<TaskEvent> accepted -> applied(task, reply, fingerprint, accepted.events(), now);
            case Decision.Refused<TaskEvent> refused -> refused(task, reply, fingerprint,
                    TaskRefusal.of(refused.refusal()));
            case Decision.Repeated<TaskEvent> never -> throw new IllegalStateException("Replies have ids of their own");
        };
    }

    private static Answer again(Task task, Reply reply, String fingerprint, Answered first) {
        if (!first.fingerprint().equals(fingerprint)) {
            return unchanged(task, reply, TaskRefusal.REPLY_ID_REUSED);
        }
        String message = first.code() == null ? null : TaskRefusal.valueOf(first.code()).message();
        return new Answer(task, List.of(), new ReplyAnswer(reply.replyId(), reply.taskId(), Status.DUPLICATE,
                first.status(), first.code(), message, task.status().state()));
    }

    private static Answer applied(Task task, Reply reply, String fingerprint, List<TaskEvent> events, Instant now) {
        Task after = task;
        List<DepartmentEvent> said = new ArrayList<>(events.size());
        for (TaskEvent event : events) {
            after = after.apply(event, now);
            if (event instanceof TaskEvent.Reported(DepartmentEvent reported)) {
                said.add(reported);
            }
        }
        after = after.remembering(new Answered(reply.replyId(), null, fingerprint, Status.APPLIED, null));
        return new Answer(after, said, new ReplyAnswer(reply.replyId(), reply.taskId(), Status.APPLIED, null, null,
                null, after.status().state()));
    }

    private static Answer refused(Task task, Reply reply, String fingerprint, TaskRefusal why) {
        Task after = why.ofState()
                ? task.remembering(new Answered(reply.replyId(), null, fingerprint, Status.REJECTED, why.name()))
                : task;
        return new Answer(after, List.of(), rejection(task.status().state(), reply, why));
    }

    private static Answer unchanged(Task task, Reply reply, TaskRefusal why) {
        ItemState state = why == TaskRefusal.NOT_YOURS ? null : task.status().state();
        return new Answer(task, List.of(), rejection(state, reply, why));
    }

    private static ReplyAnswer rejection(@Nullable ItemState state, Reply reply, TaskRefusal why) {
        return new ReplyAnswer(reply.replyId(), reply.taskId(), Status.REJECTED, null, why.name(), why.message(),
                state);
    }
}
