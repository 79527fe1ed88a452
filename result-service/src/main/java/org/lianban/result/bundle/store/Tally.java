package org.lianban.result.bundle.store;

import io.r2dbc.spi.Connection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.persistence.Columns;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.clock.Clocks;
import reactor.core.publisher.Mono;

/** 计数: sums of increments that every transaction leaves. Reading folds many increments into one row per measure. */
public record Tally(Database database) {
    public static final String CASES = "case:";
    public static final String DUE_SOON = "soon:";
    public static final String BREACHED = "over:";
    /** Totals since the beginning, by outcome and by timer. */
    public static final String SETTLED = "settled:";
    public static final String WARNINGS = "warnings:";
    public static final String BREACHES = "breaches:";
    public static final String DEEMED = "deemed";
    /** Increments folded at a time; what is left over is folded next time. */
    private static final int LIMIT = 5_000;

    /** Folds what no other instance is folding, then sums. */
    public Mono<Map<String, Long>> read() {
        return database.inTransaction(tx -> Database.update(tx, """
                with taken as (delete from tally where ctid = any(array(
                        select ctid from tally limit $1 for update skip locked)) returning measure, n)
                insert into tally (measure, n) select measure, sum(n) from taken group by measure
                """, LIMIT).then(Database.query(tx, "select measure, sum(n)::bigint as n from tally group by measure",
                row -> Map.entry(Columns.text(row, "measure"), Columns.bigint(row, "n")))))
                .map(rows -> {
                    var sums = new TreeMap<String, Long>();
                    rows.forEach(row -> sums.put(row.getKey(), row.getValue()));
                    return sums;
                });
    }

    /** What one transaction adds to the {@link Tally}. */
    public static final class Counts {
        private final Map<String, Long> sums = new TreeMap<>();

        public void standing(@Nullable CaseState state, Clocks.Alarms alarms, long sign) {
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
}
