package org.lianban.catalog.listing.handler;

import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.base.BaseCheck;
import org.lianban.catalog.listing.base.BaseVersion;
import org.lianban.catalog.listing.base.Inheritance;
import org.lianban.catalog.listing.publication.DepartmentCheck;
import org.lianban.catalog.listing.query.BaseQueries;
import org.lianban.catalog.listing.store.OneThingRepository;
import org.lianban.catalog.listing.store.RegisterRepository;
import org.lianban.catalog.listing.window.WindowCheck;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Window;
import org.lianban.messaging.Outbox;
import reactor.core.publisher.Mono;

/** Keeps what the list stands on: departments, windows and the base catalogue. */
public record RegisterHandler(Exclusive exclusive, Outbox outbox, RegisterRepository<Department> departments,
        RegisterRepository<Window> windows, OneThingRepository oneThings, BaseQueries base) {
    /** @param drift of all one-things on the list against the new version */
    public record BaseTaken(String version, int items, List<Inheritance.Drift> drift) {}

    /** Registers a department or changes its record. */
    public Mono<Outcome<Department>> putDepartment(Command command, Department department) {
        return exclusive.alone(tx -> departments.ids(tx)
                .flatMap(ids -> Exclusive.unless(DepartmentCheck.of(department, ids),
                        () -> putDepartments(tx, command, List.of(department)).thenReturn(Outcome.done(department)))));
    }

    public Mono<Void> putDepartments(Connection tx, Command command, List<Department> changed) {
        return departments.put(tx, changed, command).flatMap(revisions -> outbox.append(tx,
                revisions.stream().map(new Announcements(command)::department).toList()));
    }

    /** Registers a window or changes its record. */
    public Mono<Outcome<Window>> putWindow(Command command, Window window) {
        return exclusive.alone(tx -> context(tx, window)
                .flatMap(context -> Exclusive.unless(WindowCheck.of(window, context),
                        () -> putWindows(tx, command, List.of(window)).thenReturn(Outcome.done(window)))));
    }

    private Mono<WindowCheck.Context> context(Connection tx, Window window) {
        String parent = window.parent();
        Mono<Optional<Window>> above = parent == null ? Mono.just(Optional.empty()) : windows.find(tx, parent);
        List<String> codes = Stream.concat(window.oneThings().stream(),
                window.authorisations().stream().map(Window.Authorisation::oneThing)).filter(Objects::nonNull)
                .distinct().toList();
        return above.flatMap(found -> oneThings.newest(tx, codes).map(named -> new WindowCheck.Context(
                found.orElse(null), named.stream().collect(Collectors.toMap(OneThing::code, o -> o)))));
    }

    public Mono<Void> putWindows(Connection tx, Command command, List<Window> changed) {
        return windows.put(tx, changed, command).flatMap(revisions -> outbox.append(tx,
                revisions.stream().map(new Announcements(command)::window).toList()));
    }

    /** Takes over a 基本目录 as a whole, or nothing of it; published one-things stay as they are and show as drifted. */
    public Mono<Outcome<BaseTaken>> takeBase(Command command, BaseVersion version) {
        return Exclusive.unless(BaseCheck.of(version), () -> exclusive.once(command, BaseTaken.class,
                tx -> base.base().known(tx, version.version()).flatMap(known -> known
                        ? Mono.just(Outcome.refused(
                                Refusal.conflict("ALREADY_OPEN", "基本目录%s已经导入".formatted(version.version()))))
                        : base.base().insert(tx, version, command)
                                .then(base.drift(tx, null, new Inheritance(version)))
                                .map(drift -> Outcome.done(
                                        new BaseTaken(version.version(), version.items().size(), drift))))));
    }
}
