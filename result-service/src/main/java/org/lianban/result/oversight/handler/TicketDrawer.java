package org.lianban.result.oversight.handler;

import java.time.Instant;
import java.util.Optional;
import org.lianban.result.oversight.FileKind;
import org.lianban.result.oversight.Speaker;
import org.lianban.result.oversight.Verdict;
import org.lianban.result.oversight.ticket.Ticket;
import org.lianban.result.oversight.ticket.TicketApplier;
import org.lianban.result.oversight.ticket.TicketCommand;
import org.lianban.result.oversight.ticket.TicketDecider;
import org.lianban.result.oversight.ticket.TicketEvent;
import org.lianban.result.oversight.ticket.TicketRules;
import org.lianban.time.WorkCalendar;

/** 工单. */
final class TicketDrawer extends Drawer<Ticket, TicketCommand, TicketEvent> {
    private final TicketRules rules;

    TicketDrawer(TicketRules rules) {
        super(FileKind.TICKET, Ticket.class);
        this.rules = rules;
    }

    @Override
    Verdict<TicketEvent> decide(Ticket ticket, TicketCommand command, Speaker who, WorkCalendar calendar,
            Instant now) {
        return TicketDecider.decide(ticket, command, who, rules, now);
    }

    @Override
    Ticket apply(Ticket ticket, TicketEvent event) {
        return TicketApplier.apply(ticket, event);
    }

    @Override
    Instant at(TicketEvent event) {
        return event.at();
    }

    @Override
    Columns columns(Ticket t) {
        return new Columns(t.head().id(), t.head().caseNo(), t.head().itemNo(), t.head().region(), t.department(),
                t.stage().name(), !t.stage().ended(), t.red(), t.head().external(), t.head().openedAt());
    }

    @Override
    Optional<Instant> due(Ticket ticket, WorkCalendar calendar) {
        return TicketApplier.due(ticket, rules, calendar);
    }
}
