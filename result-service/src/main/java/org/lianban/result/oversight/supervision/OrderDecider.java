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
import org.lianban.result.oversight.supervision.Lifecycle.Trigger;

/** Decides about orders that are there: the table first, then who may, then what is missing. */
public final class OrderDecider {
    private OrderDecider() {}

    public static Decision<OrderEvent> decide(Order order, OrderCommand command, OversightActor who, Instant now) {
        var trigger = trigger(command);
        if (order.state() == State.CLEARED
                || trigger.isPresent() && !Lifecycle.TABLE.allows(order.state(), trigger.get())) {
            return Decision.refused(WRONG_STATE, "督办单“" + order.state().label() + "”，不能" + name(command) + "。");
        }
        var refusal = refusal(order, command, who);
        if (refusal.isPresent()) {
            return Decision.refused(refusal.get());
        }
        return command instanceof OrderCommand.Clear && order.course().causeEndedAt() != null
                ? Decision.accepted()
                : Decision.accepted(event(command, now));
    }

    private static Optional<Trigger> trigger(OrderCommand command) {
        return switch (command) {
            case OrderCommand.Give c -> Optional.of(Trigger.ANSWER);
            case OrderCommand.AcceptImprovement c -> Optional.of(Trigger.JUDGE);
            case OrderCommand.RejectSolution c -> Optional.of(Trigger.JUDGE);
            case OrderCommand.TakeCharge c -> Optional.empty();
            case OrderCommand.Decide c -> Optional.of(Trigger.DECIDE);
            case OrderCommand.Clear c -> Optional.of(Trigger.END_CAUSE);
        };
    }

    private static Optional<Refusal> refusal(Order order, OrderCommand command, OversightActor who) {
        var responsible = order.head().department();
        return switch (command) {
            case OrderCommand.Give c -> unless(who.speaksFor(responsible) || who.supervises(), FORBIDDEN,
                    "只有被督办部门可以答复。");
            case OrderCommand.AcceptImprovement c -> judged(responsible, who)
                    .or(() -> unless(!order.course().answered().isEmpty(), INCOMPLETE, "尚无答复，不能认定改进。"));
            case OrderCommand.RejectSolution c -> judged(responsible, who)
                    .or(() -> unless(order.course().answered().containsKey(Answer.SOLVED), INCOMPLETE, "尚未报告办结。"));
            case OrderCommand.TakeCharge c -> judged(responsible, who);
            case OrderCommand.Decide c -> judged(responsible, who)
                    .or(() -> unless(who.role() != Role.SYSTEM, FORBIDDEN, "问责由有权机关决定，系统不得代为决定。"));
            case OrderCommand.Clear c -> judged(responsible, who)
                    .or(() -> unless(order.state() != State.PROPOSED || order.course().decision() != null,
                            INCOMPLETE, "已建议问责，须先由有权机关作出决定。"));
        };
    }

    private static Optional<Refusal> judged(String responsible, OversightActor who) {
        return unless(who.supervises(responsible), FORBIDDEN, "只有监督部门可以作此处理，被督办部门不得自行处理。");
    }

    private static OrderEvent event(OrderCommand command, Instant now) {
        return switch (command) {
            case OrderCommand.Give c -> new OrderEvent.Answered(c.answer(), c.text(), now);
            case OrderCommand.AcceptImprovement c -> new OrderEvent.ImprovementAccepted(c.note(), now);
            case OrderCommand.RejectSolution c -> new OrderEvent.SolutionRejected(c.reason(), now);
            case OrderCommand.TakeCharge c -> new OrderEvent.ChargeTaken(c.leader(), now);
            case OrderCommand.Decide c -> new OrderEvent.Decided(c.accountability(), now);
            case OrderCommand.Clear c -> new OrderEvent.CauseEnded(c.note(), now);
        };
    }

    private static String name(OrderCommand command) {
        return switch (command) {
            case OrderCommand.Give c -> c.answer().label();
            case OrderCommand.AcceptImprovement c -> "认定改进";
            case OrderCommand.RejectSolution c -> "退回办结报告";
            case OrderCommand.TakeCharge c -> "包案";
            case OrderCommand.Decide c -> "作出问责决定";
            case OrderCommand.Clear c -> "销号";
        };
    }

}
