package org.lianban.catalog.calendar.handler;

import io.r2dbc.spi.Connection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lianban.catalog.calendar.Arrangement;
import org.lianban.catalog.calendar.LocalDays;
import org.lianban.catalog.calendar.store.CalendarRepository;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.handler.Announcements;
import org.lianban.catalog.listing.handler.Exclusive;
import org.lianban.command.Decision;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.messaging.Outbox;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** Publishes calendars and announces them. */
public record CalendarHandler(Database database, Exclusive exclusive, Outbox outbox, CalendarRepository calendars) {
    /** The region's own calendar in force, else the national one. */
    public Mono<WorkingCalendar> inForce(String region) {
        return database.withConnection(c -> calendars.inForce(c, region)).flatMap(Mono::justOrEmpty);
    }

    /**
     * Publishes an arrangement for a region. A national one is also taken over by every region that has a calendar of
     * its own, except for its window hours.
     */
    public Mono<Outcome<WorkingCalendar>> arrange(Command command, String region, Arrangement arrangement) {
        return publish(command, region, before -> arrangement.decide(region, before.orElse(null)), arrangement);
    }

    /** Publishes days on which a region differs; a region without a calendar of its own then gets one. */
    public Mono<Outcome<WorkingCalendar>> arrangeLocally(Command command, String region, LocalDays days) {
        return publish(command, region, before -> days.decide(region, before.orElse(null),
                LocalDate.ofInstant(command.at(),
                        ZoneId.of(before.map(WorkingCalendar::timeZone).orElse("Asia/Shanghai")))),
                Arrangement.NONE);
    }

    private Mono<Outcome<WorkingCalendar>> publish(Command command, String region,
            Function<Optional<WorkingCalendar>, Decision<WorkingCalendar>> decide, Arrangement arrangement) {
        return exclusive.once(command, WorkingCalendar.class, tx -> calendars.inForce(tx, region).map(decide)
                .flatMap(decision -> Exclusive.decided(decision, published -> followers(tx, published.getFirst(),
                        arrangement).flatMap(added -> add(tx, command, added)).thenReturn(published.getFirst()))));
    }

    private Mono<List<WorkingCalendar>> followers(Connection tx, WorkingCalendar published, Arrangement arrangement) {
        if (!published.region().equals(Arrangement.NATIONAL) || arrangement.years().isEmpty()) {
            return Mono.just(List.of(published));
        }
        Arrangement yearsOnly = new Arrangement(arrangement.document(), arrangement.years(), List.of());
        return calendars.latest(tx).map(latest -> {
            List<WorkingCalendar> all = new ArrayList<>(List.of(published));
            latest.stream().filter(own -> !own.region().equals(Arrangement.NATIONAL)).forEach(own -> {
                if (yearsOnly.decide(own.region(), own) instanceof Decision.Accepted<WorkingCalendar> accepted) {
                    all.addAll(accepted.events());
                }
            });
            return all;
        });
    }

    public Mono<Void> add(Connection tx, Command command, List<WorkingCalendar> added) {
        Announcements announce = new Announcements(command);
        return calendars.insert(tx, added, command)
                .then(outbox.append(tx, added.stream().map(announce::calendar).toList()));
    }
}
