package org.lianban.intake.parties.store;

import static org.lianban.persistence.Columns.orNull;
import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.utc;
import static org.lianban.persistence.Columns.utcOrNull;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lianban.contracts.Party;
import org.lianban.intake.parties.Mandate;
import org.lianban.persistence.Database;
import org.lianban.security.PersonalDataCipher;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** 授权委托: sealed; people are found by a keyed digest of their number. */
public record MandateRepository(JsonMapper json, PersonalDataCipher cipher, PartyRecords.PartyIndex index) {
    /** Of one person in one region. */
    public static final int MAX_ROWS = 500;

    private static final String NEWEST = " order by recorded_at desc, number desc limit " + MAX_ROWS;

    public Mono<Void> insert(Connection tx, Mandate m) {
        return Database.update(tx, """
                insert into mandate (number, region, principal, agent, account, until, body, recorded_at)
                values ($1, $2, $3, $4, $5, $6, $7, $8)
                """, m.number(), m.region(), index.of(m.principal()), index.of(m.agent()),
                orNull(m.account()), m.until(), sealed(m), utc(m.proof().at())).then();
    }

    /** Locks it, so that it is revoked once. */
    public Mono<Optional<Mandate>> lock(Connection tx, String number) {
        return Database.query(tx, "select body from mandate where number = $1 for update", this::read, number)
                .map(found -> found.stream().findFirst());
    }

    public Mono<Optional<Mandate>> find(Connection connection, String number) {
        return Database.query(connection, "select body from mandate where number = $1", this::read, number)
                .map(found -> found.stream().findFirst());
    }

    public Mono<Void> revoke(Connection tx, Mandate m) {
        Instant at = m.revocation() == null ? null : m.revocation().at();
        return Database.update(tx, "update mandate set body = $2, revoked_at = $3 where number = $1", m.number(),
                sealed(m), utcOrNull(at)).map(rows -> {
                    if (rows != 1) {
                        throw new IllegalStateException("Expected the locked mandate, but it is gone");
                    }
                    return rows;
                }).then();
    }

    /** Those of one principal in a region, newest first. */
    public Mono<List<Mandate>> ofPrincipal(Connection connection, String region, Party principal) {
        return Database.query(connection, "select body from mandate where principal = any($1) and region = $2" + NEWEST,
                this::read, any(principal), region);
    }

    public Mono<List<Mandate>> ofAgent(Connection connection, String region, Party agent) {
        return Database.query(connection, "select body from mandate where agent = any($1) and region = $2" + NEWEST,
                this::read, any(agent), region);
    }

    private String[] any(Party party) {
        return index.any(party).toArray(String[]::new);
    }

    private String sealed(Mandate mandate) {
        return cipher.seal(json.writeValueAsString(mandate));
    }

    private Mandate read(Readable row) {
        return json.readValue(cipher.open(text(row, "body")), Mandate.class);
    }
}
