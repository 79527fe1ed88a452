package org.lianban.result.oversight.supervision;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.result.oversight.supervision.Order.Accountability;

/** What happened to an order. */
public sealed interface OrderEvent {
    Instant at();

    /**
     * @param missed 13710: the limits whose miss led here
     * @param replyDue by when an answer is expected
     */
    record Issued(Level level, Set<Answer> missed, @Nullable Instant replyDue, Instant at) implements OrderEvent {
        public Issued {
            missed = Set.copyOf(missed);
        }
    }

    record Answered(Answer answer, String text, Instant at) implements OrderEvent {}

    record ImprovementAccepted(String note, Instant at) implements OrderEvent {}

    record SolutionRejected(String reason, Instant at) implements OrderEvent {}

    record ChargeTaken(String leader, Instant at) implements OrderEvent {}

    record Decided(Accountability accountability, Instant at) implements OrderEvent {}

    record CauseEnded(String note, Instant at) implements OrderEvent {}

    record Cleared(String note, Instant at) implements OrderEvent {}
}
