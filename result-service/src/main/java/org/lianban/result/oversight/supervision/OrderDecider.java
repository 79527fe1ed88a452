package org.lianban.result.oversight.supervision;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor.Role;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.Reason;
import org.lianban.result.oversight.supervision.Order.Trigger;

/** Decides about orders that are there: the table first, then who may, then what is missing. */
public final class OrderDecider {
    private OrderDecider() {}

    public static Decision<Order.Event> decide(Order order, Order.Command command, OversightActor who, Instant now) {
        var course = order.course();
        var judged = judged(order.head().department(), who);
        return switch (command) {
            case Order.Command.Give c -> move(order, Trigger.ANSWER, c.answer().label(),
                    Reason.unless(who.speaksFor(order.head().department()) || who.supervises(), Reason.FORBIDDEN,
                            "只有被督办部门可以答复。"),
                    new Order.Event.Answered(c.answer(), c.text(), now));
            case Order.Command.AcceptImprovement c -> move(order, Trigger.JUDGE, "认定改进",
                    judged.or(() -> Reason.unless(!course.answered().isEmpty(), Reason.INCOMPLETE, "尚无答复，不能认定改进。")),
                    new Order.Event.ImprovementAccepted(c.note(), now));
            case Order.Command.RejectSolution c -> move(order, Trigger.JUDGE, "退回办结报告",
                    judged.or(() -> Reason.unless(course.answered().containsKey(Order.Answer.SOLVED), Reason.INCOMPLETE,
                            "尚未报告办结。")),
                    new Order.Event.SolutionRejected(c.reason(), now));
            case Order.Command.TakeCharge c ->
                move(order, null, "包案", judged, new Order.Event.ChargeTaken(c.leader(), now));
            case Order.Command.Decide c -> move(order, Trigger.DECIDE, "作出问责决定",
                    judged.or(() -> Reason.unless(who.role() != Role.SYSTEM, Reason.FORBIDDEN, "问责由有权机关决定，系统不得代为决定。")),
                    new Order.Event.Decided(c.accountability(), now));
            case Order.Command.Clear c -> move(order, Trigger.END_CAUSE, "销号", judged.or(
                    () -> Reason.unless(order.state() != Order.State.PROPOSED || course.decision() != null,
                            Reason.INCOMPLETE, "已建议问责，须先由有权机关作出决定。")),
                    course.causeEndedAt() != null ? null : new Order.Event.CauseEnded(c.note(), now));
        };
    }

    /**
     * @param trigger null: possible until the order is cleared
     * @param event null: it is so already
     */
    private static Decision<Order.Event> move(Order order, @Nullable Trigger trigger, String name,
            Optional<Refusal> refusal, Order.@Nullable Event event) {
        var possible = order.state() != Order.State.CLEARED
                && (trigger == null || Order.TABLE.allows(order.state(), trigger));
        var impossible = "督办单“" + order.state().label() + "”，不能" + name + "。";
        return event == null
                ? Reason.decide(possible, impossible, refusal)
                : Reason.decide(possible, impossible, refusal, event);
    }

    private static Optional<Refusal> judged(String responsible, OversightActor who) {
        return Reason.unless(who.supervises(responsible), Reason.FORBIDDEN, "只有监督部门可以作此处理，被督办部门不得自行处理。");
    }
}
