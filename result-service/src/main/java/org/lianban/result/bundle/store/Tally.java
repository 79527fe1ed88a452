package org.lianban.result.bundle.store;

import java.util.Map;
import java.util.TreeMap;
import org.lianban.persistence.Columns;
import org.lianban.persistence.Database;
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
                row -> Map.entry(Columns.text(row, "measure"),
                        Columns.bigint(row, "n")))))
                .map(rows -> {
                    var sums = new TreeMap<String, Long>();
                    rows.forEach(row -> sums.put(row.getKey(), row.getValue()));
                    return sums;
                });
    }
}
