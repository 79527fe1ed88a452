package org.lianban.department.work;

import io.r2dbc.spi.Connection;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.lianban.contracts.event.DispatchEvent.ItemsDispatched;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.department.store.ChannelStore;
import org.lianban.department.store.TaskStore;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.messaging.BatchHandler;
import org.lianban.messaging.Incoming;
import org.lianban.messaging.MessagingMeters;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Parking;
import reactor.core.publisher.Mono;

/** Applies a batch of commands from our other services: lock, fold, write, publish; one transaction, few statements. */
public final class CommandLedger implements BatchHandler<Incoming<?>> {
    private final TaskStore store;
    private final ChannelStore channels;
    private final Outbox outbox;
    private final Parking parking;
    private final InstantSource clock;
    private final Watch watch;

    /** What is counted, and what is looked up. */
    public record Watch(Meters meters, MessagingMeters messaging, CatalogCopy catalog) {}

    public CommandLedger(TaskStore store, ChannelStore channels, Outbox outbox, Parking parking, InstantSource clock,
            Watch watch) {
        this.store = store;
        this.channels = channels;
        this.outbox = outbox;
        this.parking = parking;
        this.clock = clock;
        this.watch = watch;
    }

    @Override
    public Mono<Void> handle(Connection tx, List<Incoming<?>> batch) {
        Collection<String> cases = new TreeSet<>();
        Collection<String> tasks = new TreeSet<>();
        for (Incoming<?> incoming : batch) {
            if (incoming.data() instanceof DispatchEvent event) {
                cases.add(event.caseNo());
            }
            tasks.addAll(CommandFold.touched(incoming.data()));
        }
        return store.lockCases(tx, cases).flatMap(sequences -> store.lockTasks(tx, tasks)
                .flatMap(known -> leads(tx, batch).flatMap(leads -> {
                    CommandFold fold = new CommandFold(sequences, known, leads, clock.instant());
                    batch.forEach(fold::add);
                    return write(tx, fold);
                })));
    }

    private Mono<Leads> leads(Connection tx, List<Incoming<?>> batch) {
        List<ItemsDispatched> dispatched = batch.stream().map(Incoming::data).filter(ItemsDispatched.class::isInstance)
                .map(ItemsDispatched.class::cast).toList();
        return channels.manual(tx, Leads.departments(dispatched)).map(manual -> new Leads(manual, watch.catalog()));
    }

    private Mono<Void> write(Connection tx, CommandFold fold) {
        watch.messaging().duplicates(fold.duplicates());
        watch.messaging().gaps(fold.early().size());
        fold.refused().forEach(watch.meters()::refused);
        return store.write(tx, fold.changes()).then(outbox.append(tx, fold.events()))
                .then(parking.park(tx, fold.early()));
    }
}
