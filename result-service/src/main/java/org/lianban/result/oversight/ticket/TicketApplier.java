package org.lianban.result.oversight.ticket;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.result.oversight.ticket.Ticket.Lifecycle.Trigger;
import org.lianban.time.WorkCalendar;

/** Applies what happened; total, as a state that was stored must always be readable. */
public final class TicketApplier {
    private TicketApplier() {}

    public static Ticket opened(Ticket.Head head) {
        return new Ticket(head, Ticket.Stage.REPORTED, null, null, Ticket.Round.first(head.openedAt()), null);
    }

    public static Ticket apply(Ticket t, Ticket.Event event) {
        return switch (event) {
            case Ticket.Event.Assigned e -> moved(t, Trigger.ASSIGN, e.department(), null, t.round(), e.at());
            case Ticket.Event.Verified e -> moved(t, e.finding().genuine() ? Trigger.PROVE : Trigger.DISPROVE,
                    t.department(), e.finding(), t.round(), e.at());
            case Ticket.Event.Planned e -> moved(t, Trigger.PLAN, e.at());
            case Ticket.Event.Rectified e -> moved(t, Trigger.RECTIFY, e.at());
            case Ticket.Event.Returned e -> moved(t, Trigger.RETURN, e.at());
            case Ticket.Event.Informed e -> moved(t, Trigger.INFORM, e.at());
            case Ticket.Event.CallTried e ->
                moved(t, Trigger.TRY_CALL, t.department(), t.finding(), t.round().tried(), e.at());
            case Ticket.Event.CalledBack e -> moved(t, Trigger.CALL_BACK, t.department(), t.finding(),
                    t.round().answered(e.reached()), e.at());
            case Ticket.Event.Disputed e ->
                moved(t, Trigger.DISPUTE, t.department(), null, t.round().next(e.at()), e.at());
            case Ticket.Event.ReRated e -> moved(t, Trigger.RE_RATE, t.department(), t.finding(),
                    t.round().reRated(e.level()), e.at());
            case Ticket.Event.Reopened e ->
                moved(t, Trigger.REOPEN, t.department(), null, t.round().next(e.at()), e.at());
            case Ticket.Event.Closed e -> {
                var closed = moved(t, Trigger.CLOSE, e.at());
                yield new Ticket(closed.head(), closed.stage(), closed.department(), closed.finding(), closed.round(),
                        e.note());
            }
            case Ticket.Event.Expired e -> new Ticket(t.head(), t.stage(), t.department(), t.finding(),
                    t.round().overdue(e.limit()), t.review());
        };
    }

    private static Ticket moved(Ticket t, Trigger trigger, Instant at) {
        return moved(t, trigger, t.department(), t.finding(), t.round(), at);
    }

    private static Ticket moved(Ticket t, Trigger trigger, @Nullable String department,
            Ticket.@Nullable Finding finding,
            Ticket.Round round, Instant at) {
        var stage = Ticket.Lifecycle.TABLE.after(t.stage(), trigger);
        var moved = new Ticket(t.head(), stage, department, finding, round.at(stage, at), t.review());
        return new Ticket(moved.head(), stage, department, finding,
                moved.round().overdue(TicketDecider.still(moved, round.overdue())), t.review());
    }

    /** When the limit that runs ends; empty where none runs or where its miss is known already. */
    public static Optional<Instant> due(Ticket ticket, TicketRules rules, WorkCalendar calendar) {
        return ticket.runs().filter(limit -> limit != ticket.round().overdue())
                .map(limit -> rules.of(limit).end(ticket.round().since(), calendar));
    }
}
