package org.lianban.department.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    public static ReplyAnswer refuse(@Nullable String replyId, @Nullable String taskId, Refusal why) {
        return new ReplyAnswer(replyId == null ? "" : replyId, taskId == null ? "" : taskId, Status.REJECTED, null,
                why.name(), why.message(), null);
    }

    /** A reply that depends on neither catalogue nor calendar. */
    public static Answer answer(Task task, Reply reply, String department, Instant now) {
        return answer(task, reply, department, ReplyContext.UNKNOWN, now);
    }

    /** @param department who replies */
    public static Answer answer(Task task, Reply reply, String department, ReplyContext context, Instant now) {
        Optional<Refusal> fault = ReplyForm.fault(reply);
        if (fault.isPresent()) {
            return unchanged(task, reply, fault.get());
        }
        String fingerprint = Fingerprint.of(reply);
        Optional<Answered> first = task.answer(reply.replyId(), department);
        if (first.isPresent()) {
            return again(task, reply, fingerprint, first.get());
        }
        if (!task.department().equals(department)) {
            return unchanged(task, reply, Refusal.NOT_YOURS);
        }
        if (task.answers().size() >= MAX_REPLIES) {
            return unchanged(task, reply, Refusal.TOO_MANY_REPLIES);
        }
        return switch (ReplyDecider.decide(task, reply, context, now)) {
            case Decision.Changed(List<TaskEvent> events) -> applied(task, reply, fingerprint, events, now);
            case Decision.Refused(Refusal why) -> refused(task, reply, fingerprint, why);
        };
    }

    private static Answer again(Task task, Reply reply, String fingerprint, Answered first) {
        if (!first.fingerprint().equals(fingerprint)) {
            return unchanged(task, reply, Refusal.REPLY_ID_REUSED);
        }
        String message = first.code() == null ? null : Refusal.valueOf(first.code()).message();
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

    private static Answer refused(Task task, Reply reply, String fingerprint, Refusal why) {
        Task after = why.ofState()
                ? task.remembering(new Answered(reply.replyId(), null, fingerprint, Status.REJECTED, why.name()))
                : task;
        return new Answer(after, List.of(), rejection(task.status().state(), reply, why));
    }

    private static Answer unchanged(Task task, Reply reply, Refusal why) {
        ItemState state = why == Refusal.NOT_YOURS ? null : task.status().state();
        return new Answer(task, List.of(), rejection(state, reply, why));
    }

    private static ReplyAnswer rejection(@Nullable ItemState state, Reply reply, Refusal why) {
        return new ReplyAnswer(reply.replyId() == null ? "" : reply.replyId(),
                reply.taskId() == null ? "" : reply.taskId(), Status.REJECTED, null, why.name(), why.message(), state);
    }
}
