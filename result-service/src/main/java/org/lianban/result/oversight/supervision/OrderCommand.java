package org.lianban.result.oversight.supervision;

import org.lianban.result.oversight.supervision.Order.Accountability;

/** What may be done with an order once it is there. */
public sealed interface OrderCommand {
    /** 回复、反馈、报告办结, by the responsible department. */
    record Give(Answer answer, String text) implements OrderCommand {}

    /** The supervising side takes an answer as improvement: the period begins anew. */
    record AcceptImprovement(String note) implements OrderCommand {}

    /** The supervising side does not take the report that it is solved. */
    record RejectSolution(String reason) implements OrderCommand {}

    /** 领导包案. */
    record TakeCharge(String leader) implements OrderCommand {}

    /** 问责决定: by people only. */
    record Decide(Accountability accountability) implements OrderCommand {}

    /** 销号: the reason is gone. The clearing itself is published by the ladder at once. */
    record Clear(String note) implements OrderCommand {}
}
