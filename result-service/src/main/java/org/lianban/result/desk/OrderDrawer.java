package org.lianban.result.desk;

import java.time.Instant;
import java.util.Optional;
import org.lianban.result.care.FileKind;
import org.lianban.result.care.Speaker;
import org.lianban.result.care.Verdict;
import org.lianban.result.supervision.Ladder;
import org.lianban.result.supervision.LadderRules;
import org.lianban.result.supervision.Order;
import org.lianban.result.supervision.OrderApplier;
import org.lianban.result.supervision.OrderCommand;
import org.lianban.result.supervision.OrderDecider;
import org.lianban.result.supervision.OrderEvent;
import org.lianban.result.supervision.State;
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
