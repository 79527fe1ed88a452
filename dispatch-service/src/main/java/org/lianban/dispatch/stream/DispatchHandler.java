package org.lianban.dispatch.stream;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.IntakeEvent.CaseReceived;
import org.lianban.dispatch.desk.PlanLedger;
import org.lianban.dispatch.plan.CaseFold.Folded;
import org.lianban.dispatch.plan.CaseFold;
import org.lianban.dispatch.plan.PlanState;
import org.lianban.dispatch.plan.Rejection;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.messaging.BatchHandler;
import org.lianban.messaging.Incoming;
import org.lianban.messaging.Parking;
import org.lianban.messaging.Refused;
import reactor.core.publisher.Mono;

/**
 * Folds a batch over the plans of its cases. A case that is received is fanned out to all its departments in this very
 * transaction; what ended releases or blocks its dependants in it.
 */
public final class DispatchHandler implements BatchHandler<Incoming<?>> {
    private final PlanLedger ledger;
    private final Parking parking;
    private final EventReader reader;

    /** @param supplementLifts whether owed materials that come late let a blocked item go on by themselves */
    public DispatchHandler(PlanLedger ledger, Parking parking, CatalogCopy catalog, boolean supplementLifts) {
        this.ledger = ledger;
        this.parking = parking;
        this.reader = new EventReader(catalog, supplementLifts);
    }

    @Override
    public Mono<Void> handle(Connection tx, List<Incoming<?>> batch) {
        Map<String, List<Integer>> byCase = new LinkedHashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            if (EventReader.concerns(batch.get(i))) {
                byCase.computeIfAbsent(EventReader.caseNo(batch.get(i)), no -> new ArrayList<>()).add(i);
            }
        }
        return byCase.isEmpty()
                ? Mono.empty()
                : ledger.open(tx, byCase.keySet()).flatMap(states -> apply(tx, batch, byCase, states));
    }

    private Mono<Void> apply(Connection tx, List<Incoming<?>> batch, Map<String, List<Integer>> byCase,
            Map<String, PlanState> states) {
        Instant now = ledger.now();
        List<Folded> folds = new ArrayList<>();
        List<Incoming<?>> early = new ArrayList<>();
        byCase.forEach((caseNo, indexes) -> {
            CaseFold fold = new CaseFold(states.getOrDefault(caseNo, new PlanState.Absent(caseNo)), now);
            for (int index : indexes) {
                fold.hear(index, reader.read(batch.get(index)));
            }
            Folded folded = fold.finish();
            refusePoison(folded);
            folded.early().forEach(index -> early.add(batch.get(index)));
            folds.add(folded);
        });
        return ledger.close(tx, folds, batch.stream().map(DispatchHandler::cause).toList())
                .then(Mono.defer(() -> parking.park(tx, early)));
    }

    /** Rolls the batch back; the inbox halves it until the message is alone, and quarantines that one. */
    private static void refusePoison(Folded folded) {
        for (Rejection rejection : folded.rejections()) {
            if (rejection.kind().isPoison()) {
                throw new Refused(rejection.kind() + ": " + rejection.detail());
            }
        }
    }

    private static PlanLedger.Cause cause(Incoming<?> event) {
        return new PlanLedger.Cause(event.actor(), event.traceparent(), since(event));
    }

    private static @Nullable Instant since(Incoming<?> event) {
        return switch (event.data()) {
            case CaseReceived received -> received.receivedAt();
            case DepartmentEvent department -> department.at();
            default -> null;
        };
    }
}
