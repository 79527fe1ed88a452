package org.lianban.intake.parties.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.lianban.intake.application.store.ApplicationCodec;
import org.lianban.intake.application.store.ApplicationStore;
import org.lianban.intake.parties.Consent;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** 授权同意 records: given once, revoked once, never deleted. */
public final class ConsentStore {
    private static final String COLUMNS = "id, region, party, purposes, sources, text_id, text_version, given_at,"
            + " given_by, until, revoked_at, revoked_by";

    public Mono<List<Consent>> find(Connection connection, Collection<String> ids) {
        return ids.isEmpty()
                ? Mono.just(List.of())
                : Database.query(connection, "select " + COLUMNS + " from consent where id = any($1)",
                        ConsentStore::read, (Object) ids.toArray(String[]::new));
    }

    public Mono<Void> insert(Connection tx, Consent consent) {
        return Database.update(tx, "insert into consent (" + COLUMNS + ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9,"
                + " $10, null, null)", consent.id(), consent.region(), consent.party(),
                consent.purposes().stream().map(Enum::name).sorted().collect(Collectors.joining(",")),
                String.join(",", consent.sources()), consent.textId(), consent.textVersion(),
                ApplicationStore.utc(consent.givenAt()), consent.givenBy(),
                Database.Null.or(consent.until() == null ? null : ApplicationStore.utc(consent.until()),
                        OffsetDateTime.class))
                .then();
    }

    /** @return 0 when it was revoked before */
    public Mono<Long> revoke(Connection tx, String id, Instant at, String by) {
        return Database.update(tx,
                "update consent set revoked_at = $2, revoked_by = $3 where id = $1 and revoked_at is null", id,
                ApplicationStore.utc(at), by);
    }

    private static Consent read(Readable row) {
        return new Consent(ApplicationCodec.text(row, "id"), ApplicationCodec.text(row, "region"),
                ApplicationCodec.text(row, "party"),
                list(row, "purposes").stream().map(Consent.Purpose::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Consent.Purpose.class))),
                list(row, "sources"), ApplicationCodec.text(row, "text_id"),
                Objects.requireNonNull(row.get("text_version", Integer.class)),
                Objects.requireNonNull(row.get("given_at", Instant.class)), ApplicationCodec.text(row, "given_by"),
                row.get("until", Instant.class), row.get("revoked_at", Instant.class),
                row.get("revoked_by", String.class));
    }

    private static List<String> list(Readable row, String column) {
        return Arrays.stream(ApplicationCodec.text(row, column).split(",")).filter(s -> !s.isEmpty()).toList();
    }
}
