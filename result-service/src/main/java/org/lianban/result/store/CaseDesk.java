package org.lianban.result.store;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.http.Problem;
import org.lianban.messaging.GroupCommit;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.Turn;
import org.lianban.result.follow.CaseAtHand;
import org.lianban.result.follow.CaseCommands;
import org.lianban.result.follow.Decision;
import org.lianban.result.law.Law;
import reactor.core.publisher.Mono;

/** The commands of all rooms on cases; those that arrive together share one transaction. */
public final class CaseDesk implements CaseCommands {
    private record Command(String caseNo, Actor actor, @Nullable String traceparent,
            Function<CaseAtHand, ? extends Decision<?>> decide) {}

    /** @param value the answer of one command; a {@link Problem} is a refusal */
    private record Answer(Object value) {}

    private final BundleStore store;
    private final Keeper keeper;
    private final Law law;
    private final InstantSource clock;
    private final GroupCommit<Command, Answer> door;

    public CaseDesk(Database database, BundleStore store, Keeper keeper, Law law, InstantSource clock) {
        this.store = store;
        this.keeper = keeper;
        this.law = law;
        this.clock = clock;
        this.door = new GroupCommit<>("case-desk", GroupCommit.Settings.DEFAULT, database, this::handle);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> Mono<R> submit(String caseNo, Actor actor, @Nullable String traceparent,
            Function<CaseAtHand, Decision<R>> decide) {
        return door.submit(new Command(caseNo, actor, traceparent, decide)).flatMap(
                answer -> answer.value() instanceof Problem problem
                        ? Mono.error(problem)
                        : Mono.just((R) answer.value()));
    }

    private Mono<List<Answer>> handle(Connection tx, List<Command> commands) {
        var cases = commands.stream().map(Command::caseNo).distinct().toList();
        return store.lock(tx, cases).flatMap(stored -> {
            var batch = new Batch(stored, clock.instant());
            var answers = commands.stream().map(batch::answer).toList();
            return keeper.keep(tx, batch.works()).thenReturn(answers);
        });
    }

    /** One transaction's work. */
    private final class Batch {
        private final Map<String, Stored> stored;
        private final Map<String, Turn> turns = new LinkedHashMap<>();
        private final Map<String, String> traces = new LinkedHashMap<>();
        private final Instant now;

        Batch(Map<String, Stored> stored, Instant now) {
            this.stored = stored;
            this.now = now;
        }

        Answer answer(Command command) {
            var known = stored.get(command.caseNo());
            if (known == null) {
                return new Answer(Problem.notFound("没有此办件：" + command.caseNo()));
            }
            var turn = turns.computeIfAbsent(command.caseNo(), no -> new Turn(known.bundle()));
            var bundle = turn.bundle();
            return switch (command.decide().apply(new CaseAtHand(bundle, law.terms(bundle).orElse(null), now))) {
                case Decision.Refused<?> refused -> new Answer(refused.problem());
                case Decision.Said<?> said -> {
                    said.events().forEach(event -> say(turn, command, event));
                    yield new Answer(said.answer());
                }
            };
        }

        private void say(Turn turn, Command command, ResultEvent event) {
            if (!event.caseNo().equals(command.caseNo())) {
                throw new IllegalStateException(
                        "Expected an event of " + command.caseNo() + ", but got one of " + event.caseNo());
            }
            turn.say(event, command.actor().text());
            if (command.traceparent() != null) {
                traces.put(command.caseNo(), command.traceparent());
            }
        }

        List<Keeper.Work> works() {
            var works = new ArrayList<Keeper.Work>();
            turns.forEach((no, turn) -> {
                var known = stored.get(no);
                if (known != null && turn.changed()) {
                    works.add(new Keeper.Work(known, turn, traces.get(no)));
                }
            });
            return works;
        }
    }
}
