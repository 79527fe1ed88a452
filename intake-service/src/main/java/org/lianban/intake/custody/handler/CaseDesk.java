package org.lianban.intake.custody.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.command.once.Keyed;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.Topics;
import org.lianban.contracts.catalog.Window.Operation;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.application.Application.Stored;
import org.lianban.intake.application.store.ApplicationRepository;
import org.lianban.intake.commands.handler.Commands;
import org.lianban.intake.windows.handler.WindowLog;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Outgoing;
import reactor.core.publisher.Mono;

/**
 * Carries out a command on the paper of a case under the lock of its application, so that two of one case see each
 * other's rows. It is announced in the case's own sequence.
 */
public record CaseDesk(Commands commands, ApplicationRepository applications, WindowLog windows, Outbox outbox) {
    /**
     * What is to be written.
     *
     * @param after what of the application became something else; null: it stays as it is
     */
    record Work<R>(List<IntakeEvent> events, R answer, Mono<Void> write, Set<Operation> performed,
            @Nullable Filed after) {}

    interface Deciding<R> {
        Mono<Decision<Work<R>>> decide(Connection tx, Filed state, Instant now);
    }

    <R> Mono<Outcome<R>> onCase(String name, Keyed<?> keyed, Class<R> type, String caseNo, Actor actor,
            @Nullable String traceparent, Deciding<R> deciding) {
        return commands.run(name, keyed, type, (tx, now) -> applications.lock(tx, List.of(caseNo)).flatMap(found -> {
            Stored stored = found.get(caseNo);
            return stored == null
                    ? Mono.just(Outcome.refused(Refusal.notFound("没有此办件编号的申请")))
                    : deciding.decide(tx, stored.state(), now).flatMap(decision -> switch (decision) {
                        case Decision.Refused<Work<R>>(Refusal refusal) -> Mono.just(Outcome.<R>refused(refusal));
                        case Decision.Repeated<Work<R>> repeated -> throw new IllegalStateException(
                                "Expected something to do with originals, but it was done before");
                        case Decision.Accepted<Work<R>> accepted ->
                            write(tx, stored, accepted.events().getFirst(), actor, traceparent, now);
                    });
        }));
    }

    private <R> Mono<Outcome<R>> write(Connection tx, Stored stored, Work<R> work, Actor actor,
            @Nullable String traceparent, Instant now) {
        String caseNo = stored.state().dossier().caseNo();
        List<Outgoing> events = new ArrayList<>();
        for (IntakeEvent event : work.events()) {
            events.add(new Outgoing(Topics.INTAKE, caseNo, caseNo, stored.sequence() + 1 + events.size(), now,
                    actor.text(), traceparent, event));
        }
        boolean same = events.isEmpty() && work.after() == null;
        Stored after = new Stored(work.after() == null ? stored.state() : work.after(),
                stored.sequence() + events.size());
        return work.write()
                .then(Mono.defer(() -> applications.update(tx, same ? List.of() : List.of(after))))
                .then(Mono.defer(() -> windows.write(tx,
                        windows.performed(actor, actor.window(), work.performed(), caseNo), now)))
                .then(Mono.defer(() -> outbox.append(tx, events)))
                .thenReturn(Outcome.done(work.answer()));
    }
}
