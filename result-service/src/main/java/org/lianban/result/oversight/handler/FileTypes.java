package org.lianban.result.oversight.handler;

import java.util.Optional;
import org.lianban.result.oversight.FileRow;
import org.lianban.result.oversight.check.Check;
import org.lianban.result.oversight.check.CheckDecider;
import org.lianban.result.oversight.expiry.Licence;
import org.lianban.result.oversight.handler.FileType.Columns;
import org.lianban.result.oversight.push.Push;
import org.lianban.result.oversight.supervision.Ladder;
import org.lianban.result.oversight.supervision.Order;
import org.lianban.result.oversight.supervision.OrderDecider;
import org.lianban.result.oversight.ticket.Ticket;
import org.lianban.result.oversight.ticket.TicketDecider;

/** Every kind of file with the rules that the lead department set. */
public record FileTypes(FileType<Ticket, Ticket.Command, Ticket.Event> ticket,
        FileType<Order, Order.Command, Order.Event> order, FileType<Check, Check.Command, Check.Event> check,
        FileType<Licence, Licence.Command, Licence.Event> licence, FileType<Push, Push.Command, Push.Event> push) {

    public static FileTypes of(OversightSettings rules) {
        return new FileTypes(new FileType<>(FileRow.Kind.TICKET, Ticket.class,
                (ticket, command, who, calendar, now) -> TicketDecider.decide(ticket, command, who,
                        rules.tickets(), now),
                Ticket::apply, Ticket.Event::at, FileTypes::ticket,
                (ticket, calendar) -> ticket.due(rules.tickets(), calendar)),
                new FileType<>(FileRow.Kind.ORDER, Order.class,
                        (order, command, who, calendar, now) -> OrderDecider.decide(order, command, who, now),
                        Order::apply, Order.Event::at, FileTypes::order,
                        (order, calendar) -> Ladder.due(order, rules.ladder(), calendar)),
                new FileType<>(FileRow.Kind.CHECK, Check.class,
                        (check, command, who, calendar, now) -> CheckDecider.decide(check, command, who,
                                rules.checks(), calendar, now),
                        Check::apply, Check.Event::at, FileTypes::check,
                        (check, calendar) -> check.due(rules.checks(), calendar)),
                new FileType<>(FileRow.Kind.LICENCE, Licence.class,
                        (licence, command, who, calendar, now) -> Licence.decide(licence, command, who, now),
                        Licence::apply, Licence.Event::at, FileTypes::licence,
                        (licence, calendar) -> licence.due(rules.expiry(), calendar)),
                new FileType<>(FileRow.Kind.PUSH, Push.class,
                        (push, command, who, calendar, now) -> Push.decide(push, command, who, now), Push::apply,
                        Push.Event::at, FileTypes::push, (push, calendar) -> Optional.empty()));
    }

    private static Columns ticket(Ticket t) {
        var head = t.head();
        return new Columns(head.id(), head.caseNo(), head.itemNo(), head.region(), t.department(), t.stage().name(),
                !t.stage().ended(), t.red(), head.external(), head.openedAt());
    }

    /** Red from 通报 on: the period of an order passed without improvement. */
    private static Columns order(Order o) {
        var head = o.head();
        return new Columns(head.id(), head.caseNo(), head.itemNo(), head.region(), head.department(),
                o.state().name(), o.state() != Order.State.CLEARED,
                o.state() == Order.State.CIRCULATED || o.state() == Order.State.PROPOSED, head.cause().subject(),
                head.openedAt());
    }

    private static Columns check(Check c) {
        var head = c.head();
        return new Columns(head.id(), head.caseNo(), head.itemNo(), head.region(), head.department(),
                c.state().name(), !org.lianban.result.oversight.check.Check.TABLE.ends().contains(c.state()),
                c.overdue(), head.material(), head.signedAt());
    }

    private static Columns licence(Licence l) {
        var head = l.head();
        return new Columns(head.id(), head.caseNo(), head.itemNo(), head.region(), head.department(), l.state().name(),
                !org.lianban.result.oversight.expiry.Licence.TABLE.ends().contains(l.state()),
                false, l.renewal(), head.issuedAt());
    }

    /** Filed under who supervises: that is who asks for it. Red while a problem that was fed back stands. */
    private static Columns push(Push p) {
        var head = p.head();
        return new Columns(head.id(), head.caseNo(), head.itemNo(), head.region(), head.regulator(),
                p.state().name(), p.state() != org.lianban.result.oversight.push.Push.State.FED_BACK || p.problem(),
                p.problem(), head.department(), head.decidedAt());
    }
}
