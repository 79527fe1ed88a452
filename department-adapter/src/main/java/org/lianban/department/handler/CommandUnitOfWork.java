package org.lianban.department.handler;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.event.CaseEvent;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent.JointActivityCancelled;
import org.lianban.contracts.event.DispatchEvent.JointActivityConcluded;
import org.lianban.contracts.event.DispatchEvent.JointActivityScheduled;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.JointActivity;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.department.store.Changes;
import org.lianban.department.task.NewDelivery;
import org.lianban.department.task.Task;
import org.lianban.department.task.TaskCommand;
import org.lianban.department.task.TaskDecider;
import org.lianban.department.task.TaskEvent;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.messaging.Incoming;
import org.lianban.messaging.Refused;
import org.lianban.messaging.sequence.SequenceCheck;

/** Folds a batch of events of dispatch-service and result-service over the tasks they concern. */
final class CommandUnitOfWork extends TaskUnitOfWork {
    private final Map<String, Long> sequences;
    private final Set<String> manual;
    private final CatalogCopy catalog;
    private final List<Incoming<?>> early = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private int duplicates;

    /** @param manual departments that work at the desk: their tasks are fetched by hand, and the lead is told */
    CommandUnitOfWork(Map<String, Long> sequences, Map<String, Task> tasks, Set<String> manual, CatalogCopy catalog,
            Instant now) {
        super(tasks, now);
        this.sequences = new HashMap<>(sequences);
        this.manual = manual;
        this.catalog = catalog;
    }

    /** What an event asks of a task that it does not create. */
    private record Order(String taskId, TaskCommand command) {}

    /** The tasks an event touches and does not create. */
    static List<String> touched(Incoming<?> incoming) {
        List<Order> orders = switch (event(incoming)) {
            case DispatchEvent event -> orders(event);
            case ResultEvent event -> orders(event, incoming.sequence());
            case IntakeEvent foreign -> throw foreign(incoming);
            case DepartmentEvent own -> throw foreign(incoming);
        };
        return orders.stream().map(Order::taskId).toList();
    }

    private static List<Order> orders(DispatchEvent event) {
        return switch (event) {
            case DispatchEvent.ItemsDispatched e -> List.of();
            case DispatchEvent.ItemsReleased e -> orders(e, e.releases().stream(), DispatchEvent.Release::itemNo,
                    r -> r.purpose() == SupplementPurpose.CORRECTION
                            ? new TaskCommand.Supply(e.epoch(), r.supplements(), r.form())
                            : new TaskCommand.Release(e.epoch(), r.mayDecide(), r.upstream(), r.supplements()));
            case DispatchEvent.ItemsBlocked e -> orders(e, e.blocks().stream(), DispatchEvent.Block::itemNo,
                    b -> new TaskCommand.MarkBlocked(e.epoch(), null));
            case DispatchEvent.MaterialsOverdue e -> orders(e, e.overdue().stream(), DispatchEvent.Overdue::itemNo,
                    o -> new TaskCommand.MarkBlocked(e.epoch(), "容缺材料 " + o.material() + " 逾期未补齐"));
            case JointActivityScheduled e -> orders(e, e.activity().participants().stream(),
                    JointActivity.Participant::itemNo, p -> new TaskCommand.ScheduleJoint(e.epoch(), e.activity()));
            case JointActivityConcluded e -> orders(e, everyItem(), new TaskCommand.EndJoint(
                    new TaskEvent.JointOver(e.activityId(), e.passed(), e.conclusions(), null)));
            case JointActivityCancelled e -> orders(e, e.items().stream(), new TaskCommand.EndJoint(
                    new TaskEvent.JointOver(e.activityId(), null, List.of(), e.reason())));
            case DispatchEvent.ItemsCancelled e -> orders(e, e.items().stream(),
                    new TaskCommand.Cancel(e.epoch(), e.reason()));
            case DispatchEvent.ItemReassigned e -> orders(e, Stream.of(e.itemNo()),
                    new TaskCommand.Reassign(e.epoch(), e.to()));
        };
    }

    /** Empty for what no department has to know. */
    private static List<Order> orders(ResultEvent event, long sequence) {
        return switch (event) {
            case ResultEvent.AcceptanceDeemed e -> orders(e, Stream.of(e.itemNo()),
                    new TaskCommand.DeemAccepted(e.effectiveAt()));
            case ResultEvent.SupervisionIssued e -> orders(e, e.itemNo() == null ? everyItem() : Stream.of(e.itemNo()),
                    new TaskCommand.Supervise(e.department(), new TaskEvent.Supervised(e.orderId(),
                            e.level() + "：" + e.rule(), e.replyDue(), sequence)));
            case ResultEvent.DeliveryCompleted e -> orders(e, e.items().stream(),
                    new TaskCommand.CertifyDelivery(new TaskEvent.Delivered(e.proof(), sequence)));
            case ResultEvent.TimerBreached e when ofCorrection(e) -> orders(e, Stream.ofNullable(e.itemNo()),
                    new TaskCommand.LapseCorrection(sequence));
            case ResultEvent.TimerBreached e -> List.of();
            case ResultEvent.CaseSettled e -> List.of();
            case ResultEvent.TimerWarned e -> List.of();
            case ResultEvent.CorrectionAsked e -> List.of();
            case ResultEvent.DeliveryChosen e -> List.of();
            case ResultEvent.ResultReceived e -> List.of();
            case ResultEvent.LicenceIssued e -> List.of();
            case ResultEvent.CaseArchived e -> List.of();
            case ResultEvent.SupervisionCleared e -> List.of();
        };
    }

    private static List<Order> orders(CaseEvent event, Stream<String> items, TaskCommand command) {
        return orders(event, items, no -> no, no -> command);
    }

    private static <T> List<Order> orders(CaseEvent event, Stream<T> what, Function<T, String> itemNo,
            Function<T, TaskCommand> command) {
        return what.map(one -> new Order(event.caseNo() + "-" + itemNo.apply(one), command.apply(one))).toList();
    }

    private static CaseEvent event(Incoming<?> incoming) {
        if (incoming.data() instanceof CaseEvent event) {
            return event;
        }
        throw foreign(incoming);
    }

    private static Refused foreign(Incoming<?> incoming) {
        return new Refused(
                "Expected an event of dispatch or one of result that concerns a task, but got " + incoming.type());
    }

    /** Item numbers have two digits: whatever items the case has, they are among these. */
    private static Stream<String> everyItem() {
        return IntStream.range(1, 100).mapToObj(no -> (no < 10 ? "0" : "") + no);
    }

    /** 补正期限 of what a department asked for; that of an application is intake's. */
    private static boolean ofCorrection(ResultEvent.TimerBreached breached) {
        return breached.timer() == ResultEvent.Timer.CORRECTION && breached.itemNo() != null;
    }

    void add(Incoming<?> incoming) {
        switch (event(incoming)) {
            case DispatchEvent event -> inOrder(incoming, event);
            case ResultEvent event -> result(incoming, event);
            case IntakeEvent foreign -> throw foreign(incoming);
            case DepartmentEvent own -> throw foreign(incoming);
        }
    }

    private void result(Incoming<?> incoming, ResultEvent event) {
        List<Order> orders = orders(event, incoming.sequence());
        if (event instanceof ResultEvent.SupervisionIssued e && e.itemNo() == null) {
            // About the whole case: to the first task that its department has in it; whoever has none is told elsewhere.
            orders.stream().filter(order -> has(order, task -> task.department().equals(e.department()))).findFirst()
                    .ifPresent(order -> carryOut(incoming, order));
        } else {
            orders.forEach(order -> onceThere(incoming, order));
        }
    }

    private boolean has(Order order, Predicate<Task> wanted) {
        Task task = tasks.get(order.taskId());
        return task != null && wanted.test(task);
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
        if (event instanceof DispatchEvent.ItemsDispatched e) {
            create(incoming, e);
        }
        if (event instanceof DispatchEvent.ItemsCancelled e && e.reason() == null) {
            // Records do not check what comes over the wire; a cancellation without a reason has no outcome.
            throw new Refused("Expected a reason for the cancellation of " + e.items() + ", but there is none");
        }
        orders(event).stream().filter(this::concerned).forEach(order -> carryOut(incoming, order));
    }

    /** The end of a joint activity is for everybody who takes part: who knows the activity. */
    private boolean concerned(Order order) {
        return !(order.command() instanceof TaskCommand.EndJoint(TaskEvent.JointOver over))
                || has(order, task -> task.extras().joint(over.activityId()).isPresent());
    }

    private void create(Incoming<?> incoming, DispatchEvent.ItemsDispatched e) {
        changes.pack(Changes.NewPack.of(e));
        for (DispatchEvent.Task item : e.tasks()) {
            Task task = Task.dispatched(new Task.Identity(e.caseNo(), item.itemNo(), item.kind()), item.department(),
                    item.others(), item.hard(), item.owed(), e.epoch(), e.dispatchedAt());
            NewDelivery.Numbered first = NewDelivery.first(e.pack().priority() ? task.prioritised() : task);
            NewDelivery.Numbered told = lead(e.catalogHash(), item.department())
                    .map(lead -> NewDelivery.manual(first.task(), lead))
                    .orElse(new NewDelivery.Numbered(first.task(), List.of()));
            tasks.put(task.taskId(), told.task());
            changes.created(told.task());
            changes.notices(first.notices());
            changes.notices(told.notices());
            if (item.acceptedOnReceipt() && item.kind() != ItemKind.VERIFY) {
                apply(incoming,
                        new TaskEvent.Reported(
                                new DepartmentEvent.ItemAccepted(e.caseNo(), item.itemNo(), item.department(),
                                        now, e.receivedAt(), false, null, e.window())),
                        task.taskId());
            }
        }
    }

    /** 即时通知牵头部门: empty for a connected department, for the lead's own items, and where nobody leads. */
    private Optional<String> lead(String catalogHash, String department) {
        return manual.contains(department)
                ? catalog.version(catalogHash).flatMap(v -> Optional.ofNullable(v.lead()))
                        .filter(lead -> !lead.equals(department))
                : Optional.empty();
    }

    /** Comes after dispatch, but on another topic: what is early waits for its task. */
    private void onceThere(Incoming<?> incoming, Order order) {
        if (tasks.containsKey(order.taskId())) {
            carryOut(incoming, order);
        } else if (!early.contains(incoming)) {
            early.add(incoming);
        }
    }

    private void carryOut(Incoming<?> cause, Order order) {
        Task task = Optional.ofNullable(tasks.get(order.taskId())).orElseThrow(
                () -> new Refused("Expected a task " + order.taskId() + ", but it was never dispatched"));
        switch (TaskDecider.decide(task, order.command(), now)) {
            case Decision.Accepted<TaskEvent> accepted -> accepted.events()
                    .forEach(event -> apply(cause, event, order.taskId()));
            case Decision.Repeated<TaskEvent> repeated -> duplicates++;
            case Decision.Refused<TaskEvent> late -> refused.add(late.refusal());
        }
    }

    private void apply(Incoming<?> cause, TaskEvent event, String taskId) {
        Task before = Objects.requireNonNull(tasks.get(taskId));
        NewDelivery.Numbered numbered = NewDelivery.of(before.department(), before.apply(event, now), event, now);
        Task after = numbered.task();
        switch (event) {
            case TaskEvent.Reported(DepartmentEvent said) -> {
                publish(after, after.sequence(), said, cause.actor(), cause.traceparent());
                if (said instanceof DepartmentEvent.ItemCancelled) {
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
        changed(after);
        changes.notices(numbered.notices());
    }

    /** The notice says it, or the task keeps it: there is nothing to write besides. */
    private static void untold() {}

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
