package org.lianban.department.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.api.Delivery;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent.ItemsDispatched;
import org.lianban.contracts.event.DispatchEvent.UpstreamResult;
import org.lianban.department.task.DeliveryId;
import org.lianban.department.task.NewDelivery;
import org.lianban.department.task.Task;

/** What one transaction is going to write, collected so that each table is written once. */
public final class Changes {
    /**
     * @param body the pack every department of the case gets
     * @param receivedAt 收件: the statutory notice runs from here
     */
    public record NewPack(String caseNo, String region, String oneThing, String catalogHash, CasePack body,
            Instant receivedAt) {
        public static NewPack of(ItemsDispatched e) {
            return new NewPack(e.caseNo(), e.region(), e.oneThing(), e.catalogHash(), e.pack(), e.receivedAt());
        }
    }

    /** A reply has come: the department knows the task and what it was handed. */
    record Replied(String taskId, String department, boolean ended) {}

    /** A delivery that its department confirmed by itself. */
    record Confirmed(DeliveryId delivery, String department) {}

    record Seeing(String department, String taskId) {}

    final Map<String, NewPack> newPacks = new LinkedHashMap<>();
    final Map<String, Long> sequences = new LinkedHashMap<>();
    final Map<String, Task> newTasks = new LinkedHashMap<>();
    final Map<String, Task> tasks = new LinkedHashMap<>();
    final Map<String, DepartmentEvent> ends = new LinkedHashMap<>();
    final Map<String, List<UpstreamResult>> upstream = new LinkedHashMap<>();
    final List<Seeing> observers = new ArrayList<>();
    final List<NewDelivery> notices = new ArrayList<>();
    final Map<String, Replied> replied = new LinkedHashMap<>();
    final List<Confirmed> confirmed = new ArrayList<>();
    /** Tasks of which only cancellations still matter among the deliveries made so far. */
    final List<String> overtaken = new ArrayList<>();

    public void pack(NewPack pack) {
        newPacks.put(pack.caseNo(), pack);
    }

    /** The last event of dispatch-service applied to the case. */
    public void sequence(String caseNo, long sequence) {
        sequences.put(caseNo, sequence);
    }

    public void created(Task task) {
        newTasks.put(task.taskId(), task);
        task.others().forEach(department -> observers.add(new Seeing(department, task.taskId())));
    }

    /** The task as it is now; the last word counts. */
    public void changed(Task task) {
        if (newTasks.replace(task.taskId(), task) == null) {
            tasks.put(task.taskId(), task);
        }
    }

    public void observes(String department, String taskId) {
        observers.add(new Seeing(department, taskId));
    }

    /** The event that ended a task. */
    public void ended(String taskId, DepartmentEvent end) {
        ends.put(taskId, end);
    }

    public void upstream(String taskId, List<UpstreamResult> results) {
        if (!results.isEmpty()) {
            upstream.computeIfAbsent(taskId, t -> new ArrayList<>()).addAll(results);
        }
    }

    public void notices(List<NewDelivery> made) {
        notices.addAll(made);
    }

    public void replied(String taskId, String department, boolean ended) {
        replied.put(taskId + "/" + department, new Replied(taskId, department, ended));
    }

    /** Of no effect where the delivery is another department's. */
    public void confirmed(DeliveryId delivery, String department) {
        confirmed.add(new Confirmed(delivery, department));
    }

    /** Before the notices that overtake are added. */
    public void overtaken(String taskId) {
        notices.removeIf(n -> n.type() != Delivery.Type.CANCELLED && n.task().taskId().equals(taskId));
        overtaken.add(taskId);
    }
}
