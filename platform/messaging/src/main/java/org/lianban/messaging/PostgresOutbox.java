package org.lianban.messaging;

import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes one row per shard and transaction, not one per event: a batch of 500 events is at most {@link #SHARDS} rows.
 *
 * <p>Order per key holds because a key always falls into the same shard, and because whoever appends for a key holds
 * the lock of its aggregate until commit: the row of the later transaction has the higher id.
 */
public final class PostgresOutbox implements Outbox {
    /** More would split batches; fewer would leave several relays nothing to share. */
    static final int SHARDS = 4;

    private final EventTypes types;
    private final JsonMapper json;
    private final String channel;

    /** @param schema names the notification channel, one per service */
    public PostgresOutbox(EventTypes types, JsonMapper json, String schema) {
        this.types = types;
        this.json = json;
        this.channel = channel(schema);
    }

    /** A key always falls into the same one. */
    static short shard(@Nullable String key) {
        return (short) Math.floorMod(Objects.hashCode(key), SHARDS);
    }

    static String channel(String schema) {
        return "outbox_" + schema;
    }

    @Override
    public Mono<Void> append(Connection transaction, List<Outgoing> events) {
        if (events.isEmpty()) {
            return Mono.empty();
        }
        StringBuilder[] frames = new StringBuilder[SHARDS];
        int[] counts = new int[SHARDS];
        for (Outgoing event : events) {
            int shard = shard(event.key());
            if (frames[shard] == null) {
                frames[shard] = new StringBuilder(1024);
            }
            Frame.append(frames[shard], event, types, json);
            counts[shard]++;
        }
        return insert(transaction, frames, counts);
    }

    private Mono<Void> insert(Connection transaction, StringBuilder[] frames, int[] counts) {
        int rows = 0;
        for (StringBuilder frame : frames) {
            rows += frame == null ? 0 : 1;
        }
        Short[] shards = new Short[rows];
        String[] texts = new String[rows];
        Integer[] messages = new Integer[rows];
        for (int shard = 0, row = 0; shard < SHARDS; shard++) {
            if (frames[shard] != null) {
                shards[row] = (short) shard;
                texts[row] = frames[shard].toString();
                messages[row++] = counts[shard];
            }
        }
        return Database.update(transaction, """
                with appended as (
                    insert into outbox (shard, frame, messages)
                    select * from unnest($1::smallint[], $2::text[], $3::int[]) returning 1)
                select pg_notify($4, '') from (select count(*) from appended) done
                """, shards, texts, messages, channel).then();
    }
}
