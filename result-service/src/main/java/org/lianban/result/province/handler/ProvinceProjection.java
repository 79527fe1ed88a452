package org.lianban.result.province.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Topics;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Outgoing;
import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.bundle.handler.CaseProjection;
import org.lianban.result.province.Statuses;
import reactor.core.publisher.Mono;

/**
 * 上报: what the province is told of a change, in the transaction that made it: its status, then rows of its tables.
 *
 * @param rows null: statuses only
 */
public record ProvinceProjection(Outbox outbox, @Nullable RowReporter rows) implements CaseProjection {
    static final String ACTOR = "SYSTEM:result";

    @Override
    public Mono<Void> project(Connection tx, List<CaseChange> cases, Instant now) {
        var outgoing = new ArrayList<Outgoing>();
        for (CaseChange change : cases) {
            Statuses.of(change).ifPresent(status -> outgoing.add(new Outgoing(Topics.PROVINCE_STATUS, change.caseNo(),
                    change.caseNo(), change.after().book().published().province(), now, ACTOR, change.traceparent(),
                    status)));
        }
        var reported = rows == null ? Mono.just(List.<Outgoing>of()) : rows.report(tx, cases, now);
        return reported.flatMap(more -> {
            outgoing.addAll(more);
            return outgoing.isEmpty() ? Mono.empty() : outbox.append(tx, outgoing);
        });
    }
}
