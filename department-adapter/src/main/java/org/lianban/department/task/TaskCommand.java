package org.lianban.department.task;

import java.time.Instant;
import java.util.List;
import org.lianban.contracts.dispatch.DispatchEvent.Block;
import org.lianban.contracts.dispatch.DispatchEvent.CancelReason;
import org.lianban.contracts.dispatch.DispatchEvent.UpstreamResult;

/** What dispatch-service, result-service or a channel asks of a task. */
public sealed interface TaskCommand {
    record Release(int epoch, boolean mayDecide, List<UpstreamResult> upstream) implements TaskCommand {}

    record MarkBlocked(int epoch, Block block) implements TaskCommand {}

    /** Stands back if the task has ended: what was decided first stands. */
    record Cancel(int epoch, CancelReason reason) implements TaskCommand {}

    record Reassign(int epoch, String to) implements TaskCommand {}

    /** 视为受理 (行政许可法 32), unless the department spoke first. */
    record DeemAccepted(Instant effectiveAt) implements TaskCommand {}

    /** The department's system took the push with 2xx. */
    record Acknowledge() implements TaskCommand {}
}
