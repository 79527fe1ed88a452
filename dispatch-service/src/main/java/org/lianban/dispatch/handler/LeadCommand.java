package org.lianban.dispatch.handler;

import org.jspecify.annotations.Nullable;
import org.lianban.dispatch.plan.PlanCommand.Arrange;
import org.lianban.dispatch.plan.PlanCommand.Arrangement;
import org.lianban.dispatch.plan.PlanCommand.CancelActivity;
import org.lianban.dispatch.plan.PlanCommand.DecideBlocked;
import org.lianban.dispatch.plan.PlanCommand.Rearrange;
import org.lianban.dispatch.plan.PlanCommand.Reassign;
import org.lianban.dispatch.plan.PlanCommand;

/**
 * 牵头部门的决定, with who and why.
 *
 * @param subject item number, or the joint activity or its items
 * @param reason for the record, 1 to 500 characters
 * @param actor role and account
 * @param idempotencyKey 1 to 128 characters
 */
public record LeadCommand(String caseNo, String subject, PlanCommand.OfLead command, String reason, String actor,
        @Nullable String traceparent, @Nullable String idempotencyKey) {

    /** The whole command as text: the same idempotency key with another text is another command. */
    String text() {
        String what = switch (command) {
            case DecideBlocked decision -> decision.verdict().name();
            case Reassign reassign -> "REASSIGN " + reassign.to();
            case Arrange(Arrangement a, String by) -> "ARRANGE " + a.kind() + " " + a.at() + " " + a.place() + " "
                    + a.note();
            case Rearrange r -> "REARRANGE " + r.at() + " " + r.place() + " " + r.note();
            case CancelActivity cancel -> "CANCEL";
        };
        return caseNo + "-" + subject + " " + what + " " + reason;
    }
}
