package org.lianban.intake.windows.store;

import static org.lianban.persistence.Columns.bigint;
import static org.lianban.persistence.Columns.instant;
import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.texts;
import static org.lianban.persistence.Columns.utc;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.lianban.contracts.catalog.Window.Operation;
import org.lianban.intake.windows.WindowRights.Performed;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** 窗口操作记录. */
public final class OperationRepository {
    /** Lines of one report. */
    public static final int MAX_LINES = 5_000;

    public Mono<Void> insert(Connection tx, List<Performed> performed, Instant now) {
        return performed.isEmpty()
                ? Mono.empty()
                : Database.update(tx, """
                        insert into window_operation (at, window_id, clerk, operation, region, case_no)
                        select $1, v.window_id, v.clerk, v.operation, nullif(v.region, ''), nullif(v.case_no, '')
                        from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
                            as v (window_id, clerk, operation, region, case_no)
                        """,
                        utc(now), texts(performed, Performed::window), texts(performed, Performed::clerk),
                        texts(performed, p -> p.operation().name()),
                        texts(performed, p -> Objects.requireNonNullElse(p.region(), "")),
                        texts(performed, p -> Objects.requireNonNullElse(p.caseNo(), "")))
                        .then();
    }

    /** 办件频次 per window, hour and operation. */
    public Mono<List<Performed.Volume>> volumes(Connection connection, List<String> windows, Instant from,
            Instant until) {
        OffsetDateTime start = utc(from);
        return Database.query(connection, """
                select window_id, date_trunc('hour', at) as hour, operation, count(*) as n,
                    count(distinct clerk) as clerks
                from window_operation where window_id = any($1) and at >= $2 and at < $3
                group by 1, 2, 3 order by 1, 2, 3 limit $4
                """, row -> new Performed.Volume(text(row, "window_id"),
                instant(row, "hour"), Operation.valueOf(text(row, "operation")), bigint(row, "n"),
                bigint(row, "clerks")), texts(windows), start, utc(until), MAX_LINES);
    }
}
