package org.lianban.catalog.listing.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.Standing;
import org.lianban.catalog.listing.base.BaseCheck;
import org.lianban.catalog.listing.base.BaseVersion;
import org.lianban.catalog.listing.base.Drift;
import org.lianban.catalog.listing.base.Inheritance;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.listing.publication.DepartmentCheck;
import org.lianban.catalog.listing.publication.Publication;
import org.lianban.catalog.listing.query.BaseQueries;
import org.lianban.catalog.listing.query.StageQueries;
import org.lianban.catalog.listing.store.BaseRepository;
import org.lianban.catalog.listing.store.OneThingRepository;
import org.lianban.catalog.listing.store.RegisterRepository;
import org.lianban.catalog.listing.store.StageRepository;
import org.lianban.catalog.listing.window.WindowCheck;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Window;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Outgoing;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * What changes the list directly: each command is one transaction that reads, decides, writes and appends the
 * announcement.
 */
public final class ListingHandler {
    /** @param drift of all one-things on the list against the new version */
    public record BaseTaken(String version, int items, List<Drift> drift) {}

    private final Exclusive exclusive;
    private final Outbox outbox;
    private final OneThingRepository oneThings;
    private final RegisterRepository<Department> departments;
    private final RegisterRepository<Window> windows;
    private final BaseRepository base;
    private final BaseQueries drifts;
    private final StageRepository stages = new StageRepository();
    private final StageQueries standings;

    public ListingHandler(Database database, Exclusive exclusive, Outbox outbox, JsonMapper json) {
        this.exclusive = exclusive;
        this.outbox = outbox;
        this.oneThings = new OneThingRepository(json);
        this.departments = RegisterRepository.departments(json);
        this.windows = RegisterRepository.windows(json);
        this.base = new BaseRepository(json);
        this.drifts = new BaseQueries(database, json);
        this.standings = new StageQueries(database);
    }

    /** Publishes the next version of the content's code. */
    public Mono<Outcome<OneThing>> publish(Command command, Content content, Instant effectiveFrom) {
        return exclusive.once(command, OneThing.class,
                tx -> context(tx, content)
                        .map(context -> Publication.decide(content, effectiveFrom, command.at(), context))
                        .flatMap(decision -> switch (decision) {
                            case Publication.Decision.Refused(var faults) ->
                                Mono.just(Outcome.refused(Refusal.unacceptable(faults)));
                            case Publication.Decision.Published(var oneThing) ->
                                oneThings.insert(tx, List.of(oneThing), command)
                                        .then(announce(tx, command, oneThing.code(), oneThing))
                                        .thenReturn(Outcome.done(oneThing));
                        }));
    }

    /** What a publication looks at. */
    public Mono<Publication.Context> context(Connection tx, Content content) {
        String code = String.valueOf(content.code());
        return departments.ids(tx).flatMap(ids -> oneThings.last(tx, code).flatMap(last -> oneThings
                .namesake(tx, code, String.valueOf(content.region()), String.valueOf(content.name()))
                .map(namesake -> new Publication.Context(ids, last.orElse(null), namesake.orElse(null)))));
    }

    /**
     * Announces which versions of a code are in effect.
     *
     * @param version one that nobody was told of yet
     */
    public Mono<Void> announce(Connection tx, Command command, String code, @Nullable OneThing version) {
        Announcements announce = Announcements.of(command);
        return oneThings.effectiveVersions(tx, code).flatMap(effective -> {
            List<Outgoing> events = new ArrayList<>();
            if (version != null) {
                events.add(announce.version(version));
            }
            effective.forEach(e -> events.add(announce.effective(e)));
            return outbox.append(tx, events);
        });
    }

    /** 暂停、恢复、废止. */
    public Mono<Outcome<StageQueries.Stage>> order(Command command, String code, Standing.Order order) {
        return exclusive.once(command, StageQueries.Stage.class, tx -> stages.known(tx, code).flatMap(known -> known
                ? stages.standing(tx, code).flatMap(state -> switch (Standing.decide(state, order)) {
                    case Standing.Decision.Moved(var to) -> move(tx, command, code, order, to);
                    case Standing.Decision.Refused(var refusal) -> Mono.just(Outcome.refused(refusal));
                })
                : Mono.just(Outcome.refused(Refusal.notFound("没有此一件事")))));
    }

    private Mono<Outcome<StageQueries.Stage>> move(Connection tx, Command command, String code, Standing.Order order,
            Standing.State to) {
        return stages.stand(tx, code, to)
                .then(stages.log(tx, new StageRepository.Entry(code, null, to.name(), String.valueOf(order.reason()),
                        order.detail(), order.document()), command))
                .then(announce(tx, command, code, null)).then(Mono.defer(() -> standings.find(tx, code)))
                .map(Outcome::done);
    }

    /** Registers a department or changes its record. */
    public Mono<Outcome<Department>> putDepartment(Command command, Department department) {
        return exclusive.alone(tx -> departments.ids(tx).flatMap(ids -> unless(DepartmentCheck.of(department, ids),
                Mono.defer(() -> putDepartments(tx, command, List.of(department))), department)));
    }

    public Mono<Void> putDepartments(Connection tx, Command command, List<Department> changed) {
        Announcements announce = Announcements.of(command);
        return departments.put(tx, changed, command).flatMap(revisions -> outbox.append(tx,
                revisions.stream().map(r -> announce.department(r.record(), r.revision())).toList()));
    }

    /** Registers a window or changes its record. */
    public Mono<Outcome<Window>> putWindow(Command command, Window window) {
        return exclusive.alone(tx -> context(tx, window).flatMap(context -> unless(WindowCheck.of(window, context),
                Mono.defer(() -> putWindows(tx, command, List.of(window))), window)));
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
        Announcements announce = Announcements.of(command);
        return windows.put(tx, changed, command).flatMap(revisions -> outbox.append(tx,
                revisions.stream().map(r -> announce.window(r.record(), r.revision())).toList()));
    }

    /** Takes over a 基本目录 as a whole, or nothing of it; published one-things stay as they are and show as drifted. */
    public Mono<Outcome<BaseTaken>> takeBase(Command command, BaseVersion version) {
        List<Fault> faults = BaseCheck.of(version);
        if (!faults.isEmpty()) {
            return Mono.just(Outcome.refused(Refusal.unacceptable(faults)));
        }
        return exclusive.once(command, BaseTaken.class, tx -> base.known(tx, version.version()).flatMap(known -> known
                ? Mono.just(Outcome.refused(
                        Refusal.conflict("ALREADY_OPEN", "基本目录%s已经导入".formatted(version.version()))))
                : base.insert(tx, version, command).then(drifts.drift(tx, null, new Inheritance(version)))
                        .map(drift -> Outcome.done(
                                new BaseTaken(version.version(), version.items().size(), drift)))));
    }

    private static <T> Mono<Outcome<T>> unless(List<Fault> faults, Mono<Void> work, T value) {
        return faults.isEmpty()
                ? work.thenReturn(Outcome.done(value))
                : Mono.just(Outcome.refused(Refusal.unacceptable(faults)));
    }
}
