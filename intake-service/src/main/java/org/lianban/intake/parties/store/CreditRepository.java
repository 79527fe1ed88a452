package org.lianban.intake.parties.store;

import static org.lianban.persistence.Columns.bigint;
import static org.lianban.persistence.Columns.instant;
import static org.lianban.persistence.Columns.instantOrNull;
import static org.lianban.persistence.Columns.instants;
import static org.lianban.persistence.Columns.orNull;
import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.textOrNull;
import static org.lianban.persistence.Columns.texts;
import static org.lianban.persistence.Columns.utc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.lianban.contracts.Party;
import org.lianban.intake.parties.Exclusion;
import org.lianban.intake.parties.Exclusion.Credit;
import org.lianban.persistence.Database;
import org.lianban.security.PersonalDataCipher;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** 信用: who may make no commitments, and what is told to the credit platform. */
public record CreditRepository(JsonMapper json, PersonalDataCipher cipher, PartyRecords.PartyIndex index) {
    /** What stands against somebody. */
    public Mono<List<Exclusion>> standing(Connection connection, Party party) {
        return Database.query(connection, """
                select id, kind, case_no, detail, excluded_at, excluded_by, repaired_at, repaired_by,
                    repair_detail
                from party_exclusion where party = any($1) and repaired_at is null order by id limit 100
                """, CreditRepository::exclusion, (Object) texts(index.any(party)));
    }

    /** @return those that were not standing before */
    public Mono<List<Exclusion>> exclude(Connection tx, Party party, Exclusion e) {
        return Database.query(tx, """
                insert into party_exclusion (party, kind, case_no, detail, excluded_at, excluded_by)
                values ($1, $2, $3, $4, $5, $6)
                on conflict (party, kind, (coalesce(case_no, ''))) where repaired_at is null do nothing
                returning id, kind, case_no, detail, excluded_at, excluded_by, repaired_at, repaired_by,
                    repair_detail
                """, CreditRepository::exclusion, index.of(party), e.kind().name(), orNull(e.caseNo()),
                e.detail(), utc(e.excludedAt()), e.excludedBy());
    }

    /** @return empty when there is no such exclusion, or it was repaired before */
    public Mono<List<Exclusion>> repair(Connection tx, long id, Instant at, String by, String detail) {
        return Database.query(tx, """
                update party_exclusion set repaired_at = $2, repaired_by = $3, repair_detail = $4
                where id = $1 and repaired_at is null
                returning id, kind, case_no, detail, excluded_at, excluded_by, repaired_at, repaired_by,
                    repair_detail
                """, CreditRepository::exclusion, id, utc(at), by, detail);
    }

    public Mono<Void> tell(Connection tx, List<Credit> credits) {
        return credits.isEmpty()
                ? Mono.empty()
                : Database.update(tx, """
                        insert into credit_record (party, subject, case_no, material, kind, detail, at)
                        select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                            $7::timestamptz[])
                        """, texts(credits, c -> index.of(c.subject())), texts(credits, c -> sealed(c.subject())),
                        texts(credits, Credit::caseNo), texts(credits, Credit::material),
                        texts(credits, c -> c.kind().name()), texts(credits, Credit::detail),
                        instants(credits, c -> c.at())).then();
    }

    /** By id, ascending, for who reads them all. */
    public Mono<List<Credit>> after(Connection connection, long id, int limit) {
        return Database.query(connection, """
                select id, subject, case_no, material, kind, detail, at from credit_record
                where id > $1 order by id limit $2
                """,
                row -> new Credit(bigint(row, "id"), json.readValue(cipher.open(text(row, "subject")), Party.class),
                        textOrNull(row, "case_no"), textOrNull(row, "material"),
                        Credit.Kind.valueOf(text(row, "kind")), textOrNull(row, "detail"), instant(row, "at")),
                id, limit);
    }

    /** Who it is, without what the credit platform need not know. */
    private String sealed(Party party) {
        return cipher.seal(json.writeValueAsString(new Party(party.name(), party.idType(), party.idNumber(), null)));
    }

    private static Exclusion exclusion(Readable row) {
        return new Exclusion(bigint(row, "id"), Exclusion.Kind.valueOf(text(row, "kind")), textOrNull(row, "case_no"),
                text(row, "detail"), instant(row, "excluded_at"),
                text(row, "excluded_by"), instantOrNull(row, "repaired_at"),
                textOrNull(row, "repaired_by"), textOrNull(row, "repair_detail"));
    }
}
