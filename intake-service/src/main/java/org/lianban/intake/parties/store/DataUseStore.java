package org.lianban.intake.parties.store;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.lianban.intake.application.store.ApplicationCodec;
import org.lianban.intake.application.store.ApplicationStore;
import org.lianban.intake.parties.Consent;
import org.lianban.intake.parties.DataUse;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** Keeps every use of data, whatever came of it. */
public final class DataUseStore {

    public Mono<Void> insert(Connection tx, List<DataUse> uses) {
        return uses.isEmpty()
                ? Mono.empty()
                : Database.update(tx, """
                        insert into data_access (at, region, party, consent, purpose, source, mode, subject, outcome,
                            digest, legal_basis, actor)
                        select * from unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::text[],
                            $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[])
                        """, uses.stream().map(u -> ApplicationStore.utc(u.at())).toArray(OffsetDateTime[]::new),
                        column(uses, DataUse::region), column(uses, DataUse::party), column(uses, DataUse::consent),
                        column(uses, u -> u.purpose().name()), column(uses, DataUse::source),
                        column(uses, DataUse::mode), column(uses, DataUse::subject), column(uses, DataUse::outcome),
                        column(uses, DataUse::digest), column(uses, DataUse::legalBasis),
                        column(uses, DataUse::actor)).then();
    }

    /** Of one consent, the first use first. */
    public Mono<List<DataUse>> of(Connection connection, String consent, int limit) {
        return Database.query(connection, """
                select at, region, party, consent, purpose, source, mode, subject, outcome, digest, legal_basis, actor
                from data_access where consent = $1 order by id limit $2
                """, row -> new DataUse(Objects.requireNonNull(row.get("at", Instant.class)),
                ApplicationCodec.text(row, "region"), ApplicationCodec.text(row, "party"),
                ApplicationCodec.text(row, "consent"),
                Consent.Purpose.valueOf(ApplicationCodec.text(row, "purpose")),
                ApplicationCodec.text(row, "source"), row.get("mode", String.class),
                ApplicationCodec.text(row, "subject"), ApplicationCodec.text(row, "outcome"),
                row.get("digest", String.class), row.get("legal_basis", String.class),
                ApplicationCodec.text(row, "actor")), consent, limit);
    }

    private static String[] column(List<DataUse> uses,
            Function<DataUse, @org.jspecify.annotations.Nullable String> value) {
        return uses.stream().map(value).toArray(String[]::new);
    }
}
