package org.lianban.result.oversight.supervision;

import org.lianban.result.oversight.supervision.Lifecycle.Trigger;
import org.lianban.result.oversight.supervision.Order.Course;

/** Applies what happened; total. */
public final class OrderApplier {
    private OrderApplier() {}

    public static Order opened(Order.Head head) {
        return Order.opened(head);
    }

    public static Order apply(Order order, OrderEvent event) {
        var course = order.course();
        return switch (event) {
            case OrderEvent.Issued e -> moved(order, trigger(order, e.level()),
                    course.issued(e.at()).missed(e.missed()));
            case OrderEvent.Answered e -> moved(order, Trigger.ANSWER, course.answered(e.answer(), e.at()));
            case OrderEvent.ImprovementAccepted e -> moved(order, Trigger.JUDGE, course.since(e.at()));
            case OrderEvent.SolutionRejected e -> moved(order, Trigger.JUDGE, course.rejected(Answer.SOLVED));
            case OrderEvent.ChargeTaken e -> new Order(order.head(), order.state(), course.led(e.leader()));
            case OrderEvent.Decided e -> moved(order, Trigger.DECIDE, course.decided(e.accountability()));
            case OrderEvent.CauseEnded e -> moved(order, Trigger.END_CAUSE, course.causeEnded(e.at()));
            case OrderEvent.Cleared e -> moved(order, Trigger.CLEAR, course);
        };
    }

    static Trigger trigger(Order order, Level level) {
        if (order.state() != State.DETECTED) {
            return Trigger.ESCALATE;
        }
        return level == Level.REMIND ? Trigger.ISSUE_REMINDER : Trigger.ISSUE_ORDER;
    }

    private static Order moved(Order order, Trigger trigger, Course course) {
        return Lifecycle.TABLE.next(order.state(), trigger).map(state -> new Order(order.head(), state, course))
                .orElse(order);
    }
}
