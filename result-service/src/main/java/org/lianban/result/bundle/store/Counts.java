package org.lianban.result.bundle.store;

import io.r2dbc.spi.Connection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.clock.Alarms;
import reactor.core.publisher.Mono;

/** What one transaction adds to the {@link Tally}. */
public final class Counts {
    private final Map<String, Long> sums = new TreeMap<>();

    public void standing(@Nullable CaseState state, Alarms alarms, long sign) {
        if (state != null) {
            sums.merge(Tally.CASES + state, sign, Long::sum);
        }
        alarms.soon().forEach(timer -> sums.merge(Tally.DUE_SOON + timer, sign, Long::sum));
        alarms.over().forEach(timer -> sums.merge(Tally.BREACHED + timer, sign, Long::sum));
    }

    public void event(ResultEvent event) {
        var measure = measure(event);
        if (measure != null) {
            sums.merge(measure, 1L, Long::sum);
        }
    }

    /** Null: counted by the room that it belongs to. */
    private static @Nullable String measure(ResultEvent event) {
        return switch (event) {
            case ResultEvent.CaseSettled e -> Tally.SETTLED + e.outcome();
            case ResultEvent.TimerWarned e -> Tally.WARNINGS + e.timer();
            case ResultEvent.TimerBreached e -> Tally.BREACHES + e.timer();
            case ResultEvent.AcceptanceDeemed e -> Tally.DEEMED;
            case ResultEvent.CorrectionAsked e -> null;
            case ResultEvent.DeliveryChosen e -> null;
            case ResultEvent.ResultReceived e -> null;
            case ResultEvent.DeliveryCompleted e -> null;
            case ResultEvent.LicenceIssued e -> null;
            case ResultEvent.CaseArchived e -> null;
            case ResultEvent.SupervisionIssued e -> null;
            case ResultEvent.SupervisionCleared e -> null;
        };
    }

    public Mono<Void> write(Connection tx) {
        sums.values().removeIf(n -> n == 0);
        return sums.isEmpty() ? Mono.empty() : Database.update(tx, """
                insert into tally (measure, n) select * from unnest($1::text[], $2::bigint[])
                """, sums.keySet().toArray(String[]::new), sums.values().toArray(Long[]::new)).then();
    }
}
