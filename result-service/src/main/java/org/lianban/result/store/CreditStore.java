package org.lianban.result.store;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** 履约记录: one per commitment and item; what was recorded first stands. */
public final class CreditStore {
    /**
     * @param kept whether the commitment was fulfilled
     * @param ground name of the event it rests on, and the number of its paper
     */
    public record Credit(String caseNo, String material, String itemNo, boolean kept, String ground, Instant at) {}

    private final Database database;

    public CreditStore(Database database) {
        this.database = database;
    }

    public Mono<Void> record(Connection tx, List<Credit> credits) {
        return credits.isEmpty()
                ? Mono.empty()
                : Database.update(tx,
                        """
                                insert into credit_record (case_no, material, item_no, kept, ground, at)
                                select * from unnest($1::text[], $2::text[], $3::text[], $4::boolean[], $5::text[], $6::timestamptz[])
                                on conflict do nothing
                                """,
                        CareStore.texts(credits, Credit::caseNo), CareStore.texts(credits, Credit::material),
                        CareStore.texts(credits, Credit::itemNo),
                        credits.stream().map(Credit::kept).toArray(Boolean[]::new),
                        CareStore.texts(credits, Credit::ground),
                        credits.stream().map(c -> CareStore.utc(c.at())).toArray(OffsetDateTime[]::new)).then();
    }

    /** By the number of the case, of cases after the given one. */
    public Mono<List<Credit>> list(String region, String after, int limit) {
        return database.withConnection(c -> Database.query(c, """
                select case_no, material, item_no, kept, ground, at from credit_record
                where case_no > $1 and case_no >= $2 and case_no < $3 order by case_no, material, item_no limit $4
                """, row -> new Credit(BundleStore.required(row, "case_no", String.class),
                BundleStore.required(row, "material", String.class),
                BundleStore.required(row, "item_no", String.class), BundleStore.required(row, "kept", Boolean.class),
                BundleStore.required(row, "ground", String.class), BundleStore.required(row, "at", Instant.class)),
                after, region, region + "~", limit));
    }
}
