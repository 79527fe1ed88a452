package org.lianban.result.oversight.handler;

import java.util.Map;
import org.lianban.result.oversight.check.Check;
import org.lianban.result.oversight.expiry.Licence;
import org.lianban.result.oversight.rating.Rating;
import org.lianban.result.oversight.supervision.LadderRules;
import org.lianban.result.oversight.ticket.Ticket;

/**
 * Everything that the lead department decides about ratings, tickets, supervision, checks and expiring licences.
 *
 * @param regulators id of the supervising department, by id of the approving one
 */
public record OversightSettings(Rating.Rules ratings, Ticket.Rules tickets, LadderRules ladder, Check.Rules checks,
        Licence.Rules expiry, Map<String, String> regulators) {
    public static final OversightSettings DEFAULT = new OversightSettings(Rating.Rules.DEFAULT, Ticket.Rules.DEFAULT,
            LadderRules.DEFAULT, Check.Rules.DEFAULT, Licence.Rules.DEFAULT, Map.of());
}
