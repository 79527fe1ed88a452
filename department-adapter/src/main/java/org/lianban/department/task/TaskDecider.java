package org.lianban.department.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lianban.contracts.department.DepartmentEvent;
import org.lianban.contracts.department.DepartmentEvent.ItemAccepted;
import org.lianban.contracts.department.DepartmentEvent.ItemAcknowledged;
import org.lianban.contracts.department.DepartmentEvent.ItemCancelled;
import org.lianban.department.task.TaskCommand.Acknowledge;
import org.lianban.department.task.TaskCommand.Cancel;
import org.lianban.department.task.TaskCommand.DeemAccepted;
import org.lianban.department.task.TaskCommand.MarkBlocked;
import org.lianban.department.task.TaskCommand.Reassign;
import org.lianban.department.task.TaskCommand.Release;

/** Decides what a command of ours does to a task, and changes nothing. What departments say is {@link ReplyDecider}'s. */
public final class TaskDecider {
    private TaskDecider() {}

    public static Decision decide(Task task, TaskCommand command, Instant now) {
        return switch (command) {
            case Release c -> of(task, c.epoch(), new TaskEvent.Released(c.mayDecide(), List.copyOf(c.upstream())),
                    task.mayDecide() || c.mayDecide() ? Trigger.RELEASED : Trigger.RESULT_ARRIVED);
            case MarkBlocked c -> task.mayDecide()
                    ? Decision.refused(Refusal.IMPOSSIBLE)
                    : of(task, c.epoch(), new TaskEvent.Blocked(c.block()), Trigger.BLOCKED);
            case Cancel c -> {
                DepartmentEvent end = new ItemCancelled(task.id().caseNo(), task.id().itemNo(), task.department(), now,
                        c.reason().outcome());
                yield of(task, c.epoch(), new TaskEvent.Reported(end), Trigger.valueOf(c.reason().outcome().name()));
            }
            case Reassign c -> c.to().equals(task.department())
                    ? Decision.refused(Refusal.IMPOSSIBLE)
                    : of(task, c.epoch(), new TaskEvent.Reassigned(c.to()), Trigger.REASSIGNED);
            case DeemAccepted c -> deem(task, c, now);
            case Acknowledge c -> acknowledge(task, now);
        };
    }

    private static Decision of(Task task, int epoch, TaskEvent event, Trigger trigger) {
        if (epoch < task.epoch()) {
            return Decision.refused(Refusal.STALE_EPOCH);
        }
        if (task.ended()) {
            return Decision.refused(Refusal.ALREADY_ENDED);
        }
        if (Lifecycle.next(task.status(), trigger).isEmpty()) {
            return Decision.refused(Refusal.IMPOSSIBLE);
        }
        List<TaskEvent> events = new ArrayList<>(2);
        if (epoch > task.epoch()) {
            events.add(new TaskEvent.EpochRaised(epoch));
        }
        events.add(event);
        return new Decision.Changed(events);
    }

    private static Decision deem(Task task, DeemAccepted command, Instant now) {
        if (task.ended()) {
            return Decision.refused(Refusal.ALREADY_ENDED);
        }
        if (!task.id().kind().deemedAccepted()) {
            return Decision.refused(Refusal.WRONG_KIND);
        }
        ItemAccepted deemed = new ItemAccepted(task.id().caseNo(), task.id().itemNo(), task.department(), now,
                command.effectiveAt(), true, null);
        return possible(task, deemed, Refusal.ALREADY_ACCEPTED);
    }

    private static Decision acknowledge(Task task, Instant now) {
        return task.ended()
                ? Decision.refused(Refusal.ALREADY_ENDED)
                : possible(task,
                        new ItemAcknowledged(task.id().caseNo(), task.id().itemNo(), task.department(), now),
                        Refusal.ALREADY_ACKNOWLEDGED);
    }

    static Decision possible(Task task, DepartmentEvent said, Refusal otherwise) {
        boolean possible = task.trigger(said).map(t -> Lifecycle.next(task.status(), t).isPresent()).orElse(true);
        return possible ? Decision.changed(new TaskEvent.Reported(said)) : Decision.refused(otherwise);
    }
}
