package org.lianban.department.handler;

import io.r2dbc.spi.Connection;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.department.store.ChannelRepository;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.messaging.BatchHandler;
import org.lianban.messaging.Incoming;
import org.lianban.messaging.MessagingMeters;
import org.lianban.messaging.Parking;
import reactor.core.publisher.Mono;

/** Applies a batch of commands from our other services: lock, fold, write, publish; one transaction, few statements. */
public record CommandHandler(TaskHandler tasks, ChannelRepository channels, CatalogCopy catalog, Parking parking,
        Meters meters, MessagingMeters messaging) implements BatchHandler<Incoming<?>> {
    @Override
    public Mono<Void> handle(Connection tx, List<Incoming<?>> batch) {
        Collection<String> cases = new TreeSet<>();
        Collection<String> touched = new TreeSet<>();
        Collection<String> departments = new TreeSet<>();
        for (Incoming<?> incoming : batch) {
            if (incoming.data() instanceof DispatchEvent event) {
                cases.add(event.caseNo());
            }
            if (incoming.data() instanceof DispatchEvent.ItemsDispatched dispatched) {
                dispatched.tasks().forEach(task -> departments.add(task.department()));
            }
            touched.addAll(CommandUnitOfWork.touched(incoming));
        }
        return tasks.cases(tx, cases).flatMap(sequences -> tasks.open(tx, touched)
                .flatMap(known -> channels.manual(tx, departments).flatMap(manual -> {
                    CommandUnitOfWork work = new CommandUnitOfWork(sequences, known, manual, catalog, tasks.now());
                    batch.forEach(work::add);
                    return close(tx, work);
                })));
    }

    private Mono<Void> close(Connection tx, CommandUnitOfWork work) {
        messaging.duplicates(work.duplicates());
        messaging.gaps(work.early().size());
        work.refused().forEach(meters::refused);
        return tasks.close(tx, work).then(Mono.defer(() -> parking.park(tx, work.early())));
    }
}
