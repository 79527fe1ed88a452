package org.lianban.result.oversight.handler;

import org.lianban.result.oversight.check.CheckRules;
import org.lianban.result.oversight.expiry.ExpiryRules;
import org.lianban.result.oversight.supervision.LadderRules;
import org.lianban.result.oversight.ticket.TicketRules;

/** One drawer per kind of file, with the rules that the lead department set. */
record Drawers(TicketDrawer ticket, OrderDrawer order, CheckDrawer check, LicenceDrawer licence,
        PushDrawer push) {
    static Drawers of(TicketRules tickets, LadderRules ladder, CheckRules checks, ExpiryRules expiry) {
        return new Drawers(new TicketDrawer(tickets), new OrderDrawer(ladder), new CheckDrawer(checks),
                new LicenceDrawer(expiry), new PushDrawer());
    }
}
