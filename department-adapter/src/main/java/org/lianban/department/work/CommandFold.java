package org.lianban.department.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.event.DepartmentEvent.ItemAccepted;
import org.lianban.contracts.event.DepartmentEvent.ItemCancelled;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent.CancelReason;
import org.lianban.contracts.event.DispatchEvent.ItemReassigned;
import org.lianban.contracts.event.DispatchEvent.ItemsBlocked;
import org.lianban.contracts.event.DispatchEvent.ItemsCancelled;
import org.lianban.contracts.event.DispatchEvent.ItemsDispatched;
import org.lianban.contracts.event.DispatchEvent.ItemsReleased;
import org.lianban.contracts.event.DispatchEvent.JointActivityCancelled;
import org.lianban.contracts.event.DispatchEvent.JointActivityConcluded;
import org.lianban.contracts.event.DispatchEvent.JointActivityScheduled;
import org.lianban.contracts.event.DispatchEvent.MaterialsOverdue;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.ResultEvent.AcceptanceDeemed;
import org.lianban.contracts.event.ResultEvent.DeliveryCompleted;
import org.lianban.contracts.event.ResultEvent.SupervisionIssued;
import org.lianban.contracts.event.ResultEvent.TimerBreached;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.department.store.Changes;
import org.lianban.department.task.Decision;
import org.lianban.department.task.Notice;
import org.lianban.department.task.Refusal;
import org.lianban.department.task.Task;
import org.lianban.department.task.TaskCommand;
import org.lianban.department.task.TaskDecider;
import org.lianban.department.task.TaskEvent;
import org.lianban.messaging.Incoming;
import org.lianban.messaging.Outgoing;
import org.lianban.messaging.Refused;
import org.lianban.messaging.SequenceCheck;

/** Folds a batch of events of dispatch-service and result-service over the tasks they concern. */
final class CommandFold {
    private final Map<String, Long> sequences;
    private final Map<String, Task> tasks;
    private final Leads leads;
    private final Instant now;
    private final Changes changes = new Changes();
    private final Publication publication = new Publication();
    private final List<Incoming<?>> early = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private int duplicates;

    /** @param leads whom to tell of tasks that are fetched by hand */
    CommandFold(Map<String, Long> sequences, Map<String, Task> tasks, Leads leads, Instant now) {
        this.leads = leads;
        this.sequences = new HashMap<>(sequences);
        this.tasks = new HashMap<>(tasks);
        this.now = now;
    }

    /** The tasks an event touches and does not create. */
    static List<String> touched(Object data) {
        return switch (data) {
            case ItemsReleased e -> e.releases().stream().map(r -> e.caseNo() + "-" + r.itemNo()).toList();
            case ItemsBlocked e -> e.blocks().stream().map(b -> e.caseNo() + "-" + b.itemNo()).toList();
            case ItemsCancelled e -> e.items().stream().map(no -> e.caseNo() + "-" + no).toList();
            case ItemReassigned e -> List.of(e.caseNo() + "-" + e.itemNo());
            case MaterialsOverdue e -> e.overdue().stream().map(o -> e.caseNo() + "-" + o.itemNo()).toList();
            case JointActivityScheduled e -> e.activity().participants().stream()
                    .map(p -> e.caseNo() + "-" + p.itemNo()).toList();
            case JointActivityConcluded e -> everyItem(e.caseNo());
            case JointActivityCancelled e -> e.items().stream().map(no -> e.caseNo() + "-" + no).toList();
            case AcceptanceDeemed e -> List.of(e.caseNo() + "-" + e.itemNo());
            case SupervisionIssued e -> e.itemNo() == null
                    ? everyItem(e.caseNo())
                    : List.of(e.caseNo() + "-" + e.itemNo());
            case DeliveryCompleted e -> e.items().stream().map(no -> e.caseNo() + "-" + no).toList();
            case TimerBreached e -> ofCorrection(e) ? List.of(e.caseNo() + "-" + e.itemNo()) : List.of();
            default -> List.of();
        };
    }

    /** Item numbers have two digits: whatever items the case has, they are among these. */
    private static List<String> everyItem(String caseNo) {
        return IntStream.range(1, 100).mapToObj(no -> caseNo + "-" + (no < 10 ? "0" : "") + no).toList();
    }

    /** 补正期限 of what a department asked for; that of an application is intake's. */
    private static boolean ofCorrection(TimerBreached breached) {
        return breached.timer() == ResultEvent.Timer.CORRECTION && breached.itemNo() != null;
    }

    void add(Incoming<?> incoming) {
        switch (incoming.data()) {
            case DispatchEvent event -> inOrder(incoming, event);
            case AcceptanceDeemed e -> onceThere(incoming, e.caseNo(), e.itemNo(),
                    new TaskCommand.DeemAccepted(e.effectiveAt()));
            case SupervisionIssued e -> supervise(incoming, e);
            case DeliveryCompleted e -> e.items().forEach(no -> onceThere(incoming, e.caseNo(), no,
                    new TaskCommand.CertifyDelivery(new TaskEvent.Delivered(e.proof(), incoming.sequence()))));
            case TimerBreached e -> {
                if (ofCorrection(e)) {
                    onceThere(incoming, e.caseNo(), Objects.requireNonNull(e.itemNo()),
                            new TaskCommand.LapseCorrection(incoming.sequence()));
                }
            }
            default -> throw new Refused("Expected an event of dispatch or one of result that concerns a task, but got "
                    + incoming.type());
        }
    }

    /** An order about the whole case goes to the first task that its department has in it; whoever has none is told elsewhere. */
    private void supervise(Incoming<?> incoming, SupervisionIssued e) {
        TaskCommand command = new TaskCommand.Supervise(e.department(),
                new TaskEvent.Supervised(e.orderId(), e.level() + "：" + e.rule(), e.replyDue(), incoming.sequence()));
        if (e.itemNo() != null) {
            onceThere(incoming, e.caseNo(), e.itemNo(), command);
            return;
        }
        everyItem(e.caseNo()).stream().map(tasks::get).filter(Objects::nonNull)
                .filter(task -> task.department().equals(e.department())).findFirst()
                .ifPresent(task -> command(incoming, e.caseNo(), task.id().itemNo(), command));
    }

    private void inOrder(Incoming<?> incoming, DispatchEvent event) {
        switch (SequenceCheck.of(sequences.getOrDefault(event.caseNo(), 0L), incoming.sequence())) {
            case DUPLICATE -> duplicates++;
            case GAP -> early.add(incoming);
            case NEXT -> {
                sequences.put(event.caseNo(), incoming.sequence());
                changes.sequence(event.caseNo(), incoming.sequence());
                dispatch(incoming, event);
            }
        }
    }

    private void dispatch(Incoming<?> incoming, DispatchEvent event) {
        switch (event) {
            case ItemsDispatched e -> create(incoming, e);
            case ItemsReleased e -> e.releases().forEach(r -> command(incoming, e.caseNo(), r.itemNo(),
                    r.purpose() == SupplementPurpose.CORRECTION
                            ? new TaskCommand.Supply(e.epoch(), r.supplements(), r.form())
                            : new TaskCommand.Release(e.epoch(), r.mayDecide(), r.upstream(), r.supplements())));
            case ItemsBlocked e -> e.blocks().forEach(b -> command(incoming, e.caseNo(), b.itemNo(),
                    new TaskCommand.MarkBlocked(e.epoch(), null)));
            case MaterialsOverdue e -> e.overdue().forEach(o -> command(incoming, e.caseNo(), o.itemNo(),
                    new TaskCommand.MarkBlocked(e.epoch(), "容缺材料 " + o.material() + " 逾期未补齐")));
            case JointActivityScheduled e -> e.activity().participants().forEach(p -> command(incoming, e.caseNo(),
                    p.itemNo(), new TaskCommand.ScheduleJoint(e.epoch(), e.activity())));
            case JointActivityConcluded e -> end(incoming, e.caseNo(), everyItem(e.caseNo()),
                    new TaskEvent.JointOver(e.activityId(), e.passed(), e.conclusions(), null));
            case JointActivityCancelled e -> end(incoming, e.caseNo(),
                    e.items().stream().map(no -> e.caseNo() + "-" + no).toList(),
                    new TaskEvent.JointOver(e.activityId(), null, List.of(), e.reason()));
            case ItemsCancelled e -> cancel(incoming, e);
            case ItemReassigned e -> command(incoming, e.caseNo(), e.itemNo(),
                    new TaskCommand.Reassign(e.epoch(), e.to()));
        }
    }

    /** Records do not check what comes over the wire; a cancellation without a reason has no outcome. */
    private void cancel(Incoming<?> incoming, ItemsCancelled e) {
        @Nullable
        CancelReason reason = e.reason();
        if (reason == null) {
            throw new Refused("Expected a reason for the cancellation of " + e.items() + ", but there is none");
        }
        e.items().forEach(no -> command(incoming, e.caseNo(), no, new TaskCommand.Cancel(e.epoch(), reason)));
    }

    /** Who takes part knows the activity. */
    private void end(Incoming<?> incoming, String caseNo, List<String> taskIds, TaskEvent.JointOver over) {
        taskIds.stream().map(tasks::get).filter(Objects::nonNull)
                .filter(task -> task.extras().joints().stream().anyMatch(j -> j.id().equals(over.activityId())))
                .forEach(task -> command(incoming, caseNo, task.id().itemNo(), new TaskCommand.EndJoint(over)));
    }

    private void create(Incoming<?> incoming, ItemsDispatched e) {
        changes.pack(Changes.NewPack.of(e));
        for (DispatchEvent.Task item : e.tasks()) {
            Task task = Task.dispatched(new Task.Identity(e.caseNo(), item.itemNo(), item.kind()), item.department(),
                    item.others(), item.hard(), item.owed(), e.epoch(), e.dispatchedAt());
            Notice.Numbered first = Notice.first(e.pack().priority() ? task.prioritised() : task);
            Notice.Numbered told = leads.of(e.catalogHash(), item.department())
                    .map(lead -> Notice.manual(first.task(), lead))
                    .orElse(new Notice.Numbered(first.task(), List.of()));
            tasks.put(task.taskId(), told.task());
            changes.created(told.task());
            changes.notices(first.notices());
            changes.notices(told.notices());
            if (item.acceptedOnReceipt() && item.kind() != ItemKind.VERIFY) {
                apply(incoming, new TaskEvent.Reported(new ItemAccepted(e.caseNo(), item.itemNo(), item.department(),
                        now, e.receivedAt(), false, null, e.window())), task.taskId());
            }
        }
    }

    /** Comes after dispatch, but on another topic: what is early waits for its task. */
    private void onceThere(Incoming<?> incoming, String caseNo, String itemNo, TaskCommand command) {
        if (tasks.containsKey(caseNo + "-" + itemNo)) {
            command(incoming, caseNo, itemNo, command);
        } else if (!early.contains(incoming)) {
            early.add(incoming);
        }
    }

    private void command(Incoming<?> cause, String caseNo, String itemNo, TaskCommand command) {
        Task task = Optional.ofNullable(tasks.get(caseNo + "-" + itemNo)).orElseThrow(
                () -> new Refused("Expected a task " + caseNo + "-" + itemNo + ", but it was never dispatched"));
        switch (TaskDecider.decide(task, command, now)) {
            case Decision.Changed(List<TaskEvent> events) -> events.forEach(event -> apply(cause, event,
                    caseNo + "-" + itemNo));
            case Decision.Refused(Refusal why) when why == Refusal.REPEATED -> duplicates++;
            case Decision.Refused(Refusal why) -> refused.add(why);
        }
    }

    private void apply(Incoming<?> cause, TaskEvent event, String taskId) {
        Task before = Objects.requireNonNull(tasks.get(taskId));
        Notice.Numbered numbered = Notice.of(before.department(), before.apply(event, now), event, now);
        Task after = numbered.task();
        switch (event) {
            case TaskEvent.Reported(DepartmentEvent said) -> {
                publication.add(after, after.sequence(), said, cause.actor(), cause.traceparent(), changes);
                if (said instanceof ItemCancelled) {
                    changes.overtaken(taskId);
                }
            }
            case TaskEvent.Released released -> changes.upstream(taskId, released.upstream());
            case TaskEvent.Supplied kept -> untold();
            case TaskEvent.Reassigned reassigned -> {
                changes.overtaken(taskId);
                changes.observes(before.department(), taskId);
            }
            case TaskEvent.Blocked told -> untold();
            case TaskEvent.CorrectionLapsed told -> untold();
            case TaskEvent.JointScheduled told -> untold();
            case TaskEvent.JointOver told -> untold();
            case TaskEvent.Supervised told -> untold();
            case TaskEvent.Delivered told -> untold();
            case TaskEvent.EpochRaised kept -> untold();
        }
        tasks.put(taskId, after);
        changes.changed(after);
        changes.notices(numbered.notices());
    }

    /** The notice says it, or the task keeps it: there is nothing to write besides. */
    private static void untold() {}

    Changes changes() {
        return changes;
    }

    List<Outgoing> events() {
        return publication.events();
    }

    List<Incoming<?>> early() {
        return early;
    }

    List<Refusal> refused() {
        return refused;
    }

    int duplicates() {
        return duplicates;
    }
}
