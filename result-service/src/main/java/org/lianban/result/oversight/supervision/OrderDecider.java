package org.lianban.result.oversight.supervision;

import static org.lianban.result.oversight.Reason.FORBIDDEN;
import static org.lianban.result.oversight.Reason.INCOMPLETE;
import static org.lianban.result.oversight.Reason.WRONG_STATE;
import static org.lianban.result.oversight.Reason.unless;

import java.time.Instant;
import java.util.Optional;
import org.lianban.command.Actor.Role;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.supervision.Order.Lifecycle.Trigger;

/** Decides about orders that are there: the table first, then who may, then what is missing. */
public final class OrderDecider {
    private OrderDecider() {}

    public static Decision<Order.Event> decide(Order order, Order.Command command, OversightActor who, Instant now) {
        var trigger = trigger(command);
        if (order.state() == Order.State.CLEARED
                || trigger.isPresent() && !Order.Lifecycle.TABLE.allows(order.state(), trigger.get())) {
            return Decision.refused(WRONG_STATE, "督办单“" + order.state().label() + "”，不能" + name(command) + "。");
        }
        var refusal = refusal(order, command, who);
        if (refusal.isPresent()) {
            return Decision.refused(refusal.get());
        }
        return command instanceof Order.Command.Clear && order.course().causeEndedAt() != null
                ? Decision.accepted()
                : Decision.accepted(event(command, now));
    }

    private static Optional<Trigger> trigger(Order.Command command) {
        return switch (command) {
            case Order.Command.Give c -> Optional.of(Trigger.ANSWER);
            case Order.Command.AcceptImprovement c -> Optional.of(Trigger.JUDGE);
            case Order.Command.RejectSolution c -> Optional.of(Trigger.JUDGE);
            case Order.Command.TakeCharge c -> Optional.empty();
            case Order.Command.Decide c -> Optional.of(Trigger.DECIDE);
            case Order.Command.Clear c -> Optional.of(Trigger.END_CAUSE);
        };
    }

    private static Optional<Refusal> refusal(Order order, Order.Command command, OversightActor who) {
        var responsible = order.head().department();
        return switch (command) {
            case Order.Command.Give c -> unless(who.speaksFor(responsible) || who.supervises(), FORBIDDEN,
                    "只有被督办部门可以答复。");
            case Order.Command.AcceptImprovement c -> judged(responsible, who)
                    .or(() -> unless(!order.course().answered().isEmpty(), INCOMPLETE, "尚无答复，不能认定改进。"));
            case Order.Command.RejectSolution c -> judged(responsible, who)
                    .or(() -> unless(order.course().answered().containsKey(Order.Answer.SOLVED), INCOMPLETE,
                            "尚未报告办结。"));
            case Order.Command.TakeCharge c -> judged(responsible, who);
            case Order.Command.Decide c -> judged(responsible, who)
                    .or(() -> unless(who.role() != Role.SYSTEM, FORBIDDEN, "问责由有权机关决定，系统不得代为决定。"));
            case Order.Command.Clear c -> judged(responsible, who)
                    .or(() -> unless(order.state() != Order.State.PROPOSED || order.course().decision() != null,
                            INCOMPLETE, "已建议问责，须先由有权机关作出决定。"));
        };
    }

    private static Optional<Refusal> judged(String responsible, OversightActor who) {
        return unless(who.supervises(responsible), FORBIDDEN, "只有监督部门可以作此处理，被督办部门不得自行处理。");
    }

    private static Order.Event event(Order.Command command, Instant now) {
        return switch (command) {
            case Order.Command.Give c -> new Order.Event.Answered(c.answer(), c.text(), now);
            case Order.Command.AcceptImprovement c -> new Order.Event.ImprovementAccepted(c.note(), now);
            case Order.Command.RejectSolution c -> new Order.Event.SolutionRejected(c.reason(), now);
            case Order.Command.TakeCharge c -> new Order.Event.ChargeTaken(c.leader(), now);
            case Order.Command.Decide c -> new Order.Event.Decided(c.accountability(), now);
            case Order.Command.Clear c -> new Order.Event.CauseEnded(c.note(), now);
        };
    }

    private static String name(Order.Command command) {
        return switch (command) {
            case Order.Command.Give c -> c.answer().label();
            case Order.Command.AcceptImprovement c -> "认定改进";
            case Order.Command.RejectSolution c -> "退回办结报告";
            case Order.Command.TakeCharge c -> "包案";
            case Order.Command.Decide c -> "作出问责决定";
            case Order.Command.Clear c -> "销号";
        };
    }

}
