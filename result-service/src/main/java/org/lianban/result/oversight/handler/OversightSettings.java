package org.lianban.result.oversight.handler;

import java.util.Map;
import org.lianban.result.oversight.check.CheckRules;
import org.lianban.result.oversight.expiry.ExpiryRules;
import org.lianban.result.oversight.rating.RatingRules;
import org.lianban.result.oversight.supervision.LadderRules;
import org.lianban.result.oversight.ticket.TicketRules;

/**
 * Everything that the lead department decides about ratings, tickets, supervision, checks and expiring licences.
 *
 * @param regulators id of the supervising department, by id of the approving one
 */
public record OversightSettings(RatingRules ratings, TicketRules tickets, LadderRules ladder, CheckRules checks,
        ExpiryRules expiry, Map<String, String> regulators) {
    public static final OversightSettings DEFAULT = new OversightSettings(RatingRules.DEFAULT, TicketRules.DEFAULT,
            LadderRules.DEFAULT, CheckRules.DEFAULT, ExpiryRules.DEFAULT, Map.of());
}
