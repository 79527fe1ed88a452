package org.lianban.department.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.api.Delivery;
import org.lianban.contracts.department.DepartmentEvent.ItemAccepted;
import org.lianban.contracts.department.DepartmentEvent.ItemCancelled;
import org.lianban.contracts.dispatch.DispatchEvent.UpstreamResult;

/**
 * What a department must be handed because of an event; its content is fixed when it is made.
 *
 * @param no running number within the task, from 1
 * @param task as it was then
 * @param everything whether all upstream results so far go with it, not only {@code upstream}
 * @param ended with CANCELLED by the end of the task; null when another department takes over
 */
public record Notice(int no, String department, Delivery.Type type, Task task, List<UpstreamResult> upstream,
        boolean everything, @Nullable Outcome ended, Instant at) {

    /** The task once the notices are numbered, and the notices. */
    public record Numbered(Task task, List<Notice> notices) {}

    /** The first delivery of a new task. */
    public static Numbered first(Task task) {
        Task after = task.delivering(1);
        return new Numbered(after, List.of(new Notice(1, after.department(), Delivery.Type.NEW, after, List.of(),
                false, null, after.dispatchedAt())));
    }

    /**
     * @param before the department that had the task
     * @param after the task with the event applied
     */
    public static Numbered of(String before, Task after, TaskEvent event, Instant at) {
        List<Notice> made = new ArrayList<>(2);
        int no = after.deliveries();
        switch (event) {
            case TaskEvent.Released released -> made.add(new Notice(++no, before, Delivery.Type.RELEASED, after,
                    released.upstream(), false, null, at));
            case TaskEvent.Blocked blocked -> made.add(new Notice(++no, before, Delivery.Type.BLOCKED, after,
                    List.of(), false, null, at));
            case TaskEvent.Reassigned reassigned -> {
                made.add(new Notice(++no, before, Delivery.Type.CANCELLED, after, List.of(), false, null, at));
                made.add(new Notice(++no, reassigned.to(), Delivery.Type.NEW, after, List.of(), true, null, at));
            }
            case TaskEvent.Reported(ItemCancelled end) -> made.add(new Notice(++no, before, Delivery.Type.CANCELLED,
                    after, List.of(), false, end.outcome(), at));
            case TaskEvent.Reported(ItemAccepted accepted) when accepted.deemed() -> made.add(new Notice(++no, before,
                    Delivery.Type.DEEMED_ACCEPTED, after, List.of(), false, null, at));
            case TaskEvent.Reported(var said) -> {
                // The department said it itself.
            }
            case TaskEvent.EpochRaised raised -> {
                // Concerns commands, not the department.
            }
        }
        return new Numbered(no == after.deliveries() ? after : after.delivering(no), List.copyOf(made));
    }
}
