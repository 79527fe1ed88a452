package org.lianban.result.oversight.handler;

import java.util.List;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.oversight.CareRow;
import org.lianban.result.oversight.FileKind;
import org.lianban.result.oversight.ticket.Ticket;
import org.lianban.result.oversight.ticket.TicketEvent;

/** Tickets that a case's events move: those whose limit was published as missed. */
final class Tickets {
    private final Drawers drawers;

    Tickets(Drawers drawers) {
        this.drawers = drawers;
    }

    void expire(Filing filing, List<CaseChange> cases) {
        for (CaseChange followed : cases) {
            for (ResultEvent said : followed.said()) {
                if (said instanceof ResultEvent.TimerBreached e && e.timer() == Timer.RATING && e.detail() != null) {
                    filing.file(FileKind.TICKET, e.detail()).ifPresent(row -> expire(filing, row, e));
                }
            }
        }
    }

    /** @throws IllegalStateException when the ticket was dealt with meanwhile: the breach is not published */
    private void expire(Filing filing, CareRow row, ResultEvent.TimerBreached breach) {
        var ticket = filing.read(drawers.ticket(), row);
        filing.move(drawers.ticket(), row, List.of(expired(ticket, breach)), Filing.Cause.of("SYSTEM:result-service"));
    }

    private static TicketEvent expired(Ticket ticket, ResultEvent.TimerBreached breach) {
        var limit = ticket.runs().filter(runs -> runs != ticket.round().overdue());
        if (limit.isEmpty()) {
            throw new IllegalStateException("Ticket " + ticket.head().id() + " owes nothing any more");
        }
        return new TicketEvent.Expired(limit.get(), breach.dueAt(), breach.breachedAt());
    }
}
