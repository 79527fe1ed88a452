package org.lianban.catalog.listing.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.Standing;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.listing.publication.Publication;
import org.lianban.catalog.listing.store.OneThingRepository;
import org.lianban.catalog.listing.store.RegisterRepository;
import org.lianban.catalog.listing.store.StageRepository;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.messaging.Outbox;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/**
 * What changes the list directly: each command is one transaction that reads, decides, writes and appends the
 * announcement.
 */
public record ListingHandler(Database database, Exclusive exclusive, Outbox outbox, OneThingRepository oneThings,
        RegisterRepository<Department> departments, StageRepository stages) {
    private static final int MOST_LOGGED = 200;

    /** Publishes the next version of the content's code. */
    public Mono<Outcome<OneThing>> publish(Command command, Content content, Instant effectiveFrom) {
        return exclusive.once(command, OneThing.class, tx -> context(tx, content)
                .map(context -> Publication.decide(content, effectiveFrom, command.at(), context))
                .flatMap(decision -> Exclusive.decided(decision, versions -> oneThings.insert(tx, versions, command)
                        .then(announce(tx, command, versions.getFirst().code(), versions.getFirst()))
                        .thenReturn(versions.getFirst()))));
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
        Announcements announce = new Announcements(command);
        return oneThings.effectiveVersions(tx, code).flatMap(effective -> outbox.append(tx, Stream.concat(
                Stream.ofNullable(version).map(announce::version), effective.stream().map(announce::effective))
                .toList()));
    }

    /** 暂停、恢复、废止. */
    public Mono<Outcome<Standing.Stage>> order(Command command, String code, Standing.Order order) {
        return exclusive.once(command, Standing.Stage.class, tx -> stages.known(tx, code).flatMap(known -> known
                ? stages.standing(tx, code).flatMap(state -> Exclusive.decided(Standing.decide(state, order),
                        to -> move(tx, command, code, order, to.getFirst())))
                : Mono.just(Outcome.refused(Refusal.notFound("没有此一件事")))));
    }

    private Mono<Standing.Stage> move(Connection tx, Command command, String code, Standing.Order order,
            Standing.State to) {
        return stages.stand(tx, code, to)
                .then(stages.log(tx, new StageRepository.Entry(code, null, to.name(), String.valueOf(order.reason()),
                        order.detail(), order.document()), command))
                .then(announce(tx, command, code, null)).then(Mono.defer(() -> standing(tx, code)));
    }

    /** Empty where there is no such one-thing. */
    public Mono<Standing.Stage> standing(String code) {
        return database.withConnection(
                c -> stages.known(c, code).flatMap(known -> known ? standing(c, code) : Mono.empty()));
    }

    private Mono<Standing.Stage> standing(Connection c, String code) {
        return stages.standing(c, code).flatMap(
                state -> stages.log(c, code, MOST_LOGGED).map(log -> new Standing.Stage(code, state, log)));
    }
}
