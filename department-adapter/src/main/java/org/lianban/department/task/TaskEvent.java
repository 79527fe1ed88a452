package org.lianban.department.task;

import java.util.List;
import org.lianban.contracts.department.DepartmentEvent;
import org.lianban.contracts.dispatch.DispatchEvent.Block;
import org.lianban.contracts.dispatch.DispatchEvent.UpstreamResult;

/** What happened to a task. Only {@link Reported} is told to the world; dispatch-service knows the others already. */
public sealed interface TaskEvent {
    /** Published, with the next number of the task's sequence. */
    record Reported(DepartmentEvent event) implements TaskEvent {}

    record Released(boolean mayDecide, List<UpstreamResult> upstream) implements TaskEvent {}

    record Blocked(Block block) implements TaskEvent {}

    record Reassigned(String to) implements TaskEvent {}

    record EpochRaised(int epoch) implements TaskEvent {}
}
