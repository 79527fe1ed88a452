package org.lianban.department.handler;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lianban.command.Decision;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.department.handler.ReplyHandler.Batch;
import org.lianban.department.store.TaskRepository.Filing;
import org.lianban.department.task.AnswerDecider;
import org.lianban.department.task.DeliveryId;
import org.lianban.department.task.Task;
import org.lianban.department.task.TaskCommand;
import org.lianban.department.task.TaskDecider;
import org.lianban.department.task.TaskEvent;
import org.lianban.department.task.TaskRefusal;

/** Answers batches of replies over the tasks they concern. */
final class ReplyUnitOfWork extends TaskUnitOfWork {
    private final Map<String, Filing> filings;
    private final ReplyContexts contexts;
    private final Pulse pulse;

    ReplyUnitOfWork(Map<String, Task> tasks, Map<String, Filing> filings, ReplyContexts contexts, Pulse pulse,
            Instant now) {
        super(tasks, now);
        this.filings = filings;
        this.contexts = contexts;
        this.pulse = pulse;
    }

    /** One answer per reply, in order. */
    List<ReplyAnswer> answer(Batch batch) {
        batch.taken().forEach(key -> taken(batch, key));
        List<ReplyAnswer> answers = new ArrayList<>(batch.replies().size());
        for (Reply reply : batch.replies()) {
            ReplyAnswer answer = answer(batch, reply);
            pulse.answered(batch.department(), answer.status());
            answers.add(answer);
        }
        return answers;
    }

    private ReplyAnswer answer(Batch batch, Reply reply) {
        Task task = tasks.get(reply.taskId());
        if (task == null) {
            return AnswerDecider.refuse(reply.replyId(), reply.taskId(), TaskRefusal.UNKNOWN_TASK);
        }
        AnswerDecider.Answer answer = AnswerDecider.answer(task, reply, batch.department(),
                contexts.of(task, filings.get(task.id().caseNo()), now), now);
        changes.replied(task.taskId(), batch.department(), answer.task().ended());
        if (answer.task() != task) {
            changed(answer.task());
            long sequence = answer.task().sequence() - answer.events().size();
            for (DepartmentEvent event : answer.events()) {
                publish(answer.task(), ++sequence, event, actor(batch, reply), batch.traceparent());
            }
            if (task.answers().isEmpty()) {
                pulse.firstReply(batch.department(), Duration.between(task.dispatchedAt(), now));
            }
        }
        pulse.reply(batch.department(), now);
        return answer.answer();
    }

    /** Who called, and the officer the department names. */
    private static String actor(Batch batch, Reply reply) {
        return reply.officer() == null ? batch.actor() : batch.actor() + " officer " + reply.officer();
    }

    private void taken(Batch batch, DeliveryId key) {
        changes.confirmed(key, batch.department());
        Task task = tasks.get(key.taskId());
        if (task != null && task.department().equals(batch.department()) && TaskDecider.decide(task,
                new TaskCommand.Acknowledge(), now) instanceof Decision.Accepted<TaskEvent> accepted) {
            Task after = task;
            for (TaskEvent event : accepted.events()) {
                after = after.apply(event, now);
                if (event instanceof TaskEvent.Reported(DepartmentEvent said)) {
                    publish(after, after.sequence(), said, batch.actor(), batch.traceparent());
                }
            }
            changed(after);
        }
    }
}
