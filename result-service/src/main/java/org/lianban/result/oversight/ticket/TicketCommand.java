package org.lianban.result.oversight.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.result.oversight.rating.Level;

/** What may be done with a ticket. */
public sealed interface TicketCommand {
    /** 分拨, or 转办 to another department. */
    record Assign(String department, @Nullable String note) implements TicketCommand {}

    /** 核实. */
    record Verify(Finding finding) implements TicketCommand {}

    /** 整改: what will be done. */
    record Plan(String plan) implements TicketCommand {}

    /** 整改完成. */
    record Rectify(String measures, List<String> evidence) implements TicketCommand {
        public Rectify {
            evidence = List.copyOf(evidence);
        }
    }

    /** 退回整改: the supervising side is not satisfied. */
    record Return(String reason) implements TicketCommand {}

    /** 告知 the reporter. */
    record Inform(String way, String text) implements TicketCommand {}

    /** 回访. */
    record CallBack(boolean reached, String note) implements TicketCommand {}

    /** The reporter contests what was told. */
    record Dispute(String reason) implements TicketCommand {}

    /** 再评. */
    record ReRate(Level level) implements TicketCommand {}

    /** 办结. */
    record Close(String note) implements TicketCommand {}

    /** The limit that runs has passed; only the service itself says so. */
    record Expire(Limit limit, Instant dueAt) implements TicketCommand {}
}
