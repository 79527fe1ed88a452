package org.lianban.department.work;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Topics;
import org.lianban.contracts.event.DepartmentEvent.ItemCancelled;
import org.lianban.contracts.event.DepartmentEvent.ItemDecided;
import org.lianban.contracts.event.DepartmentEvent.ItemNotAccepted;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.department.store.Changes;
import org.lianban.department.task.Task;
import org.lianban.messaging.Outgoing;

/** Collects what a transaction publishes, and remembers how tasks ended. */
final class Publication {
    private final List<Outgoing> events = new ArrayList<>();

    List<Outgoing> events() {
        return events;
    }

    /**
     * @param after the task with the event applied
     * @param sequence the event's number: the task's sequence once it was applied
     */
    void add(Task after, long sequence, DepartmentEvent event, @Nullable String actor, @Nullable String traceparent,
            Changes changes) {
        events.add(new Outgoing(Topics.DEPARTMENT, after.id().caseNo(), after.taskId(), sequence, event.at(),
                actor, traceparent, event));
        if (event instanceof ItemDecided || event instanceof ItemNotAccepted || event instanceof ItemCancelled) {
            changes.ended(after.taskId(), event);
        }
    }
}
