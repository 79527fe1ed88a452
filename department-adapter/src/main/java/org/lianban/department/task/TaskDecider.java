package org.lianban.department.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lianban.command.Decision;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.department.task.Lifecycle.Trigger;

/** Decides what a command of ours does to a task, and changes nothing. What departments say is {@link ReplyDecider}'s. */
public final class TaskDecider {
    private TaskDecider() {}

    public static Decision<TaskEvent> decide(Task task, TaskCommand command, Instant now) {
        return switch (command) {
            case TaskCommand.Release c -> of(task, c.epoch(),
                    new TaskEvent.Released(c.mayDecide(), List.copyOf(c.upstream()), List.copyOf(c.supplements())),
                    task.mayDecide() || c.mayDecide() ? Trigger.RELEASED : Trigger.RESULT_ARRIVED);
            case TaskCommand.MarkBlocked c -> task.mayDecide()
                    ? TaskRefusal.IMPOSSIBLE.refuse()
                    : of(task, c.epoch(), new TaskEvent.Blocked(c.why()), Trigger.BLOCKED);
            case TaskCommand.Supply c -> supply(task, c, now);
            case TaskCommand.LapseCorrection c -> once(task, c.heard(), correcting(task)
                    ? Decision.accepted(new TaskEvent.CorrectionLapsed(c.heard()))
                    : TaskRefusal.IMPOSSIBLE.refuse());
            case TaskCommand.ScheduleJoint c ->
                open(task, c.epoch(), List.of(new TaskEvent.JointScheduled(c.activity())));
            case TaskCommand.EndJoint c -> task.extras().joint(c.over().activityId()).isPresent()
                    ? Decision.accepted(c.over())
                    : TaskRefusal.UNKNOWN_ACTIVITY.refuse();
            case TaskCommand.Supervise c -> once(task, c.order().heard(), task.department().equals(c.department())
                    ? Decision.accepted(c.order())
                    : TaskRefusal.NOT_YOURS.refuse());
            case TaskCommand.CertifyDelivery c -> once(task, c.delivered().heard(), Decision.accepted(c.delivered()));
            case TaskCommand.Cancel c -> {
                DepartmentEvent end = new DepartmentEvent.ItemCancelled(task.id().caseNo(), task.id().itemNo(),
                        task.department(), now, c.reason().outcome());
                yield of(task, c.epoch(), new TaskEvent.Reported(end), Trigger.valueOf(c.reason().outcome().name()));
            }
            case TaskCommand.Reassign c -> c.to().equals(task.department())
                    ? TaskRefusal.IMPOSSIBLE.refuse()
                    : of(task, c.epoch(), new TaskEvent.Reassigned(c.to()), Trigger.REASSIGNED);
            case TaskCommand.DeemAccepted c -> deem(task, c, now);
            case TaskCommand.Acknowledge c -> acknowledge(task, now);
        };
    }

    private static Decision<TaskEvent> of(Task task, int epoch, TaskEvent event, Trigger trigger) {
        Decision<TaskEvent> decision = open(task, epoch, List.of(event));
        return decision instanceof Decision.Accepted && Lifecycle.next(task.status(), trigger).isEmpty()
                ? TaskRefusal.IMPOSSIBLE.refuse()
                : decision;
    }

    private static Decision<TaskEvent> open(Task task, int epoch, List<TaskEvent> happened) {
        if (epoch < task.epoch()) {
            return TaskRefusal.STALE_EPOCH.refuse();
        }
        if (task.ended()) {
            return TaskRefusal.ALREADY_ENDED.refuse();
        }
        List<TaskEvent> events = new ArrayList<>(3);
        if (epoch > task.epoch()) {
            events.add(new TaskEvent.EpochRaised(epoch));
        }
        events.addAll(happened);
        return new Decision.Accepted<>(events);
    }

    private static Decision<TaskEvent> supply(Task task, TaskCommand.Supply command, Instant now) {
        List<TaskEvent> events = new ArrayList<>(2);
        if (correcting(task)) {
            events.add(new TaskEvent.Reported(
                    new DepartmentEvent.CorrectionSupplied(task.id().caseNo(), task.id().itemNo(),
                            task.department(), now, command.materials().stream().map(MaterialRef::code).toList())));
        }
        events.add(new TaskEvent.Supplied(List.copyOf(command.materials()), command.form()));
        return open(task, command.epoch(), events);
    }

    private static boolean correcting(Task task) {
        return task.status().unblocked() instanceof Status.Correction;
    }

    /** result-service's events carry no other mark of a repetition than their number. */
    private static Decision<TaskEvent> once(Task task, long heard, Decision<TaskEvent> decision) {
        return heard <= task.extras().resultHeard() ? Decision.repeated() : decision;
    }

    private static Decision<TaskEvent> deem(Task task, TaskCommand.DeemAccepted command, Instant now) {
        if (task.ended()) {
            return TaskRefusal.ALREADY_ENDED.refuse();
        }
        if (!task.id().kind().deemedAccepted()) {
            return TaskRefusal.WRONG_KIND.refuse();
        }
        DepartmentEvent.ItemAccepted deemed = new DepartmentEvent.ItemAccepted(task.id().caseNo(), task.id().itemNo(),
                task.department(), now, command.effectiveAt(), true, null);
        return possible(task, deemed, correcting(task) ? TaskRefusal.CORRECTION_OPEN : TaskRefusal.ALREADY_ACCEPTED);
    }

    private static Decision<TaskEvent> acknowledge(Task task, Instant now) {
        return task.ended()
                ? TaskRefusal.ALREADY_ENDED.refuse()
                : possible(task,
                        new DepartmentEvent.ItemAcknowledged(task.id().caseNo(), task.id().itemNo(), task.department(),
                                now),
                        TaskRefusal.ALREADY_ACKNOWLEDGED);
    }

    static Decision<TaskEvent> possible(Task task, DepartmentEvent said, TaskRefusal otherwise) {
        boolean possible = task.trigger(said).map(t -> Lifecycle.next(task.status(), t).isPresent()).orElse(true);
        return possible ? Decision.accepted(new TaskEvent.Reported(said)) : otherwise.refuse();
    }
}
