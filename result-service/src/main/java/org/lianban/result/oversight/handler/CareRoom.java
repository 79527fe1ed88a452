package org.lianban.result.oversight.handler;

import org.lianban.result.bundle.handler.CaseCommands;
import org.lianban.result.oversight.check.Check;
import org.lianban.result.oversight.check.CheckCommand;
import org.lianban.result.oversight.check.CheckEvent;
import org.lianban.result.oversight.expiry.Licence;
import org.lianban.result.oversight.expiry.LicenceCommand;
import org.lianban.result.oversight.expiry.LicenceEvent;
import org.lianban.result.oversight.push.Push;
import org.lianban.result.oversight.push.PushCommand;
import org.lianban.result.oversight.push.PushEvent;
import org.lianban.result.oversight.store.CareRepository;
import org.lianban.result.oversight.store.CreditRepository;
import org.lianban.result.oversight.store.RatingRepository;
import org.lianban.result.oversight.supervision.Order;
import org.lianban.result.oversight.supervision.OrderCommand;
import org.lianban.result.oversight.supervision.OrderEvent;
import org.lianban.result.oversight.ticket.Ticket;
import org.lianban.result.oversight.ticket.TicketCommand;
import org.lianban.result.oversight.ticket.TicketEvent;

/** The desks of one service, put together: everything shares one set of rules. */
public final class CareRoom {
    private final FileHandler.Kit kit;
    private final Drawers drawers;
    private final CareSettings settings;
    private final FileHandler<Ticket, TicketCommand, TicketEvent> tickets;
    private final FileHandler<Order, OrderCommand, OrderEvent> orders;
    private final FileHandler<Check, CheckCommand, CheckEvent> checks;
    private final FileHandler<Licence, LicenceCommand, LicenceEvent> licences;
    private final FileHandler<Push, PushCommand, PushEvent> pushes;
    private final RatingHandler ratings;
    private final CareProjection follower;

    /** What the desks stand on. */
    public record Ground(org.lianban.persistence.Database database, tools.jackson.databind.json.JsonMapper json,
            WorkCalendars calendars, CreditTiers tiers, java.time.InstantSource clock) {}

    public CareRoom(Ground ground, CareSettings settings) {
        var store = new CareRepository();
        var credits = new CreditRepository();
        this.settings = settings;
        this.drawers = Drawers.of(settings.tickets(), settings.ladder(), settings.checks(), settings.expiry());
        this.kit = new FileHandler.Kit(ground.database(), store, ground.json(), ground.calendars(),
                new Aftermath(store, credits, drawers), ground.clock());
        this.tickets = new FileHandler<>(kit, drawers.ticket());
        this.orders = new FileHandler<>(kit, drawers.order());
        this.checks = new FileHandler<>(kit, drawers.check());
        this.licences = new FileHandler<>(kit, drawers.licence());
        this.pushes = new FileHandler<>(kit, drawers.push());
        this.ratings = new RatingHandler(kit, new RatingRepository(ground.json()), drawers.ticket());
        this.follower = new CareProjection(store, credits, ground.json(), ground.calendars(),
                new CareProjection.Rooms(new Tickets(drawers), new Checks(drawers, settings.checks(), ground.tiers()),
                        new Licences(drawers, ground.calendars(), settings.expiry()),
                        new Orders(drawers, ground.calendars(), settings.ladder()),
                        new Pushes(drawers, settings.regulators())));
    }

    public FileHandler<Ticket, TicketCommand, TicketEvent> tickets() {
        return tickets;
    }

    public FileHandler<Order, OrderCommand, OrderEvent> orders() {
        return orders;
    }

    public FileHandler<Check, CheckCommand, CheckEvent> checks() {
        return checks;
    }

    public FileHandler<Licence, LicenceCommand, LicenceEvent> licences() {
        return licences;
    }

    public FileHandler<Push, PushCommand, PushEvent> pushes() {
        return pushes;
    }

    public RatingHandler ratings() {
        return ratings;
    }

    public CareProjection follower() {
        return follower;
    }

    public CareSettings settings() {
        return settings;
    }

    public CareRound round(CaseCommands cases) {
        return new CareRound(kit, drawers, new CareRound.Rules(settings.ladder(), settings.expiry()), cases);
    }
}
