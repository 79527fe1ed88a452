package org.lianban.result.oversight.handler;

import java.time.InstantSource;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.oversight.check.Check;
import org.lianban.result.oversight.expiry.Licence;
import org.lianban.result.oversight.push.Push;
import org.lianban.result.oversight.store.FileRepository;
import org.lianban.result.oversight.supervision.Order;
import org.lianban.result.oversight.ticket.Ticket;

/** One handler per kind of file. */
public record FileHandlers(FileHandler<Ticket, Ticket.Command, Ticket.Event> tickets,
        FileHandler<Order, Order.Command, Order.Event> orders, FileHandler<Check, Check.Command, Check.Event> checks,
        FileHandler<Licence, Licence.Command, Licence.Event> licences,
        FileHandler<Push, Push.Command, Push.Event> pushes) {

    public static FileHandlers of(FileTypes types, Database database, FileRepository repository,
            Law law, InstantSource clock) {
        var consequences = new Consequences(repository, types);
        return new FileHandlers(new FileHandler<>(types.ticket(), database, repository, law, consequences, clock),
                new FileHandler<>(types.order(), database, repository, law, consequences, clock),
                new FileHandler<>(types.check(), database, repository, law, consequences, clock),
                new FileHandler<>(types.licence(), database, repository, law, consequences, clock),
                new FileHandler<>(types.push(), database, repository, law, consequences, clock));
    }
}
