package org.lianban.intake.windows.handler;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.command.once.Keyed;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.catalog.Window;
import org.lianban.intake.access.Headers;
import org.lianban.intake.commands.Series;
import org.lianban.intake.commands.handler.Commands;
import org.lianban.intake.windows.WindowRights;
import org.lianban.intake.windows.store.OperationRepository;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** Records operations of clerks that no command of intake records by itself. */
public record WindowHandler(Database database, Commands commands, OperationRepository operations, WindowRights rights) {
    /** 操作登记. */
    public record Recorded(String window, String clerk, Window.Operation operation, String caseNo, Instant at) {}

    public Mono<Outcome<Recorded>> perform(Keyed<?> keyed, String window, Window.Operation operation, String caseNo,
            Actor actor) {
        return commands.run("Perform", keyed, Recorded.class, (tx, now) -> {
            if (!rights.registered(window)) {
                return Mono.just(Outcome.refused(Refusal.notFound("没有登记此窗口")));
            }
            String region = Series.region(caseNo);
            List<Fault> faults = rights
                    .check(new WindowRights.WindowAct(actor.id(), window, Headers.WINDOW, Set.of(operation), region,
                            null));
            return faults.isEmpty()
                    ? operations.insert(tx,
                            List.of(new WindowRights.Performed(window, actor.id(), operation, region, caseNo)), now)
                            .thenReturn(Outcome.done(new Recorded(window, actor.id(), operation, caseNo, now)))
                    : Mono.just(Outcome.refused(Refusal.forbidden(faults)));
        });
    }

    /** 办件频次 by window, hour and operation; at most 5,000 lines. */
    public Mono<List<WindowRights.Performed.Volume>> volumes(String region, Instant from, Instant until) {
        List<String> windows = rights.register().windows(region).stream().map(Window::id).toList();
        return database.withConnection(c -> operations.volumes(c, windows, from, until));
    }
}
