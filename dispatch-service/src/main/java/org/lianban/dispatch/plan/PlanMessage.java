package org.lianban.dispatch.plan;

import org.jspecify.annotations.Nullable;
import org.lianban.dispatch.plan.PlanCommand.ItemEnd;

/** One sequenced message about a case. */
public sealed interface PlanMessage {
    long sequence();

    /** @param command null: of no consequence for the plan, yet it counts in the sequence */
    record FromIntake(long sequence, @Nullable PlanCommand command) implements PlanMessage {}

    /**
     * @param end null: the item goes on
     * @param command what it asks of the plan besides; null: nothing
     */
    record FromDepartment(long sequence, String itemNo, @Nullable ItemEnd end,
            @Nullable PlanCommand command) implements PlanMessage {
        public FromDepartment(long sequence, String itemNo, @Nullable ItemEnd end) {
            this(sequence, itemNo, end, null);
        }
    }
}
