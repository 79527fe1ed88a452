package org.lianban.department.task;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.event.DispatchEvent.CancelReason;
import org.lianban.contracts.event.DispatchEvent.UpstreamResult;
import org.lianban.contracts.event.JointActivity;
import tools.jackson.databind.JsonNode;

/** What dispatch-service, result-service or a channel asks of a task. */
public sealed interface TaskCommand {
    /** @param supplements 容缺补齐: owed materials that came with it */
    record Release(int epoch, boolean mayDecide, List<UpstreamResult> upstream, List<MaterialRef> supplements)
            implements
            TaskCommand {
        public Release(int epoch, boolean mayDecide, List<UpstreamResult> upstream) {
            this(epoch, mayDecide, upstream, List.of());
        }
    }

    /** 部门补正 is here. It ends a correction that is open, and never lets a blocked task go on. */
    record Supply(int epoch, List<MaterialRef> materials, @Nullable JsonNode form) implements TaskCommand {}

    /** 补正期限 ran out. @param heard sequence of result-service's event */
    record LapseCorrection(long heard) implements TaskCommand {}

    /** @param why null: a prerequisite failed; else in Chinese */
    record MarkBlocked(int epoch, @Nullable String why) implements TaskCommand {}

    record ScheduleJoint(int epoch, JointActivity activity) implements TaskCommand {}

    /** It is over or was cancelled; who has ended by now gets the shared record all the same. */
    record EndJoint(TaskEvent.JointOver over) implements TaskCommand {}

    /** 提醒 or 督办, whatever the state. @param department whom it is for */
    record Supervise(String department, TaskEvent.Supervised order) implements TaskCommand {}

    /** 送达凭证 of its result. */
    record CertifyDelivery(TaskEvent.Delivered delivered) implements TaskCommand {}

    /** Stands back if the task has ended: what was decided first stands. */
    record Cancel(int epoch, CancelReason reason) implements TaskCommand {}

    record Reassign(int epoch, String to) implements TaskCommand {}

    /** 视为受理 (行政许可法 32), unless the department spoke first. */
    record DeemAccepted(Instant effectiveAt) implements TaskCommand {}

    /** The department's system took the push with 2xx. */
    record Acknowledge() implements TaskCommand {}
}
