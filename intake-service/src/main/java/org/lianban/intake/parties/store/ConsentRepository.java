package org.lianban.intake.parties.store;

import static org.lianban.persistence.Columns.instant;
import static org.lianban.persistence.Columns.instantOrNull;
import static org.lianban.persistence.Columns.instants;
import static org.lianban.persistence.Columns.integer;
import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.textOrNull;
import static org.lianban.persistence.Columns.texts;
import static org.lianban.persistence.Columns.utc;
import static org.lianban.persistence.Columns.utcOrNull;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.lianban.intake.parties.Consent;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** 授权同意: given once, revoked once, never deleted; and every use that was made of it. */
public final class ConsentRepository {
    private static final String COLUMNS = "id, region, party, purposes, sources, text_id, text_version, given_at,"
            + " given_by, until, revoked_at, revoked_by";

    public Mono<List<Consent>> find(Connection connection, Collection<String> ids) {
        return ids.isEmpty()
                ? Mono.just(List.of())
                : Database.query(connection, "select " + COLUMNS + " from consent where id = any($1)",
                        ConsentRepository::read, (Object) texts(ids));
    }

    public Mono<Void> insert(Connection tx, Consent consent) {
        return Database.update(tx, "insert into consent (" + COLUMNS + ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9,"
                + " $10, null, null)", consent.id(), consent.region(), consent.party(),
                consent.purposes().stream().map(Enum::name).sorted().collect(Collectors.joining(",")),
                String.join(",", consent.sources()), consent.textId(), consent.textVersion(),
                utc(consent.givenAt()), consent.givenBy(), utcOrNull(consent.until()))
                .then();
    }

    /** @return 0 when it was revoked before */
    public Mono<Long> revoke(Connection tx, String id, Instant at, String by) {
        return Database.update(tx,
                "update consent set revoked_at = $2, revoked_by = $3 where id = $1 and revoked_at is null", id,
                utc(at), by);
    }

    /** 数据使用记录, whatever came of it. */
    public Mono<Void> record(Connection tx, List<Consent.DataUse> uses) {
        return uses.isEmpty()
                ? Mono.empty()
                : Database.update(tx, """
                        insert into data_access (at, region, party, consent, purpose, source, mode, subject, outcome,
                            digest, legal_basis, actor)
                        select * from unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::text[],
                            $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[])
                        """, instants(uses, u -> u.at()),
                        texts(uses, Consent.DataUse::region), texts(uses, Consent.DataUse::party),
                        texts(uses, Consent.DataUse::consent),
                        texts(uses, u -> u.purpose().name()), texts(uses, Consent.DataUse::source),
                        texts(uses, Consent.DataUse::mode), texts(uses, Consent.DataUse::subject),
                        texts(uses, Consent.DataUse::outcome),
                        texts(uses, Consent.DataUse::digest), texts(uses, Consent.DataUse::legalBasis),
                        texts(uses, Consent.DataUse::actor)).then();
    }

    /** Of one consent, the first use first. */
    public Mono<List<Consent.DataUse>> uses(Connection connection, String consent, int limit) {
        return Database.query(connection, """
                select at, region, party, consent, purpose, source, mode, subject, outcome, digest, legal_basis, actor
                from data_access where consent = $1 order by id limit $2
                """, row -> new Consent.DataUse(instant(row, "at"),
                text(row, "region"), text(row, "party"), text(row, "consent"),
                Consent.Purpose.valueOf(text(row, "purpose")), text(row, "source"), textOrNull(row, "mode"),
                text(row, "subject"), text(row, "outcome"), textOrNull(row, "digest"), textOrNull(row, "legal_basis"),
                text(row, "actor")), consent, limit);
    }

    private static Consent read(Readable row) {
        return new Consent(text(row, "id"), text(row, "region"), text(row, "party"),
                list(row, "purposes").stream().map(Consent.Purpose::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Consent.Purpose.class))),
                list(row, "sources"), text(row, "text_id"), integer(row, "text_version"),
                instant(row, "given_at"), text(row, "given_by"),
                instantOrNull(row, "until"), instantOrNull(row, "revoked_at"), textOrNull(row, "revoked_by"));
    }

    private static List<String> list(Readable row, String column) {
        return Arrays.stream(text(row, column).split(",")).filter(s -> !s.isEmpty()).toList();
    }
}
