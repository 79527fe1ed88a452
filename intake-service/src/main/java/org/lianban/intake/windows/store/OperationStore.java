package org.lianban.intake.windows.store;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.lianban.contracts.catalog.Window.Operation;
import org.lianban.intake.application.store.ApplicationCodec;
import org.lianban.intake.application.store.ApplicationStore;
import org.lianban.intake.windows.Performed;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** 窗口操作记录. */
public final class OperationStore {
    /** Lines of one report. */
    public static final int MAX_LINES = 5_000;

    public Mono<Void> insert(Connection tx, List<Performed> performed, Instant now) {
        return performed.isEmpty()
                ? Mono.empty()
                : Database
                        .update(tx,
                                """
                                        insert into window_operation (at, window_id, clerk, operation, region, case_no)
                                        select $1, v.window_id, v.clerk, v.operation, nullif(v.region, ''), nullif(v.case_no, '')
                                        from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
                                            as v (window_id, clerk, operation, region, case_no)
                                        """,
                                ApplicationStore.utc(now),
                                performed.stream().map(Performed::window).toArray(String[]::new),
                                performed.stream().map(Performed::clerk).toArray(String[]::new),
                                performed.stream().map(p -> p.operation().name()).toArray(String[]::new),
                                performed.stream().map(p -> Objects.requireNonNullElse(p.region(), ""))
                                        .toArray(String[]::new),
                                performed.stream().map(p -> Objects.requireNonNullElse(p.caseNo(), ""))
                                        .toArray(String[]::new))
                        .then();
    }

    /** 办件频次 per window, hour and operation. */
    public Mono<List<Performed.Volume>> volumes(Connection connection, List<String> windows, Instant from,
            Instant until) {
        OffsetDateTime start = ApplicationStore.utc(from);
        return Database.query(connection, """
                select window_id, date_trunc('hour', at) as hour, operation, count(*) as n,
                    count(distinct clerk) as clerks
                from window_operation where window_id = any($1) and at >= $2 and at < $3
                group by 1, 2, 3 order by 1, 2, 3 limit $4
                """, row -> new Performed.Volume(ApplicationCodec.text(row, "window_id"),
                Objects.requireNonNull(row.get("hour", Instant.class)),
                Operation.valueOf(ApplicationCodec.text(row, "operation")),
                Objects.requireNonNull(row.get("n", Long.class)),
                Objects.requireNonNull(row.get("clerks", Long.class))), windows.toArray(String[]::new), start,
                ApplicationStore.utc(until), MAX_LINES);
    }
}
