package org.lianban.dispatch.desk;

import org.jspecify.annotations.Nullable;
import org.lianban.dispatch.plan.PlanCommand;
import org.lianban.dispatch.plan.PlanCommand.Arrange;
import org.lianban.dispatch.plan.PlanCommand.Arrangement;
import org.lianban.dispatch.plan.PlanCommand.CancelActivity;
import org.lianban.dispatch.plan.PlanCommand.DecideBlocked;
import org.lianban.dispatch.plan.PlanCommand.Rearrange;
import org.lianban.dispatch.plan.PlanCommand.Reassign;

/**
 * What a lead department orders, with who and why.
 *
 * @param subject item number, or the joint activity or its items
 * @param reason for the record, 1 to 500 characters
 * @param actor role and account
 * @param idempotencyKey 1 to 128 characters
 */
public record LeadOrder(String caseNo, String subject, PlanCommand command, String reason, String actor,
        @Nullable String traceparent, @Nullable String idempotencyKey) {

    /** The whole order as text: the same idempotency key with another text is another order. */
    String text() {
        String what = switch (command) {
            case DecideBlocked decision -> decision.verdict().name();
            case Reassign reassign -> "REASSIGN " + reassign.to();
            case Arrange(Arrangement a, String by) -> "ARRANGE " + a.kind() + " " + a.at() + " " + a.place() + " "
                    + a.note();
            case Rearrange r -> "REARRANGE " + r.at() + " " + r.place() + " " + r.note();
            case CancelActivity cancel -> "CANCEL";
            case PlanCommand.Receive other -> throw notALeads(other);
            case PlanCommand.EndItems other -> throw notALeads(other);
            case PlanCommand.Withdraw other -> throw notALeads(other);
            case PlanCommand.Supplement other -> throw notALeads(other);
            case PlanCommand.Correct other -> throw notALeads(other);
            case PlanCommand.Overdue other -> throw notALeads(other);
            case PlanCommand.Conclude other -> throw notALeads(other);
        };
        return caseNo + "-" + subject + " " + what + " " + reason;
    }

    private static IllegalArgumentException notALeads(PlanCommand command) {
        return new IllegalArgumentException("No order of a lead department: " + command.getClass().getSimpleName());
    }
}
