package org.lianban.result.oversight.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.result.oversight.rating.Level;

/** What happened to a ticket. */
public sealed interface TicketEvent {
    Instant at();

    record Assigned(String department, @Nullable String note, Instant at) implements TicketEvent {}

    record Verified(Finding finding, Instant at) implements TicketEvent {}

    record Planned(String plan, Instant at) implements TicketEvent {}

    record Rectified(String measures, List<String> evidence, Instant at) implements TicketEvent {
        public Rectified {
            evidence = List.copyOf(evidence);
        }
    }

    record Returned(String reason, Instant at) implements TicketEvent {}

    record Informed(String way, String text, Instant at) implements TicketEvent {}

    record CallTried(String note, Instant at) implements TicketEvent {}

    /** @param reached false: after so many calls in vain */
    record CalledBack(boolean reached, String note, Instant at) implements TicketEvent {}

    record Disputed(String reason, Instant at) implements TicketEvent {}

    record ReRated(Level level, Instant at) implements TicketEvent {}

    record Reopened(Instant at) implements TicketEvent {}

    record Closed(String note, Instant at) implements TicketEvent {}

    record Expired(Limit limit, Instant dueAt, Instant at) implements TicketEvent {}
}
