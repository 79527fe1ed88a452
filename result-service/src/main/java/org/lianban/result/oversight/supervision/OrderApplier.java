package org.lianban.result.oversight.supervision;

import org.lianban.result.oversight.supervision.Order.Course;
import org.lianban.result.oversight.supervision.Order.Lifecycle.Trigger;

/** Applies what happened; total. */
public final class OrderApplier {
    private OrderApplier() {}

    public static Order opened(Order.Head head) {
        return Order.opened(head);
    }

    public static Order apply(Order order, Order.Event event) {
        var course = order.course();
        return switch (event) {
            case Order.Event.Issued e -> moved(order, trigger(order, e.level()),
                    course.issued(e.at()).missed(e.missed()));
            case Order.Event.Answered e -> moved(order, Trigger.ANSWER, course.answered(e.answer(), e.at()));
            case Order.Event.ImprovementAccepted e -> moved(order, Trigger.JUDGE, course.since(e.at()));
            case Order.Event.SolutionRejected e -> moved(order, Trigger.JUDGE, course.rejected(Order.Answer.SOLVED));
            case Order.Event.ChargeTaken e -> new Order(order.head(), order.state(), course.led(e.leader()));
            case Order.Event.Decided e -> moved(order, Trigger.DECIDE, course.decided(e.accountability()));
            case Order.Event.CauseEnded e -> moved(order, Trigger.END_CAUSE, course.causeEnded(e.at()));
            case Order.Event.Cleared e -> moved(order, Trigger.CLEAR, course);
        };
    }

    static Trigger trigger(Order order, Order.Level level) {
        if (order.state() != Order.State.DETECTED) {
            return Trigger.ESCALATE;
        }
        return level == Order.Level.REMIND ? Trigger.ISSUE_REMINDER : Trigger.ISSUE_ORDER;
    }

    private static Order moved(Order order, Trigger trigger, Course course) {
        return Order.Lifecycle.TABLE.next(order.state(), trigger).map(state -> new Order(order.head(), state, course))
                .orElse(order);
    }
}
