package org.lianban.catalog.seed.handler;

import io.r2dbc.spi.Connection;
import java.util.ArrayList;
import java.util.List;
import org.lianban.catalog.calendar.handler.CalendarHandler;
import org.lianban.catalog.calendar.store.CalendarRepository;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.handler.Announcements;
import org.lianban.catalog.listing.handler.Exclusive;
import org.lianban.catalog.listing.handler.RegisterHandler;
import org.lianban.catalog.listing.store.OneThingRepository;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Window;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Outgoing;
import reactor.core.publisher.Mono;

/** Fills an empty catalogue, and announces what the topic lacks. */
public record FirstStartHandler(Exclusive exclusive, Outbox outbox, RegisterHandler registers,
        CalendarHandler calendarHandler, OneThingRepository oneThings, CalendarRepository calendars) {
    /**
     * Registers the first windows where there is none at all.
     *
     * @return whether anything was written
     */
    public Mono<Boolean> beginWindows(Command command, List<Window> first) {
        return exclusive.alone(tx -> registers.windows().ids(tx).flatMap(ids -> ids.isEmpty()
                ? registers.putWindows(tx, command, first).thenReturn(true)
                : Mono.just(false)));
    }

    /**
     * The first start: writes all at once, or nothing where there is a catalogue already.
     *
     * @return whether anything was written
     */
    public Mono<Boolean> begin(Command command, List<Department> offices, List<WorkingCalendar> years,
            List<OneThing> versions) {
        return exclusive.alone(tx -> oneThings.count(tx).flatMap(count -> {
            if (count > 0) {
                return Mono.just(false);
            }
            return registers.putDepartments(tx, command, offices).then(calendarHandler.add(tx, command, years))
                    .then(oneThings.insert(tx, versions, command)).then(oneThings.effectiveVersions(tx, null))
                    .flatMap(effective -> {
                        Announcements announce = new Announcements(command);
                        List<Outgoing> events = new ArrayList<>();
                        versions.forEach(v -> events.add(announce.version(v)));
                        effective.forEach(e -> events.add(announce.effective(e)));
                        return outbox.append(tx, events);
                    }).thenReturn(true);
        }));
    }

    /**
     * Announces again what the topic does not hold as it is on record, for example after the broker lost its data.
     *
     * @param topic what the compacted topic holds, as far as it was read
     * @return how many records were appended
     */
    public Mono<Integer> announceMissing(Command command, CatalogCopy topic) {
        return exclusive.alone(tx -> missing(tx, new Announcements(command), topic)
                .flatMap(events -> outbox.append(tx, events).thenReturn(events.size())));
    }

    private Mono<List<Outgoing>> missing(Connection tx, Announcements announce, CatalogCopy topic) {
        List<Outgoing> events = new ArrayList<>();
        return registers.windows().all(tx).doOnNext(all -> all.stream()
                .filter(r -> topic.window(r.record().id()).filter(r.record()::equals).isEmpty())
                .forEach(r -> events.add(announce.window(r)))).then(registers.departments().all(tx))
                .doOnNext(all -> all.stream()
                        .filter(r -> topic.department(r.record().id()).filter(r.record()::equals).isEmpty())
                        .forEach(r -> events.add(announce.department(r))))
                .then(calendars.latest(tx))
                .doOnNext(all -> all.stream()
                        .filter(c -> topic.ownCalendar(c.region())
                                .filter(known -> known.contentHash().equals(c.contentHash())).isEmpty())
                        .forEach(c -> events.add(announce.calendar(c))))
                .then(missingVersions(tx, topic)).doOnNext(all -> all.forEach(v -> events.add(announce.version(v))))
                .then(oneThings.effectiveVersions(tx, null))
                .doOnNext(all -> all.stream()
                        .filter(e -> topic.effectiveVersions(e.code()).filter(e::equals).isEmpty())
                        .forEach(e -> events.add(announce.effective(e))))
                .thenReturn(events);
    }

    private Mono<List<OneThing>> missingVersions(Connection tx, CatalogCopy topic) {
        return oneThings.hashes(tx).flatMap(hashes -> {
            List<String> missing = hashes.stream().filter(hash -> topic.version(hash).isEmpty()).toList();
            return missing.isEmpty() ? Mono.just(List.of()) : oneThings.versions(tx, missing);
        });
    }
}
