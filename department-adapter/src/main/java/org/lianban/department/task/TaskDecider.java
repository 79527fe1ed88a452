package org.lianban.department.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.event.DepartmentEvent.CorrectionSupplied;
import org.lianban.contracts.event.DepartmentEvent.ItemAccepted;
import org.lianban.contracts.event.DepartmentEvent.ItemAcknowledged;
import org.lianban.contracts.event.DepartmentEvent.ItemCancelled;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.department.task.TaskCommand.Acknowledge;
import org.lianban.department.task.TaskCommand.Cancel;
import org.lianban.department.task.TaskCommand.CertifyDelivery;
import org.lianban.department.task.TaskCommand.DeemAccepted;
import org.lianban.department.task.TaskCommand.EndJoint;
import org.lianban.department.task.TaskCommand.LapseCorrection;
import org.lianban.department.task.TaskCommand.MarkBlocked;
import org.lianban.department.task.TaskCommand.Reassign;
import org.lianban.department.task.TaskCommand.Release;
import org.lianban.department.task.TaskCommand.ScheduleJoint;
import org.lianban.department.task.TaskCommand.Supervise;
import org.lianban.department.task.TaskCommand.Supply;

/** Decides what a command of ours does to a task, and changes nothing. What departments say is {@link ReplyDecider}'s. */
public final class TaskDecider {
    private TaskDecider() {}

    public static Decision decide(Task task, TaskCommand command, Instant now) {
        return switch (command) {
            case Release c -> of(task, c.epoch(), new TaskEvent.Released(c.mayDecide(), List.copyOf(c.upstream()),
                    List.copyOf(c.supplements())),
                    task.mayDecide() || c.mayDecide() ? Trigger.RELEASED : Trigger.RESULT_ARRIVED);
            case MarkBlocked c -> task.mayDecide()
                    ? Decision.refused(Refusal.IMPOSSIBLE)
                    : of(task, c.epoch(), new TaskEvent.Blocked(c.why()), Trigger.BLOCKED);
            case Supply c -> supply(task, c, now);
            case LapseCorrection c -> once(task, c.heard(), correcting(task)
                    ? Decision.changed(new TaskEvent.CorrectionLapsed(c.heard()))
                    : Decision.refused(Refusal.IMPOSSIBLE));
            case ScheduleJoint c -> open(task, c.epoch(), List.of(new TaskEvent.JointScheduled(c.activity())));
            case EndJoint c -> task.extras().joint(c.over().activityId()).isPresent()
                    ? Decision.changed(c.over())
                    : Decision.refused(Refusal.UNKNOWN_ACTIVITY);
            case Supervise c -> once(task, c.order().heard(), task.department().equals(c.department())
                    ? Decision.changed(c.order())
                    : Decision.refused(Refusal.NOT_YOURS));
            case CertifyDelivery c -> once(task, c.delivered().heard(), Decision.changed(c.delivered()));
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
        Decision decision = open(task, epoch, List.of(event));
        return decision instanceof Decision.Changed && Lifecycle.next(task.status(), trigger).isEmpty()
                ? Decision.refused(Refusal.IMPOSSIBLE)
                : decision;
    }

    private static Decision open(Task task, int epoch, List<TaskEvent> happened) {
        if (epoch < task.epoch()) {
            return Decision.refused(Refusal.STALE_EPOCH);
        }
        if (task.ended()) {
            return Decision.refused(Refusal.ALREADY_ENDED);
        }
        List<TaskEvent> events = new ArrayList<>(3);
        if (epoch > task.epoch()) {
            events.add(new TaskEvent.EpochRaised(epoch));
        }
        events.addAll(happened);
        return new Decision.Changed(events);
    }

    private static Decision supply(Task task, Supply command, Instant now) {
        List<TaskEvent> events = new ArrayList<>(2);
        if (correcting(task)) {
            events.add(new TaskEvent.Reported(new CorrectionSupplied(task.id().caseNo(), task.id().itemNo(),
                    task.department(), now, command.materials().stream().map(MaterialRef::code).toList())));
        }
        events.add(new TaskEvent.Supplied(List.copyOf(command.materials()), command.form()));
        return open(task, command.epoch(), events);
    }

    private static boolean correcting(Task task) {
        Status status = task.status() instanceof Status.Blocked(Status.Open inside) ? inside : task.status();
        return status instanceof Status.Correction;
    }

    /** result-service's events carry no other mark of a repetition than their number. */
    private static Decision once(Task task, long heard, Decision decision) {
        return heard <= task.extras().resultHeard() ? Decision.refused(Refusal.REPEATED) : decision;
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
        return possible(task, deemed, correcting(task) ? Refusal.CORRECTION_OPEN : Refusal.ALREADY_ACCEPTED);
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
