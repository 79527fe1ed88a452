package org.lianban.result.desk;

import org.lianban.result.check.Check;
import org.lianban.result.check.CheckCommand;
import org.lianban.result.check.CheckEvent;
import org.lianban.result.expiry.Licence;
import org.lianban.result.expiry.LicenceCommand;
import org.lianban.result.expiry.LicenceEvent;
import org.lianban.result.follow.CaseCommands;
import org.lianban.result.oversight.Push;
import org.lianban.result.oversight.PushCommand;
import org.lianban.result.oversight.PushEvent;
import org.lianban.result.store.CareStore;
import org.lianban.result.store.CreditStore;
import org.lianban.result.store.RatingStore;
import org.lianban.result.supervision.Order;
import org.lianban.result.supervision.OrderCommand;
import org.lianban.result.supervision.OrderEvent;
import org.lianban.result.ticket.Ticket;
import org.lianban.result.ticket.TicketCommand;
import org.lianban.result.ticket.TicketEvent;

/** The desks of one service, put together: everything shares one set of rules. */
public final class CareRoom {
    private final FileDesk.Kit kit;
    private final Drawers drawers;
    private final CareSettings settings;
    private final FileDesk<Ticket, TicketCommand, TicketEvent> tickets;
    private final FileDesk<Order, OrderCommand, OrderEvent> orders;
    private final FileDesk<Check, CheckCommand, CheckEvent> checks;
    private final FileDesk<Licence, LicenceCommand, LicenceEvent> licences;
    private final FileDesk<Push, PushCommand, PushEvent> pushes;
    private final RatingDesk ratings;
    private final CareFollower follower;

    /** What the desks stand on. */
    public record Ground(org.lianban.persistence.Database database, tools.jackson.databind.json.JsonMapper json,
            WorkCalendars calendars, CreditTiers tiers, java.time.InstantSource clock) {}

    public CareRoom(Ground ground, CareSettings settings) {
        var store = new CareStore();
        var credits = new CreditStore(ground.database());
        this.settings = settings;
        this.drawers = Drawers.of(settings.tickets(), settings.ladder(), settings.checks(), settings.expiry());
        this.kit = new FileDesk.Kit(ground.database(), store, ground.json(), ground.calendars(),
                new Aftermath(store, credits, drawers), ground.clock());
        this.tickets = new FileDesk<>(kit, drawers.ticket());
        this.orders = new FileDesk<>(kit, drawers.order());
        this.checks = new FileDesk<>(kit, drawers.check());
        this.licences = new FileDesk<>(kit, drawers.licence());
        this.pushes = new FileDesk<>(kit, drawers.push());
        this.ratings = new RatingDesk(kit, new RatingStore(ground.json()), drawers.ticket());
        this.follower = new CareFollower(store, credits, ground.json(), ground.calendars(),
                new CareFollower.Rooms(new Tickets(drawers), new Checks(drawers, settings.checks(), ground.tiers()),
                        new Licences(drawers, ground.calendars(), settings.expiry()),
                        new Orders(drawers, ground.calendars(), settings.ladder()),
                        new Pushes(drawers, settings.regulators())));
    }

    public FileDesk<Ticket, TicketCommand, TicketEvent> tickets() {
        return tickets;
    }

    public FileDesk<Order, OrderCommand, OrderEvent> orders() {
        return orders;
    }

    public FileDesk<Check, CheckCommand, CheckEvent> checks() {
        return checks;
    }

    public FileDesk<Licence, LicenceCommand, LicenceEvent> licences() {
        return licences;
    }

    public FileDesk<Push, PushCommand, PushEvent> pushes() {
        return pushes;
    }

    public RatingDesk ratings() {
        return ratings;
    }

    public CareFollower follower() {
        return follower;
    }

    public CareSettings settings() {
        return settings;
    }

    public CareRound round(CaseCommands cases) {
        return new CareRound(kit, drawers, new CareRound.Rules(settings.ladder(), settings.expiry()), cases);
    }
}
