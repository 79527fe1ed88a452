package org.lianban.intake.application.store;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lianban.messaging.NotYet;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** 幂等: answers by key, for good. Only what was done is kept; what was refused may be asked again. */
public final class AnswerStore {
    /** @param scope who the key belongs to; keys of different scopes are different keys */
    public record Key(String scope, String key) {}

    /** @param digest of the request; the same key with another digest is a misuse */
    public record Answered(Key key, String digest, int status, String body) {}

    public Mono<Map<Key, Answered>> find(Connection connection, Collection<Key> keys) {
        if (keys.isEmpty()) {
            return Mono.just(Map.of());
        }
        return Database.query(connection, """
                select a.scope, a.key, a.digest, a.status, a.body from answered a
                join unnest($1::text[], $2::text[]) as v (scope, key) on a.scope = v.scope and a.key = v.key
                """, row -> new Answered(new Key(text(row, "scope"), text(row, "key")), text(row, "digest"),
                Objects.requireNonNull(row.get("status", Short.class)), text(row, "body")),
                keys.stream().map(Key::scope).toArray(String[]::new),
                keys.stream().map(Key::key).toArray(String[]::new)).map(found -> {
                    Map<Key, Answered> byKey = new HashMap<>();
                    found.forEach(a -> byKey.put(a.key(), a));
                    return byKey;
                });
    }

    /** @throws NotYet when another transaction answered one of the keys meanwhile: all is to be tried again */
    public Mono<Void> insert(Connection tx, List<Answered> answers, Instant now) {
        if (answers.isEmpty()) {
            return Mono.empty();
        }
        OffsetDateTime at = ApplicationStore.utc(now);
        return Database.update(tx, """
                insert into answered (scope, key, digest, status, body, answered_at)
                select v.*, $6 from unnest($1::text[], $2::text[], $3::text[], $4::smallint[], $5::text[]) as v
                order by 1, 2 on conflict (scope, key) do nothing
                """, answers.stream().map(a -> a.key().scope()).toArray(String[]::new),
                answers.stream().map(a -> a.key().key()).toArray(String[]::new),
                answers.stream().map(Answered::digest).toArray(String[]::new),
                answers.stream().map(a -> (short) a.status()).toArray(Short[]::new),
                answers.stream().map(Answered::body).toArray(String[]::new), at).map(rows -> {
                    if (rows != answers.size()) {
                        throw new NotYet("A request with the same key was answered at the same time");
                    }
                    return rows;
                }).then();
    }

    private static String text(io.r2dbc.spi.Readable row, String column) {
        return ApplicationCodec.text(row, column);
    }
}
