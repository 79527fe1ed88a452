package org.lianban.dispatch.handler;

import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.once.Keyed;
import org.lianban.dispatch.plan.PlanCommand;
import org.lianban.security.Digests;

/**
 * 牵头部门的决定, with who and why.
 *
 * @param subject item number, or the joint activity or its items
 * @param reason for the record, 1 to 500 characters
 */
public record LeadCommand(String caseNo, String subject, PlanCommand.OfLead command, String reason, Actor actor,
        @Nullable String traceparent) {

    /** @param key Idempotency-Key; null: none */
    Keyed<LeadCommand> under(@Nullable String key) {
        return Keyed.of(this, actor, key, Digests.sha256(text()));
    }

    /** The whole command as text: the same idempotency key with another text is another command. */
    String text() {
        String what = switch (command) {
            case PlanCommand.DecideBlocked decision -> decision.verdict().name();
            case PlanCommand.Reassign reassign -> "REASSIGN " + reassign.to();
            case PlanCommand.Arrange(PlanCommand.Arrangement a, String by) ->
                "ARRANGE " + a.kind() + " " + a.at() + " " + a.place() + " "
                        + a.note();
            case PlanCommand.Rearrange r -> "REARRANGE " + r.at() + " " + r.place() + " " + r.note();
            case PlanCommand.CancelActivity cancel -> "CANCEL";
        };
        return caseNo + "-" + subject + " " + what + " " + reason;
    }
}
