package org.lianban.dispatch.stream;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianban.command.Refusal;
import org.lianban.contracts.event.CaseEvent;
import org.lianban.dispatch.handler.PlanHandler;
import org.lianban.dispatch.plan.PlanRefusal;
import org.lianban.dispatch.plan.PlanState;
import org.lianban.dispatch.plan.PlanUnitOfWork;
import org.lianban.messaging.BatchHandler;
import org.lianban.messaging.Incoming;
import org.lianban.messaging.Parking;
import org.lianban.messaging.Refused;
import reactor.core.publisher.Mono;

/**
 * Folds a batch over the plans of its cases. A case that is received is fanned out to all its departments in this very
 * transaction; what ended releases or blocks its dependants in it.
 */
public record DispatchHandler(PlanHandler handler, Parking parking, EventReader reader)
        implements
        BatchHandler<Incoming<?>> {
    @Override
    public Mono<Void> handle(Connection tx, List<Incoming<?>> batch) {
        Map<String, List<Integer>> byCase = new LinkedHashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            CaseEvent event = EventReader.event(batch.get(i));
            if (EventReader.concerns(event)) {
                byCase.computeIfAbsent(event.caseNo(), no -> new ArrayList<>()).add(i);
            }
        }
        return byCase.isEmpty()
                ? Mono.empty()
                : handler.open(tx, byCase.keySet()).flatMap(states -> apply(tx, batch, byCase, states));
    }

    private Mono<Void> apply(Connection tx, List<Incoming<?>> batch, Map<String, List<Integer>> byCase,
            Map<String, PlanState> states) {
        Instant now = handler.now();
        List<PlanUnitOfWork.Folded> folds = new ArrayList<>();
        List<Incoming<?>> early = new ArrayList<>();
        byCase.forEach((caseNo, indexes) -> {
            PlanUnitOfWork fold = new PlanUnitOfWork(states.getOrDefault(caseNo, new PlanState.Absent(caseNo)), now);
            for (int index : indexes) {
                fold.hear(index, reader.read(batch.get(index)));
            }
            PlanUnitOfWork.Folded folded = fold.finish();
            refusePoison(folded);
            folded.early().forEach(index -> early.add(batch.get(index)));
            folds.add(folded);
        });
        return handler.close(tx, folds, batch.stream().map(DispatchHandler::cause).toList())
                .then(Mono.defer(() -> parking.park(tx, early)));
    }

    /** Rolls the batch back; the inbox halves it until the message is alone, and quarantines that one. */
    private static void refusePoison(PlanUnitOfWork.Folded folded) {
        for (Refusal refusal : folded.refusals()) {
            if (PlanRefusal.isPoison(refusal)) {
                throw new Refused(refusal.code() + ": " + refusal.detail());
            }
        }
    }

    private static PlanHandler.Cause cause(Incoming<?> incoming) {
        return new PlanHandler.Cause(incoming.actor(), incoming.traceparent(), EventReader.since(incoming));
    }
}
