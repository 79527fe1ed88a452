package org.lianban.result.store;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.persistence.Database;
import org.lianban.result.attribution.Outage;
import reactor.core.publisher.Mono;

/** 故障停办登记. An entry is never changed; one that was wrong is voided and stays. */
public final class OutageStore {
    private static final String COLUMNS = "id, region, department, starts, ends, reason, approver, registered_by, registered_at, voided_by, voided_at";
    /** Of one region within the life of one case. */
    private static final int MOST = 1_000;

    /** @param department null: the whole region, the windows included */
    public record Entry(long id, String region, @Nullable String department, Instant from, Instant to, String reason,
            String approver, String registeredBy, Instant registeredAt, @Nullable String voidedBy,
            @Nullable Instant voidedAt) {}

    private final Database database;

    public OutageStore(Database database) {
        this.database = database;
    }

    /** The entry as it stands: the same one for a repeated registration. */
    public Mono<Entry> register(Entry entry) {
        Object[] parameters = {entry.region(), entry.department() == null ? "" : entry.department(),
                entry.from().atOffset(ZoneOffset.UTC), entry.to().atOffset(ZoneOffset.UTC), entry.reason(),
                entry.approver(), entry.registeredBy(), entry.registeredAt().atOffset(ZoneOffset.UTC)};
        return database.inTransaction(tx -> Database.update(tx, """
                insert into outage (region, department, starts, ends, reason, approver, registered_by, registered_at)
                values ($1, $2, $3, $4, $5, $6, $7, $8)
                on conflict (region, department, starts, ends) where voided_at is null do nothing
                """, parameters).then(Database.query(tx, "select " + COLUMNS + """
                \sfrom outage where region = $1 and department = $2 and starts = $3 and ends = $4
                    and voided_at is null""", OutageStore::entry, parameters[0], parameters[1], parameters[2],
                parameters[3]))).map(List::getFirst);
    }

    /** Empty when there is no such entry; one that is void already stays as it is. */
    public Mono<Entry> invalidate(long id, String by, Instant at) {
        return database.inTransaction(tx -> Database.update(tx,
                "update outage set voided_by = $2, voided_at = $3 where id = $1 and voided_at is null", id, by,
                at.atOffset(ZoneOffset.UTC)).then(
                        Database.query(tx, "select " + COLUMNS + " from outage where id = $1", OutageStore::entry, id)))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    /** Newest first; void ones included. */
    public Mono<List<Entry>> list(String region, long before, int limit) {
        return database.withConnection(c -> Database.query(c, "select " + COLUMNS + """
                \sfrom outage where region = $1 and id < $2 order by id desc limit $3""", OutageStore::entry, region,
                before, limit));
    }

    /** Those that count, touching a span of time. */
    public Mono<List<Outage>> within(String region, Instant from, Instant to) {
        return database.withConnection(c -> Database.query(c, "select " + COLUMNS + """
                \sfrom outage where region = $1 and ends > $2 and starts < $3 and voided_at is null
                order by starts limit $4""", OutageStore::entry, region, from.atOffset(ZoneOffset.UTC),
                to.atOffset(ZoneOffset.UTC), MOST))
                .map(found -> found.stream().map(e -> new Outage(e.department(), e.from(), e.to())).toList());
    }

    private static Entry entry(Readable row) {
        var department = BundleStore.required(row, "department", String.class);
        return new Entry(BundleStore.required(row, "id", Long.class),
                BundleStore.required(row, "region", String.class), department.isEmpty() ? null : department,
                BundleStore.required(row, "starts", Instant.class), BundleStore.required(row, "ends", Instant.class),
                BundleStore.required(row, "reason", String.class),
                BundleStore.required(row, "approver", String.class),
                BundleStore.required(row, "registered_by", String.class),
                BundleStore.required(row, "registered_at", Instant.class), row.get("voided_by", String.class),
                row.get("voided_at", Instant.class));
    }
}
