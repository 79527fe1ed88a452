package org.lianban.messaging;

import static org.lianban.persistence.Columns.bigint;
import static org.lianban.persistence.Columns.instant;
import static org.lianban.persistence.Columns.instantOrNull;
import static org.lianban.persistence.Columns.integer;
import static org.lianban.persistence.Columns.orNull;
import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.textOrNull;

import io.r2dbc.spi.Connection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** 隔离区: records that could not be applied, each with its reason, kept until somebody replays or dismisses them. */
public final class Quarantine {
    private static final char UNIT = '\u001f';

    /** @param text the value, at most 4,000 characters of it */
    public record Entry(long id, String topic, int partition, long offset, @Nullable String key, String reason,
            Instant at, @Nullable Instant closedAt, @Nullable String closedBy, String text) {}

    private final Database database;

    public Quarantine(Database database) {
        this.database = database;
    }

    /** Stores the record in a transaction of its own; the same topic, partition and offset is stored once. */
    void put(RawRecord record, String reason) {
        database.inTransaction(tx -> put(tx, record, reason)).block(Duration.ofSeconds(30));
    }

    /** Stores the record within the caller's transaction. */
    public Mono<Void> put(Connection tx, RawRecord record, String reason) {
        String headers = record.headers().entrySet().stream()
                .map(h -> Frame.clean(h.getKey()) + "=" + Frame.clean(h.getValue()))
                .collect(Collectors.joining(String.valueOf(UNIT)));
        return Database.update(tx, """
                insert into quarantine (topic, partition, "offset", key, headers, value, reason)
                values ($1, $2, $3, $4, $5, $6, $7) on conflict (topic, partition, "offset") do nothing
                """, record.topic(), record.partition(), record.offset(),
                orNull(Frame.clean(record.key())), headers,
                record.text().replace('\u0000', '\uFFFD'), reason.replace('\u0000', '\uFFFD')).then();
    }

    /** Entries after an id, oldest first. */
    public Mono<List<Entry>> list(boolean open, long afterId, int limit) {
        return database.withConnection(c -> Database.query(c,
                """
                        select id, topic, partition, "offset", key, reason, quarantined_at, closed_at, closed_by, left(value, 4000) as value
                        from quarantine where id > $1 and (closed_at is null) = $2 order by id limit $3
                        """,
                row -> new Entry(bigint(row, "id"), text(row, "topic"), integer(row, "partition"),
                        bigint(row, "offset"), textOrNull(row, "key"), text(row, "reason"),
                        instant(row, "quarantined_at"), instantOrNull(row, "closed_at"), textOrNull(row, "closed_by"),
                        text(row, "value")),
                afterId, open, limit));
    }

    /**
     * Puts the record back where it came from and closes the entry, both or neither: on its topic through the outbox,
     * or among the parked events.
     *
     * @return false if there is no open entry of that id
     */
    public Mono<Boolean> replay(long id, String by) {
        return database.inTransaction(tx -> Database.query(tx, """
                update quarantine set closed_at = now(), closed_by = $2 where id = $1 and closed_at is null
                returning topic, key, headers, value
                """,
                row -> new RawRecord(text(row, "topic"), 0, 0, textOrNull(row, "key"), headers(text(row, "headers")),
                        text(row, "value").getBytes(StandardCharsets.UTF_8)),
                id, by).flatMap(
                        found -> found.isEmpty() ? Mono.just(false) : putBack(tx, found.getFirst()).thenReturn(true)));
    }

    private static Mono<Long> putBack(Connection tx, RawRecord record) {
        return record.topic().equals(Parking.TOPIC)
                ? Parking.putBack(tx, record)
                : Database.update(tx, "insert into outbox (shard, frame, messages) values ($1, $2, 1)",
                        PostgresOutbox.shard(record.key()), Frame.of(record));
    }

    private static Map<String, String> headers(String text) {
        return text.isEmpty()
                ? Map.of()
                : Arrays.stream(text.split(String.valueOf(UNIT)))
                        .map(h -> h.split("=", 2)).filter(h -> h.length == 2)
                        .collect(Collectors.toMap(h -> h[0], h -> h[1], (a, b) -> b));
    }
}
