package org.lianban.result.oversight.handler;

import java.time.Instant;
import java.util.Optional;
import org.lianban.result.oversight.FileKind;
import org.lianban.result.oversight.Speaker;
import org.lianban.result.oversight.Verdict;
import org.lianban.result.oversight.supervision.Ladder;
import org.lianban.result.oversight.supervision.LadderRules;
import org.lianban.result.oversight.supervision.Order;
import org.lianban.result.oversight.supervision.OrderApplier;
import org.lianban.result.oversight.supervision.OrderCommand;
import org.lianban.result.oversight.supervision.OrderDecider;
import org.lianban.result.oversight.supervision.OrderEvent;
import org.lianban.result.oversight.supervision.State;
import org.lianban.time.WorkCalendar;

/** 督办单. */
final class OrderDrawer extends Drawer<Order, OrderCommand, OrderEvent> {
    private final LadderRules rules;

    OrderDrawer(LadderRules rules) {
        super(FileKind.ORDER, Order.class);
        this.rules = rules;
    }

    @Override
    Verdict<OrderEvent> decide(Order order, OrderCommand command, Speaker who, WorkCalendar calendar, Instant now) {
        return OrderDecider.decide(order, command, who, now);
    }

    @Override
    Order apply(Order order, OrderEvent event) {
        return OrderApplier.apply(order, event);
    }

    @Override
    Instant at(OrderEvent event) {
        return event.at();
    }

    /** Red from 通报 on: the period of an order passed without improvement. */
    @Override
    Columns columns(Order o) {
        return new Columns(o.head().id(), o.head().caseNo(), o.head().itemNo(), o.head().region(),
                o.head().department(), o.state().name(), o.state() != State.CLEARED,
                o.state() == State.CIRCULATED || o.state() == State.PROPOSED, o.head().cause().subject(),
                o.head().openedAt());
    }

    @Override
    Optional<Instant> due(Order order, WorkCalendar calendar) {
        return Ladder.due(order, rules, calendar);
    }
}
