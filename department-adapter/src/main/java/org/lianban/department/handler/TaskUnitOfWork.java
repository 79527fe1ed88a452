package org.lianban.department.handler;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Topics;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.department.store.Changes;
import org.lianban.department.task.Task;
import org.lianban.messaging.Outgoing;

/** What one transaction does to the tasks it has locked. Not shared between threads; use once. */
abstract class TaskUnitOfWork {
    final Map<String, Task> tasks;
    final Instant now;
    final Changes changes = new Changes();
    private final List<Outgoing> events = new ArrayList<>();

    TaskUnitOfWork(Map<String, Task> tasks, Instant now) {
        this.tasks = new HashMap<>(tasks);
        this.now = now;
    }

    void changed(Task after) {
        tasks.put(after.taskId(), after);
        changes.changed(after);
    }

    /**
     * @param after the task with the event applied
     * @param sequence the event's number: the task's sequence once it was applied
     */
    void publish(Task after, long sequence, DepartmentEvent event, @Nullable String actor,
            @Nullable String traceparent) {
        events.add(new Outgoing(Topics.DEPARTMENT, after.id().caseNo(), after.taskId(), sequence, event.at(),
                actor, traceparent, event));
        if (event.outcome() != null) {
            changes.ended(after.taskId(), event);
        }
    }

    List<Outgoing> events() {
        return events;
    }
}
