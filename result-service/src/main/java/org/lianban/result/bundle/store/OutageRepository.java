package org.lianban.result.bundle.store;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.List;
import org.lianban.persistence.Columns;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.attribution.Outage;
import reactor.core.publisher.Mono;

/** The table of outages. */
public final class OutageRepository {
    private static final String COLUMNS = "id, region, nullif(department, '') as department, starts as \"from\", ends as \"to\", reason, approver, registered_by, "
            + "registered_at, voided_by, voided_at";
    /** Of one region within the life of one case. */
    private static final int MOST = 1_000;

    /** The entry as it stands: the same one for a repeated registration. */
    public Mono<Outage.Entry> register(Connection tx, Outage.Entry entry) {
        Object[] parameters = {entry.region(), entry.department() == null ? "" : entry.department(),
                Columns.utc(entry.from()), Columns.utc(entry.to()), entry.reason(),
                entry.approver(), entry.registeredBy(), Columns.utc(entry.registeredAt())};
        return Database.update(tx, """
                insert into outage (region, department, starts, ends, reason, approver, registered_by, registered_at)
                values ($1, $2, $3, $4, $5, $6, $7, $8)
                on conflict (region, department, starts, ends) where voided_at is null do nothing
                """, parameters)
                .then(Database.query(tx, "select " + COLUMNS + """
                        \sfrom outage where region = $1 and department = $2 and starts = $3 and ends = $4
                            and voided_at is null""", Columns.into(Outage.Entry.class), parameters[0], parameters[1],
                        parameters[2],
                        parameters[3]))
                .map(List::getFirst);
    }

    /** Empty when there is no such entry; one that is void already stays as it is. */
    public Mono<Outage.Entry> invalidate(Connection tx, long id, String by, Instant at) {
        return Database.update(tx,
                "update outage set voided_by = $2, voided_at = $3 where id = $1 and voided_at is null", id, by,
                Columns.utc(at)).then(
                        Database.query(tx, "select " + COLUMNS + " from outage where id = $1",
                                Columns.into(Outage.Entry.class),
                                id))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    /** Newest first; void ones included. */
    public Mono<List<Outage.Entry>> list(Connection connection, String region, long before, int limit) {
        return Database.query(connection, "select " + COLUMNS + """
                \sfrom outage where region = $1 and id < $2 order by id desc limit $3""",
                Columns.into(Outage.Entry.class),
                region, before, limit);
    }

    /** Those that count, touching a span of time. */
    public Mono<List<Outage>> within(Connection connection, String region, Instant from, Instant to) {
        return Database.query(connection, "select " + COLUMNS + """
                \sfrom outage where region = $1 and ends > $2 and starts < $3 and voided_at is null
                order by starts limit $4""", Columns.into(Outage.Entry.class), region, Columns.utc(from),
                Columns.utc(to), MOST)
                .map(found -> found.stream().map(e -> new Outage(e.department(), e.from(), e.to())).toList());
    }
}
