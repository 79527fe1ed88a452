package org.lianban.result.oversight.handler;

import io.r2dbc.spi.Connection;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.http.Problem;
import org.lianban.messaging.GroupCommit;
import org.lianban.persistence.Database;
import org.lianban.result.oversight.CareRow;
import org.lianban.result.oversight.Speaker;
import org.lianban.result.oversight.Verdict;
import org.lianban.result.oversight.store.CareRepository.Answered;
import org.lianban.result.oversight.store.CareRepository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The commands on files of one kind; those that arrive together share one transaction, and each is answered once it is
 * durable.
 */
public final class FileHandler<S, C, E> {
    /** What is shared by all desks. */
    public record Kit(Database database, CareRepository store, JsonMapper json, WorkCalendars calendars,
            Aftermath aftermath,
            InstantSource clock) {}

    /** @param key Idempotency-Key; null: none was named */
    private record Work<S, C, E>(Speaker who, @Nullable String key, String text, @Nullable Opening<S, E> opening,
            @Nullable String id, @Nullable C command) {}

    /**
     * A file to be opened.
     *
     * @param prefix of its number, which ends with an order from 1
     * @param state by number
     * @param events that happen with it
     */
    public record Opening<S, E>(String prefix, Function<String, S> state, Function<S, List<E>> events) {}

    private record Answer(Object value) {}

    private final Kit kit;
    private final Drawer<S, C, E> drawer;
    private final GroupCommit<Work<S, C, E>, Answer> door;

    FileHandler(Kit kit, Drawer<S, C, E> drawer) {
        this.kit = kit;
        this.drawer = drawer;
        this.door = new GroupCommit<>(drawer.kind() + "-desk", GroupCommit.Settings.DEFAULT, kit.database(),
                this::handle);
    }

    /** @return the file afterwards; an error {@link Problem} where it was refused */
    public Mono<CareRow> submit(String id, C command, Speaker who, @Nullable String key) {
        var text = id + " " + command.getClass().getSimpleName() + " " + kit.json().writeValueAsString(command);
        return answered(new Work<>(who, key, text, null, id, command));
    }

    /** @param request what was asked for, so that a key used for something else is noticed */
    public Mono<CareRow> open(Opening<S, E> opening, Object request, Speaker who, @Nullable String key) {
        return answered(new Work<>(who, key, kit.json().writeValueAsString(request), opening, null, null));
    }

    public S read(CareRow row) {
        return kit.json().readValue(row.body(), drawer.type());
    }

    private Mono<CareRow> answered(Work<S, C, E> work) {
        return door.submit(work).flatMap(answer -> answer.value() instanceof Problem problem
                ? Mono.error(problem)
                : Mono.just((CareRow) answer.value()));
    }

    private Mono<List<Answer>> handle(Connection tx, List<Work<S, C, E>> works) {
        var keys = works.stream().map(Work::key).filter(Objects::nonNull).distinct().toList();
        return CareRepository.oneAtATime(tx, keys).then(kit.store().answered(tx, keys)).flatMap(answered -> kit.store()
                .lock(tx, ids(works, answered))
                .flatMap(locked -> kit.store().numbers(tx, wanted(works, answered)).flatMap(numbers -> {
                    var batch = new Batch(new Filing(kit.store(), kit.json(), kit.calendars()).with(locked), answered,
                            numbers);
                    var answers = works.stream().map(batch::answer).toList();
                    return kit.aftermath().of(tx, drawer.kind(), batch.filing, kit.clock().instant())
                            .then(Mono.defer(() -> batch.filing.write(tx)))
                            .thenReturn(answers);
                })));
    }

    private TreeMap<String, Integer> wanted(List<Work<S, C, E>> works, Map<String, Answered> answered) {
        var wanted = new TreeMap<String, Integer>();
        var keys = new HashSet<>(answered.keySet());
        for (var work : works) {
            if (work.opening() != null && (work.key() == null || keys.add(work.key()))) {
                wanted.merge(work.opening().prefix(), 1, Integer::sum);
            }
        }
        return wanted;
    }

    private List<String> ids(List<Work<S, C, E>> works, Map<String, Answered> answered) {
        var ids = new HashSet<String>();
        works.stream().map(Work::id).filter(Objects::nonNull).forEach(ids::add);
        answered.values().forEach(a -> ids.add(a.id()));
        return List.copyOf(ids);
    }

    /** One transaction's work. */
    private final class Batch {
        private final Filing filing;
        private final Map<String, Answered> answered;
        private final Map<String, Integer> numbers;

        Batch(Filing filing, Map<String, Answered> answered, Map<String, Integer> numbers) {
            this.filing = filing;
            this.answered = new HashMap<>(answered);
            this.numbers = new HashMap<>(numbers);
        }

        Answer answer(Work<S, C, E> work) {
            var before = work.key() == null ? null : answered.get(work.key());
            if (before != null) {
                return !work.text().equals(before.command())
                        ? new Answer(Problems.keyReused())
                        : new Answer(filing.file(drawer.kind(), before.id()).<Object>map(row -> row)
                                .orElseGet(() -> Problems.unknown(before.id())));
            }
            var answer = work.opening() != null ? open(work, work.opening()) : move(work);
            if (answer.value() instanceof CareRow row && work.key() != null) {
                answered.put(work.key(), new Answered(row.id(), work.text()));
            }
            return answer;
        }

        private Answer open(Work<S, C, E> work, Opening<S, E> opening) {
            int number = numbers.merge(opening.prefix(), 1, Integer::sum);
            var state = opening.state().apply(opening.prefix() + number);
            return new Answer(filing.open(drawer, state, opening.events().apply(state), cause(work)));
        }

        private Answer move(Work<S, C, E> work) {
            var id = Objects.requireNonNull(work.id());
            var row = filing.file(drawer.kind(), id);
            if (row.isEmpty()) {
                return new Answer(Problems.unknown(id));
            }
            var state = filing.read(drawer, row.get());
            return switch (drawer.decide(state, Objects.requireNonNull(work.command()), work.who(),
                    kit.calendars().of(row.get().region()), kit.clock().instant())) {
                case Verdict.Refused<E> refused -> new Answer(Problems.of(refused.refusal()));
                case Verdict.Accepted<E> accepted ->
                    new Answer(filing.move(drawer, row.get(), state, new ArrayList<>(accepted.events()), cause(work)));
            };
        }

        private Filing.Cause cause(Work<S, C, E> work) {
            return new Filing.Cause(work.who().account(), work.key(), work.text());
        }
    }
}
