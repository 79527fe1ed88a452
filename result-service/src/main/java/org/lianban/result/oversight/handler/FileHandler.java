package org.lianban.result.oversight.handler;

import io.r2dbc.spi.Connection;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.command.once.Keyed;
import org.lianban.command.once.OnceOnly;
import org.lianban.command.once.Outcome;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.oversight.FileRow;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.store.FileRepository;
import org.lianban.security.Digests;
import reactor.core.publisher.Mono;

/** The commands on files of one kind, each carried out once. */
public final class FileHandler<S, C, E> {
    /**
     * A file to be opened.
     *
     * @param prefix of its number, which ends with an order from 1
     * @param state by number
     * @param events that happen with it
     */
    public record Opening<S, E>(String prefix, Function<String, S> state, Function<S, List<E>> events) {}

    /** A command on the file of that number, or a file to be opened. */
    private sealed interface Work<S, C, E> {
        OversightActor who();
    }

    private record Move<S, C, E>(OversightActor who, String id, C command) implements Work<S, C, E> {}

    private record Open<S, C, E>(OversightActor who, Opening<S, E> opening) implements Work<S, C, E> {}

    private final FileType<S, C, E> type;
    private final FileRepository repository;
    private final Law law;
    private final Consequences consequences;
    private final InstantSource clock;
    private final OnceOnly<Work<S, C, E>, FileRow> door;

    FileHandler(FileType<S, C, E> type, Database database, FileRepository repository, Law law,
            Consequences consequences, InstantSource clock) {
        this.type = type;
        this.repository = repository;
        this.law = law;
        this.consequences = consequences;
        this.clock = clock;
        this.door = new OnceOnly<>("files of kind " + type.kind(), database, clock, repository.codec(FileRow.class),
                this::handle);
    }

    /** @return the file afterwards */
    public Mono<Outcome<FileRow>> submit(String id, C command, OversightActor who, @Nullable String key) {
        var text = id + " " + command.getClass().getSimpleName() + " " + repository.text(command);
        return door.submit(Keyed.of(new Move<>(who, id, command), who.actor(), key, Digests.sha256(text)));
    }

    /** @param request what was asked for, so that a key used for something else is noticed */
    public Mono<Outcome<FileRow>> open(Opening<S, E> opening, Object request, OversightActor who,
            @Nullable String key) {
        return door.submit(Keyed.of(new Open<>(who, opening), who.actor(), key,
                Digests.sha256(repository.text(request))));
    }

    private Mono<List<Outcome<FileRow>>> handle(Connection tx, List<Work<S, C, E>> works) {
        var ids = new HashSet<String>();
        var wanted = new TreeMap<String, Integer>();
        for (var work : works) {
            switch (work) {
                case Move<S, C, E> move -> ids.add(move.id());
                case Open<S, C, E> open -> wanted.merge(open.opening().prefix(), 1, Integer::sum);
            }
        }
        return repository.lock(tx, ids).flatMap(locked -> repository.numbers(tx, wanted).flatMap(last -> {
            var unit = new FileUnitOfWork(repository, law).with(locked);
            var numbers = new HashMap<>(last);
            List<Outcome<FileRow>> outcomes = works.stream().map(work -> switch (work) {
                case Move<S, C, E> move -> move(unit, move);
                case Open<S, C, E> open -> open(unit, open, numbers);
            }).toList();
            return consequences.of(tx, type.kind(), unit, clock.instant()).then(Mono.defer(() -> unit.write(tx)))
                    .thenReturn(outcomes);
        }));
    }

    private Outcome<FileRow> open(FileUnitOfWork unit, Open<S, C, E> open, Map<String, Integer> numbers) {
        var opening = open.opening();
        var state = opening.state().apply(opening.prefix() + numbers.merge(opening.prefix(), 1, Integer::sum));
        return Outcome.done(201, unit.open(type, state, opening.events().apply(state), open.who().account()));
    }

    private Outcome<FileRow> move(FileUnitOfWork unit, Move<S, C, E> move) {
        var row = unit.file(type.kind(), move.id()).orElse(null);
        if (row == null) {
            return Outcome.refused(Refusal.notFound("没有此编号：" + move.id()));
        }
        var state = unit.read(type, row);
        return switch (type.decider().decide(state, move.command(), move.who(),
                FileUnitOfWork.calendar(law, row.region()),
                clock.instant())) {
            case Decision.Refused<E> refused -> Outcome.refused(refused.refusal());
            case Decision.Repeated<E> repeated -> Outcome.done(row);
            case Decision.Accepted<E> accepted ->
                Outcome.done(unit.move(type, row, state, accepted.events(), move.who().account()));
        };
    }
}
