package org.lianban.command.once;

import static org.lianban.persistence.Columns.integer;
import static org.lianban.persistence.Columns.smallints;
import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.texts;
import static org.lianban.persistence.Columns.utc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lianban.command.once.Keyed.Key;
import org.lianban.messaging.NotYet;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/**
 * Answers by key, for good. Every service that uses it has the table, by a migration of its own:
 *
 * <pre>
 * create table answered (
 *     scope text not null,
 *     key text not null,
 *     digest text not null,
 *     status smallint not null,
 *     body text not null,
 *     answered_at timestamptz not null,
 *     primary key (scope, key)
 * );
 * </pre>
 */
final class AnsweredRepository {
    /** The 7 keeps these locks apart from whatever else is locked by name. */
    private static final String LOCK = """
            select count(pg_advisory_xact_lock(hash)) from (
                select distinct hashtextextended(scope || ' ' || key, 7) as hash
                from unnest($1::text[], $2::text[]) as v (scope, key) order by 1) as hashes
            """;
    private static final String FIND = """
            select scope, key, digest, status, body from answered
            join unnest($1::text[], $2::text[]) as v (scope, key) using (scope, key)
            """;
    private static final String INSERT = """
            insert into answered (scope, key, digest, status, body, answered_at)
            select v.*, $6 from unnest($1::text[], $2::text[], $3::text[], $4::smallint[], $5::text[]) as v
            order by 1, 2 on conflict (scope, key) do nothing
            """;

    /** @param body as the codec wrote it */
    record Answered(Key key, String digest, int status, String body) {}

    /**
     * Holds the keys until the transaction ends, in one order for all, and then reads what they were answered: of two at
     * once with one key the second sees the answer of the first.
     */
    Mono<Map<Key, Answered>> lock(Connection tx, Collection<Key> keys) {
        if (keys.isEmpty()) {
            return Mono.just(Map.of());
        }
        String[] scopes = texts(keys, Key::scope);
        String[] values = texts(keys, Key::value);
        return Database.query(tx, LOCK, row -> true, scopes, values)
                .then(Database.query(tx, FIND, AnsweredRepository::answered, scopes, values))
                .map(found -> found.stream().collect(Collectors.toMap(Answered::key, answered -> answered)));
    }

    private static Answered answered(Readable row) {
        return new Answered(new Key(text(row, "scope"), text(row, "key")), text(row, "digest"), integer(row, "status"),
                text(row, "body"));
    }

    /** @throws NotYet when somebody who does not lock answered one of the keys meanwhile: all is to be tried again */
    Mono<Void> insert(Connection tx, List<Answered> answers, Instant now) {
        if (answers.isEmpty()) {
            return Mono.empty();
        }
        return Database.update(tx, INSERT, texts(answers, a -> a.key().scope()), texts(answers, a -> a.key().value()),
                texts(answers, Answered::digest), smallints(answers, Answered::status), texts(answers, Answered::body),
                utc(now)).doOnNext(rows -> {
                    if (rows != answers.size()) {
                        throw new NotYet("A command with the same key was answered at the same time");
                    }
                }).then();
    }
}
