package org.lianban.catalog.store;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianban.catalog.calendar.Arrangement;
import org.lianban.catalog.calendar.CalendarDecision;
import org.lianban.catalog.calendar.LocalDays;
import org.lianban.catalog.publish.Content;
import org.lianban.catalog.publish.DepartmentCheck;
import org.lianban.catalog.publish.Fault;
import org.lianban.catalog.publish.Publication.Decision;
import org.lianban.catalog.publish.Publication;
import org.lianban.catalog.store.Outcome.Done;
import org.lianban.catalog.store.Outcome.Reason;
import org.lianban.catalog.store.Outcome.Refused;
import org.lianban.catalog.window.WindowCheck;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Window;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Outgoing;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * What changes the catalogue directly: each command is one transaction that reads, decides, writes and appends the
 * announcement.
 */
public final class Catalogue {
    private final Exclusive exclusive;
    private final Outbox outbox;
    private final OneThingStore oneThings;
    private final DepartmentStore departments;
    private final CalendarStore calendars;
    private final WindowStore windows;
    private final Surveys surveys;
    private final Once once;

    public Catalogue(Database database, Outbox outbox, JsonMapper json) {
        this.exclusive = new Exclusive(database);
        this.outbox = outbox;
        this.oneThings = new OneThingStore(database, json);
        this.departments = new DepartmentStore(database, json);
        this.calendars = new CalendarStore(database, json);
        this.windows = new WindowStore(database, json);
        this.surveys = new Surveys(database, json);
        this.once = new Once(json);
    }

    /** Publishes the next version of the content's code. */
    public Mono<Outcome<OneThing>> publish(Command command, Content content, Instant effectiveFrom) {
        return exclusive.alone(tx -> once.run(tx, command, OneThing.class,
                () -> surveys.surroundings(tx, content)
                        .map(around -> Publication.decide(content, effectiveFrom, command.at(), around))
                        .flatMap(decision -> switch (decision) {
                            case Decision.Refused(var faults) -> Mono.just(refused(faults));
                            case Decision.Published(var oneThing) ->
                                add(tx, command, oneThing).thenReturn(new Done<>(oneThing, false));
                        })));
    }

    private Mono<Void> add(Connection tx, Command command, OneThing oneThing) {
        Announcements announce = command.announcements();
        return oneThings.insert(tx, List.of(oneThing), command).then(oneThings.effectiveVersions(tx, oneThing.code()))
                .flatMap(effective -> {
                    List<Outgoing> events = new ArrayList<>(List.of(announce.version(oneThing)));
                    effective.forEach(e -> events.add(announce.effective(e)));
                    return outbox.append(tx, events);
                });
    }

    /** Registers a department or changes its record. */
    public Mono<Outcome<Department>> putDepartment(Command command, Department department) {
        return exclusive.alone(tx -> departments.ids(tx).flatMap(ids -> {
            List<Fault> faults = DepartmentCheck.of(department, ids);
            return faults.isEmpty()
                    ? putDepartments(tx, command, List.of(department))
                            .thenReturn(new Done<>(department, false))
                    : Mono.just(refused(faults));
        }));
    }

    private Mono<Void> putDepartments(Connection tx, Command command, List<Department> changed) {
        return departments.put(tx, changed, command).flatMap(revisions -> outbox.append(tx, revisions.stream()
                .map(r -> command.announcements().department(r.department(), r.revision())).toList()));
    }

    /**
     * Publishes an arrangement for a region. A national one is also taken over by every region that has a calendar of
     * its own, except for its window hours.
     */
    public Mono<Outcome<WorkingCalendar>> arrange(Command command, String region, Arrangement arrangement) {
        return exclusive.alone(tx -> once.run(tx, command, WorkingCalendar.class, () -> calendars.inForce(tx, region)
                .map(before -> arrangement.decide(region, before.orElse(null)))
                .flatMap(decision -> calendar(tx, command, decision,
                        published -> followers(tx, published, arrangement)))));
    }

    /** Publishes days on which a region differs; a region without a calendar of its own then gets one. */
    public Mono<Outcome<WorkingCalendar>> arrangeLocally(Command command, String region, LocalDays days) {
        return exclusive.alone(tx -> once.run(tx, command, WorkingCalendar.class, () -> calendars.inForce(tx, region)
                .map(before -> days.decide(region, before.orElse(null), LocalDate.ofInstant(command.at(),
                        ZoneId.of(before.map(WorkingCalendar::timeZone).orElse("Asia/Shanghai")))))
                .flatMap(decision -> calendar(tx, command, decision, published -> Mono.just(List.of(published))))));
    }

    private Mono<Outcome<WorkingCalendar>> calendar(Connection tx, Command command, CalendarDecision decision,
            Function<WorkingCalendar, Mono<List<WorkingCalendar>>> all) {
        return switch (decision) {
            case CalendarDecision.Refused(var faults) -> Mono.just(new Refused<>(
                    faults.stream().map(f -> new Reason(f.pointer(), f.code(), f.message())).toList()));
            case CalendarDecision.Published(var published) -> all.apply(published)
                    .flatMap(added -> addCalendars(tx, command, added)).thenReturn(new Done<>(published, false));
        };
    }

    private Mono<List<WorkingCalendar>> followers(Connection tx, WorkingCalendar published, Arrangement arrangement) {
        if (!published.region().equals(CalendarStore.NATIONAL) || arrangement.years().isEmpty()) {
            return Mono.just(List.of(published));
        }
        Arrangement yearsOnly = new Arrangement(arrangement.document(), arrangement.years(), List.of());
        return calendars.latest(tx).map(latest -> {
            List<WorkingCalendar> all = new ArrayList<>(List.of(published));
            latest.stream().filter(own -> !own.region().equals(CalendarStore.NATIONAL)).forEach(own -> {
                if (yearsOnly.decide(own.region(), own) instanceof CalendarDecision.Published(var calendar)) {
                    all.add(calendar);
                }
            });
            return all;
        });
    }

    private Mono<Void> addCalendars(Connection tx, Command command, List<WorkingCalendar> added) {
        return calendars.insert(tx, added, command)
                .then(outbox.append(tx, added.stream().map(command.announcements()::calendar).toList()));
    }

    /** Registers a window or changes its record. */
    public Mono<Outcome<Window>> putWindow(Command command, Window window) {
        return exclusive.alone(tx -> around(tx, window).flatMap(around -> {
            List<Fault> faults = WindowCheck.of(window, around);
            return faults.isEmpty()
                    ? putWindows(tx, command, List.of(window)).thenReturn(new Done<>(window, false))
                    : Mono.just(refused(faults));
        }));
    }

    private Mono<WindowCheck.Surroundings> around(Connection tx, Window window) {
        String parent = window.parent();
        Mono<Optional<Window>> above = parent == null ? Mono.just(Optional.empty()) : windows.find(tx, parent);
        List<String> codes = Stream.concat(window.oneThings().stream(),
                window.authorisations().stream().map(Window.Authorisation::oneThing)).filter(Objects::nonNull)
                .distinct().toList();
        return above.flatMap(found -> oneThings.newest(tx, codes).map(named -> new WindowCheck.Surroundings(
                found.orElse(null), named.stream().collect(Collectors.toMap(OneThing::code, o -> o)))));
    }

    private Mono<Void> putWindows(Connection tx, Command command, List<Window> changed) {
        return windows.put(tx, changed, command).flatMap(revisions -> outbox.append(tx, revisions.stream()
                .map(r -> command.announcements().window(r.window(), r.revision())).toList()));
    }

    /**
     * Registers the first windows where there is none at all.
     *
     * @return whether anything was written
     */
    public Mono<Boolean> beginWindows(Command command, List<Window> first) {
        return exclusive.alone(tx -> windows.count(tx)
                .flatMap(n -> n > 0 ? Mono.just(false) : putWindows(tx, command, first).thenReturn(true)));
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
            return putDepartments(tx, command, offices).then(addCalendars(tx, command, years))
                    .then(oneThings.insert(tx, versions, command)).then(oneThings.effectiveVersions(tx, null))
                    .flatMap(effective -> {
                        List<Outgoing> events = new ArrayList<>();
                        versions.forEach(v -> events.add(command.announcements().version(v)));
                        effective.forEach(e -> events.add(command.announcements().effective(e)));
                        return outbox.append(tx, events);
                    }).thenReturn(true);
        }));
    }

    /**
     * Announces again what the topic does not hold as it is on record, for example after the broker lost its data.
     *
     * @return how many records were appended
     */
    public Mono<Integer> announceMissing(Command command, Announced announced) {
        Announcements announce = command.announcements();
        return exclusive
                .alone(tx -> missingVersions(tx, announced).flatMap(versions -> oneThings.effectiveVersions(tx, null)
                        .flatMap(effective -> departments.all(tx)
                                .flatMap(offices -> calendars.latest(tx).flatMap(years -> windows
                                        .all(tx).flatMap(places -> {
                                            List<Outgoing> events = new ArrayList<>();
                                            places.stream().filter(r -> !announced.holds(r.window()))
                                                    .forEach(
                                                            r -> events.add(announce.window(r.window(), r.revision())));
                                            offices.stream().filter(r -> !announced.holds(r.department()))
                                                    .forEach(r -> events
                                                            .add(announce.department(r.department(), r.revision())));
                                            years.stream().filter(c -> !announced.holds(c))
                                                    .forEach(c -> events.add(announce.calendar(c)));
                                            versions.forEach(v -> events.add(announce.version(v)));
                                            effective.stream().filter(e -> !announced.holds(e))
                                                    .forEach(e -> events.add(announce.effective(e)));
                                            return outbox.append(tx, events).thenReturn(events.size());
                                        }))))));
    }

    private Mono<List<OneThing>> missingVersions(Connection tx, Announced announced) {
        return oneThings.hashes(tx).flatMap(hashes -> {
            List<String> missing = hashes.stream().filter(hash -> !announced.holdsVersion(hash)).toList();
            return missing.isEmpty() ? Mono.just(List.of()) : oneThings.versions(tx, missing);
        });
    }

    private static <T> Outcome<T> refused(List<Fault> faults) {
        return new Refused<>(
                faults.stream().map(f -> new Reason(f.pointer(), f.code().name(), f.message())).toList());
    }
}
