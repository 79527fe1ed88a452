package org.lianban.intake.parties.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.intake.application.store.ApplicationCodec;
import org.lianban.intake.application.store.ApplicationStore;
import org.lianban.intake.parties.Credit;
import org.lianban.intake.parties.Exclusion;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** 信用: who may make no commitments, and what is told to the credit platform. */
public final class PartyStore {
    /** Standing ones of any of the indexes. */
    public Mono<List<Exclusion>> standing(Connection connection, Collection<String> parties) {
        return Database.query(connection, """
                select id, party, kind, case_no, detail, excluded_at, excluded_by, repaired_at, repaired_by,
                    repair_detail
                from party_exclusion where party = any($1) and repaired_at is null order by id limit 100
                """, PartyStore::exclusion, (Object) parties.toArray(String[]::new));
    }

    /** @return those that were not standing before */
    public Mono<List<Exclusion>> exclude(Connection tx, Exclusion e) {
        return Database.query(tx, """
                insert into party_exclusion (party, kind, case_no, detail, excluded_at, excluded_by)
                values ($1, $2, $3, $4, $5, $6)
                on conflict (party, kind, (coalesce(case_no, ''))) where repaired_at is null do nothing
                returning id, party, kind, case_no, detail, excluded_at, excluded_by, repaired_at, repaired_by,
                    repair_detail
                """, PartyStore::exclusion, e.party(), e.kind().name(), Database.Null.or(e.caseNo(), String.class),
                e.detail(), ApplicationStore.utc(e.excludedAt()), e.excludedBy());
    }

    /** @return empty when there is no such exclusion, or it was repaired before */
    public Mono<List<Exclusion>> repair(Connection tx, long id, Instant at, String by, String detail) {
        return Database.query(tx, """
                update party_exclusion set repaired_at = $2, repaired_by = $3, repair_detail = $4
                where id = $1 and repaired_at is null
                returning id, party, kind, case_no, detail, excluded_at, excluded_by, repaired_at, repaired_by,
                    repair_detail
                """, PartyStore::exclusion, id, ApplicationStore.utc(at), by, detail);
    }

    public Mono<Void> tell(Connection tx, List<Credit> credits) {
        return credits.isEmpty()
                ? Mono.empty()
                : Database.update(tx, """
                        insert into credit_record (party, subject, case_no, material, kind, detail, at)
                        select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                            $7::timestamptz[])
                        """, column(credits, Credit::party), column(credits, Credit::subject),
                        column(credits, Credit::caseNo), column(credits, Credit::material),
                        column(credits, c -> c.kind().name()), column(credits, Credit::detail),
                        credits.stream().map(c -> ApplicationStore.utc(c.at())).toArray(OffsetDateTime[]::new)).then();
    }

    /** By id, ascending, for who reads them all. */
    public Mono<List<Credit>> after(Connection connection, long id, int limit) {
        return Database.query(connection, """
                select id, party, subject, case_no, material, kind, detail, at from credit_record
                where id > $1 order by id limit $2
                """, row -> new Credit(Objects.requireNonNull(row.get("id", Long.class)),
                ApplicationCodec.text(row, "party"), ApplicationCodec.text(row, "subject"),
                row.get("case_no", String.class), row.get("material", String.class),
                Credit.Kind.valueOf(ApplicationCodec.text(row, "kind")), row.get("detail", String.class),
                Objects.requireNonNull(row.get("at", Instant.class))), id, limit);
    }

    private static Exclusion exclusion(Readable row) {
        return new Exclusion(Objects.requireNonNull(row.get("id", Long.class)), ApplicationCodec.text(row, "party"),
                Exclusion.Kind.valueOf(ApplicationCodec.text(row, "kind")), row.get("case_no", String.class),
                ApplicationCodec.text(row, "detail"), Objects.requireNonNull(row.get("excluded_at", Instant.class)),
                ApplicationCodec.text(row, "excluded_by"), row.get("repaired_at", Instant.class),
                row.get("repaired_by", String.class), row.get("repair_detail", String.class));
    }

    private static String[] column(List<Credit> credits, Function<Credit, @Nullable String> value) {
        return credits.stream().map(value).toArray(String[]::new);
    }
}
