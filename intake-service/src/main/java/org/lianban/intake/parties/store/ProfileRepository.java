package org.lianban.intake.parties.store;

import static org.lianban.persistence.Columns.instant;
import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.texts;
import static org.lianban.persistence.Columns.utc;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lianban.intake.parties.Profile;
import org.lianban.persistence.Database;
import org.lianban.security.PersonalDataCipher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** 一人一档、一企一档, and forms that were filled in beforehand; both sealed. */
public record ProfileRepository(JsonMapper json, PersonalDataCipher cipher) {
    public Mono<Optional<Profile>> profile(Connection connection, Collection<String> parties, String region) {
        return Database.query(connection, """
                select party, region, content, consent, case_no, updated_at from profile
                where party = any($1) and region = $2 order by updated_at desc limit 1
                """, row -> new Profile(text(row, "party"), text(row, "region"),
                content(text(row, "content")), text(row, "consent"), text(row, "case_no"), instant(row, "updated_at")),
                texts(parties), region).map(found -> found.stream().findFirst());
    }

    /** Adds to what was kept before; for a consent that was revoked meanwhile nothing is kept. */
    public Mono<Void> keep(Connection tx, List<Profile> profiles) {
        return profiles.isEmpty()
                ? Mono.empty()
                : Flux.fromIterable(profiles).concatMap(p -> profile(tx, List.of(p.party()), p.region())
                        .flatMap(before -> upsert(tx, p, before.map(b -> b.content().with(p.content()))
                                .orElse(p.content()))))
                        .then();
    }

    private Mono<Long> upsert(Connection tx, Profile p, Profile.Content content) {
        return Database.update(tx, """
                insert into profile (party, region, content, consent, case_no, updated_at)
                select $1, $2, $3, c.id, $5, $6 from consent c where c.id = $4 and c.revoked_at is null
                on conflict (party, region) do update set content = excluded.content, consent = excluded.consent,
                    case_no = excluded.case_no, updated_at = excluded.updated_at
                """, p.party(), p.region(), sealed(content), p.consent(), p.caseNo(), utc(p.at()));
    }

    /** 撤回同意: what was kept under it goes. */
    public Mono<Void> forget(Connection tx, String consent) {
        return Database.update(tx, "delete from profile where consent = $1", consent).then();
    }

    public Mono<Optional<Profile.Prefill>> prefill(Connection connection, String id) {
        return Database.query(connection,
                "select id, party, region, one_thing, content, made_at from prefill where id = $1",
                row -> new Profile.Prefill(text(row, "id"), text(row, "party"), text(row, "region"),
                        text(row, "one_thing"), content(text(row, "content")), instant(row, "made_at")),
                id).map(found -> found.stream().findFirst());
    }

    /** Keeps a new one, and removes up to 1,000 that nobody used in time. */
    public Mono<Void> keep(Connection tx, Profile.Prefill prefill, Instant expired) {
        return Database.update(tx, """
                delete from prefill where id in
                    (select id from prefill where made_at < $1 order by made_at limit 1000 for update skip locked)
                """, utc(expired))
                .then(Mono.defer(() -> Database.update(tx, """
                        insert into prefill (id, party, region, one_thing, content, made_at)
                        values ($1, $2, $3, $4, $5, $6)
                        """, prefill.id(), prefill.party(), prefill.region(), prefill.oneThing(),
                        sealed(prefill.content()), utc(prefill.at()))))
                .then();
    }

    private String sealed(Profile.Content content) {
        return cipher.seal(json.writeValueAsString(content));
    }

    private Profile.Content content(String stored) {
        return json.readValue(cipher.open(stored), Profile.Content.class);
    }
}
