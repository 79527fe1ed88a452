package org.lianban.department.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lianban.contracts.department.DepartmentEvent;
import org.lianban.contracts.department.DepartmentEvent.ItemCancelled;
import org.lianban.contracts.dispatch.DispatchEvent;
import org.lianban.contracts.dispatch.DispatchEvent.ItemReassigned;
import org.lianban.contracts.dispatch.DispatchEvent.ItemsBlocked;
import org.lianban.contracts.dispatch.DispatchEvent.ItemsCancelled;
import org.lianban.contracts.dispatch.DispatchEvent.ItemsDispatched;
import org.lianban.contracts.dispatch.DispatchEvent.ItemsReleased;
import org.lianban.contracts.result.ResultEvent.AcceptanceDeemed;
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
    private final Instant now;
    private final Changes changes = new Changes();
    private final Publication publication = new Publication();
    private final List<Incoming<?>> early = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private int duplicates;

    CommandFold(Map<String, Long> sequences, Map<String, Task> tasks, Instant now) {
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
            case AcceptanceDeemed e -> List.of(e.caseNo() + "-" + e.itemNo());
            default -> List.of();
        };
    }

    void add(Incoming<?> incoming) {
        switch (incoming.data()) {
            case DispatchEvent event -> inOrder(incoming, event);
            case AcceptanceDeemed deemed -> deemed(incoming, deemed);
            default -> throw new Refused("Expected an event of dispatch or a deemed acceptance, but got "
                    + incoming.type());
        }
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
            case ItemsDispatched e -> create(e);
            case ItemsReleased e -> e.releases().forEach(r -> command(incoming, e.caseNo(), r.itemNo(),
                    new TaskCommand.Release(e.epoch(), r.mayDecide(), r.upstream())));
            case ItemsBlocked e -> e.blocks().forEach(b -> command(incoming, e.caseNo(), b.itemNo(),
                    new TaskCommand.MarkBlocked(e.epoch(), b)));
            case ItemsCancelled e -> e.items().forEach(no -> command(incoming, e.caseNo(), no,
                    new TaskCommand.Cancel(e.epoch(), e.reason())));
            case ItemReassigned e -> command(incoming, e.caseNo(), e.itemNo(),
                    new TaskCommand.Reassign(e.epoch(), e.to()));
        }
    }

    private void create(ItemsDispatched e) {
        changes.pack(Changes.NewPack.of(e));
        for (DispatchEvent.Task item : e.tasks()) {
            Task task = Task.dispatched(new Task.Identity(e.caseNo(), item.itemNo(), item.kind()), item.department(),
                    item.others(), item.hard(), e.epoch(), e.dispatchedAt());
            Notice.Numbered first = Notice.first(task);
            tasks.put(task.taskId(), first.task());
            changes.created(first.task());
            changes.notices(first.notices());
        }
    }

    /** Comes days after dispatch, but on another topic: one that is early waits for its task. */
    private void deemed(Incoming<?> incoming, AcceptanceDeemed deemed) {
        if (tasks.containsKey(deemed.caseNo() + "-" + deemed.itemNo())) {
            command(incoming, deemed.caseNo(), deemed.itemNo(), new TaskCommand.DeemAccepted(deemed.effectiveAt()));
        } else {
            early.add(incoming);
        }
    }

    private void command(Incoming<?> cause, String caseNo, String itemNo, TaskCommand command) {
        Task task = Optional.ofNullable(tasks.get(caseNo + "-" + itemNo)).orElseThrow(
                () -> new Refused("Expected a task " + caseNo + "-" + itemNo + ", but it was never dispatched"));
        switch (TaskDecider.decide(task, command, now)) {
            case Decision.Changed(List<TaskEvent> events) -> events.forEach(event -> apply(cause, event,
                    caseNo + "-" + itemNo));
            case Decision.Refused(Refusal why) -> refused.add(why);
        }
    }

    private void apply(Incoming<?> cause, TaskEvent event, String taskId) {
        Task before = Objects.requireNonNull(tasks.get(taskId));
        Notice.Numbered numbered = Notice.of(before.department(), before.apply(event, now), event, now);
        Task after = numbered.task();
        switch (event) {
            case TaskEvent.Reported(DepartmentEvent said) -> {
                publication.add(after, said, cause.actor(), cause.traceparent(), changes);
                if (said instanceof ItemCancelled) {
                    changes.overtaken(taskId);
                }
            }
            case TaskEvent.Released released -> changes.upstream(taskId, released.upstream());
            case TaskEvent.Reassigned reassigned -> {
                changes.overtaken(taskId);
                changes.observes(before.department(), taskId);
            }
            case TaskEvent.Blocked blocked -> {
                // Said by its notice.
            }
            case TaskEvent.EpochRaised raised -> {
                // Kept in the task.
            }
        }
        tasks.put(taskId, after);
        changes.changed(after);
        changes.notices(numbered.notices());
    }

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
