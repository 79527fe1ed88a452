package org.lianban.department.task;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent.Conclusion;
import org.lianban.contracts.event.DispatchEvent.UpstreamResult;
import org.lianban.contracts.event.JointActivity;
import tools.jackson.databind.JsonNode;

/** What happened to a task. Only {@link Reported} is told to the world; our other services know the others already. */
public sealed interface TaskEvent {
    /** Published, with the next number of the task's sequence. */
    record Reported(DepartmentEvent event) implements TaskEvent {}

    /** @param supplements 容缺补齐: owed materials that came with it */
    record Released(boolean mayDecide, List<UpstreamResult> upstream, List<MaterialRef> supplements)
            implements
            TaskEvent {}

    /** 部门补正 is here: handed on as it is. */
    record Supplied(List<MaterialRef> materials, @Nullable JsonNode form) implements TaskEvent {}

    /** 补正期限 ran out. @param heard sequence of result-service's event */
    record CorrectionLapsed(long heard) implements TaskEvent {}

    /** @param why null: a prerequisite failed; else in Chinese */
    record Blocked(@Nullable String why) implements TaskEvent {}

    record Reassigned(String to) implements TaskEvent {}

    record EpochRaised(int epoch) implements TaskEvent {}

    record JointScheduled(JointActivity activity) implements TaskEvent {}

    /**
     * @param passed null: cancelled
     * @param conclusions the shared record
     * @param reason of a cancellation
     */
    record JointOver(String activityId, @Nullable Boolean passed, List<Conclusion> conclusions,
            @Nullable String reason) implements TaskEvent {}

    /** @param heard sequence of result-service's event */
    record Supervised(String order, String message, @Nullable Instant replyDue, long heard) implements TaskEvent {}

    /** @param heard sequence of result-service's event */
    record Delivered(String proof, long heard) implements TaskEvent {}
}
