package org.lianban.intake.application.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Topics;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.application.Rejection;
import org.lianban.intake.application.Stored;
import org.lianban.intake.application.store.AnswerStore.Answered;
import org.lianban.intake.application.store.AnswerStore.Key;
import org.lianban.messaging.Outgoing;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/**
 * Runs what other rooms do about one case, each in a transaction of its own: these are few, and two of one case must see
 * each other's rows.
 */
public final class SideDoor {
    private final Database database;
    private final Stores stores;
    private final InstantSource clock;

    SideDoor(Database database, Stores stores, InstantSource clock) {
        this.database = database;
        this.stores = stores;
        this.clock = clock;
    }

    Mono<Answer> run(Request request, Order.Aside order) {
        return database.inTransaction(tx -> stores.applications().lock(tx, List.of(order.caseNo()))
                .flatMap(found -> repeated(tx, request)
                        .switchIfEmpty(Mono.defer(() -> fresh(tx, request, order, found.get(order.caseNo()))))));
    }

    private Mono<Answer> repeated(Connection tx, Request request) {
        Key key = request.key();
        return key == null
                ? Mono.empty()
                : stores.answers().find(tx, List.of(key))
                        .flatMap(before -> Mono.justOrEmpty(Answer.repeated(request, before.get(key))));
    }

    private Mono<Answer> fresh(Connection tx, Request request, Order.Aside order, @Nullable Stored stored) {
        if (stored == null) {
            return Mono.just(new Answer.Refused(new Rejection(Rejection.Kind.UNKNOWN_CASE, "没有此办件编号的申请")));
        }
        Instant now = clock.instant();
        return order.work().load(tx).flatMap(ready -> switch (ready.decide(stored.state(), now)) {
            case Beside.Result.Refused(var rejection) -> Mono.just(new Answer.Refused(rejection));
            case Beside.Result.Faulty(var faults) -> Mono.just(new Answer.Faulty(faults));
            case Beside.Result.Said said -> write(tx, request, stored, said, now);
        });
    }

    private Mono<Answer> write(Connection tx, Request request, Stored stored, Beside.Result.Said said, Instant now) {
        String caseNo = stored.state().dossier().caseNo();
        List<Outgoing> events = new ArrayList<>();
        for (IntakeEvent event : said.events()) {
            events.add(new Outgoing(Topics.INTAKE, caseNo, caseNo, stored.sequence() + 1 + events.size(), now,
                    request.actor(), request.traceparent(), event));
        }
        Filed state = said.after() == null ? stored.state() : said.after();
        Stored after = new Stored(state, stored.sequence() + events.size());
        boolean same = events.isEmpty() && said.after() == null;
        String body = stores.json().writeValueAsString(said.answer());
        return said.write().apply(tx)
                .then(Mono.defer(() -> stores.applications().update(tx, same ? List.of() : List.of(after))))
                .then(Mono.defer(() -> stores.answers().insert(tx, request.key() == null
                        ? List.of()
                        : List.of(new Answered(request.key(), request.digest(), 200, body)), now)))
                .then(Mono.defer(() -> stores.outbox().append(tx, events)))
                .thenReturn(new Answer.Done(200, body, false));
    }
}
