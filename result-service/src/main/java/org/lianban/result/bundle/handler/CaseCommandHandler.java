package org.lianban.result.bundle.handler;

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
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.messaging.GroupCommit;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.CaseUnitOfWork;
import org.lianban.result.bundle.change.StoredCase;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.bundle.store.BundleRepository;
import reactor.core.publisher.Mono;

/** The commands of all rooms on cases; those that arrive together share one transaction. */
public final class CaseCommandHandler implements CaseCommands {
    private record Command(String caseNo, Actor actor, @Nullable String traceparent,
            Function<CaseCommands.CaseContext, Decision<ResultEvent>> decide) {}

    private final BundleRepository store;
    private final CaseUnitOfWorkHandler handler;
    private final Law law;
    private final InstantSource clock;
    private final GroupCommit<Command, Outcome<List<ResultEvent>>> door;

    public CaseCommandHandler(Database database, BundleRepository store, CaseUnitOfWorkHandler handler, Law law,
            InstantSource clock) {
        this.store = store;
        this.handler = handler;
        this.law = law;
        this.clock = clock;
        this.door = new GroupCommit<>("case-desk", GroupCommit.Settings.DEFAULT, database, this::handle);
    }

    @Override
    public Mono<Outcome<List<ResultEvent>>> submit(String caseNo, Actor actor, @Nullable String traceparent,
            Function<CaseCommands.CaseContext, Decision<ResultEvent>> decide) {
        return door.submit(new Command(caseNo, actor, traceparent, decide));
    }

    private Mono<List<Outcome<List<ResultEvent>>>> handle(Connection tx, List<Command> commands) {
        var cases = commands.stream().map(Command::caseNo).distinct().toList();
        return store.lock(tx, cases).flatMap(stored -> {
            var batch = new Batch(stored, clock.instant());
            var answers = commands.stream().map(batch::answer).toList();
            return handler.carryOut(tx, batch.works()).thenReturn(answers);
        });
    }

    /** One transaction's work. */
    private final class Batch {
        private final Map<String, StoredCase> stored;
        private final Map<String, CaseUnitOfWork> units = new LinkedHashMap<>();
        private final Map<String, String> traces = new LinkedHashMap<>();
        private final Instant now;

        Batch(Map<String, StoredCase> stored, Instant now) {
            this.stored = stored;
            this.now = now;
        }

        Outcome<List<ResultEvent>> answer(Command command) {
            var known = stored.get(command.caseNo());
            if (known == null) {
                return Outcome.refused(Refusal.notFound("没有此办件：" + command.caseNo()));
            }
            var unit = units.computeIfAbsent(command.caseNo(), no -> new CaseUnitOfWork(known.bundle()));
            var bundle = unit.bundle();
            return switch (command.decide()
                    .apply(new CaseCommands.CaseContext(bundle, law.terms(bundle).orElse(null), now))) {
                case Decision.Refused<ResultEvent>(Refusal refusal) -> Outcome.refused(refusal);
                case Decision.Repeated<ResultEvent> same -> Outcome.done(List.of());
                case Decision.Accepted<ResultEvent> accepted -> {
                    accepted.events().forEach(event -> publish(unit, command, event));
                    yield Outcome.done(accepted.events());
                }
            };
        }

        private void publish(CaseUnitOfWork unit, Command command, ResultEvent event) {
            if (!event.caseNo().equals(command.caseNo())) {
                throw new IllegalStateException(
                        "Expected an event of " + command.caseNo() + ", but got one of " + event.caseNo());
            }
            unit.publish(event, command.actor().text());
            if (command.traceparent() != null) {
                traces.put(command.caseNo(), command.traceparent());
            }
        }

        List<CaseUnitOfWorkHandler.Work> works() {
            var works = new ArrayList<CaseUnitOfWorkHandler.Work>();
            units.forEach((no, unit) -> {
                var known = stored.get(no);
                if (known != null && unit.changed()) {
                    works.add(new CaseUnitOfWorkHandler.Work(known, unit, traces.get(no)));
                }
            });
            return works;
        }
    }
}
