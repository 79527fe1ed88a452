package org.lianban.intake.stream;

import io.r2dbc.spi.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianban.contracts.result.ResultEvent.CaseSettled;
import org.lianban.intake.desk.DeskMeters;
import org.lianban.intake.store.ApplicationStore;
import org.lianban.messaging.BatchHandler;
import org.lianban.messaging.Incoming;
import org.lianban.messaging.MessagingMeters;
import reactor.core.publisher.Mono;

/**
 * Marks settled cases, one statement per batch. A case settles once and nothing follows that intake needs, so the state
 * itself tells a repetition and no sequence is kept; the other events of the topic are passed over.
 */
public final class ResultHandler implements BatchHandler<Incoming<?>> {
    private final ApplicationStore applications;
    private final DeskMeters meters;
    private final MessagingMeters messaging;

    public ResultHandler(ApplicationStore applications, DeskMeters meters, MessagingMeters messaging) {
        this.applications = applications;
        this.meters = meters;
        this.messaging = messaging;
    }

    @Override
    public Mono<Void> handle(Connection tx, List<Incoming<?>> batch) {
        Map<String, CaseSettled> settled = new LinkedHashMap<>();
        for (Incoming<?> event : batch) {
            if (event.data() instanceof CaseSettled s) {
                settled.putIfAbsent(s.caseNo(), s);
            }
        }
        if (settled.isEmpty()) {
            return Mono.empty();
        }
        return applications.settle(tx, List.copyOf(settled.values())).doOnNext(rows -> {
            meters.settled(rows);
            messaging.duplicates(settled.size() - rows.intValue());
        }).then();
    }
}
