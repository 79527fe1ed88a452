package org.lianban.messaging;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where an event waits that came before its predecessor. Only its own subject waits. {@link #offerAgain} hands what
 * waits to the handler again; a handler that still finds a gap parks it anew.
 */
public final class Parking {
    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);
    /** Events offered again in one transaction. */
    private static final int BATCH = 200;

    private record Parked(long id, Incoming<?> event) {}

    private final Database database;
    private final EventTypes types;
    private final JsonMapper json;
    private final Quarantine quarantine;
    private @Nullable BatchDoor<Parked> door;

    public Parking(Database database, EventTypes types, JsonMapper json, Quarantine quarantine) {
        this.database = database;
        this.types = types;
        this.json = json;
        this.quarantine = quarantine;
    }

    void offerTo(BatchHandler<Incoming<?>> handler) {
        this.door = new BatchDoor<>(database,
                (tx, parked) -> Database.update(tx, "delete from parked where id = any($1)",
                        (Object) parked.stream().map(Parked::id).toArray(Long[]::new))
                        .then(handler.handle(tx, parked.stream().<Incoming<?>>map(Parked::event).toList())),
                this::setAside);
    }

    /** Parks events within the transaction that found their predecessors missing. */
    public Mono<Void> park(Connection tx, List<Incoming<?>> early) {
        if (early.isEmpty()) {
            return Mono.empty();
        }
        LOG.warn("{} events wait for a predecessor, the first is {}", early.size(), early.getFirst().id());
        int n = early.size();
        String[][] c = new String[7][n];
        Long[] sequences = new Long[n];
        OffsetDateTime[] times = new OffsetDateTime[n];
        for (int i = 0; i < n; i++) {
            Incoming<?> e = early.get(i);
            String[] row = {e.source(), e.subject(), e.type(), e.key(), e.actor(), e.traceparent(),
                    json.writeValueAsString(e.data())};
            for (int j = 0; j < row.length; j++) {
                c[j][i] = row[j] == null ? "" : row[j];
            }
            sequences[i] = e.sequence();
            times[i] = e.time().atOffset(ZoneOffset.UTC);
        }
        return Database.update(tx, """
                insert into parked (source, subject, sequence, type, key, time, actor, traceparent, value)
                select * from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::timestamptz[],
                    $7::text[], $8::text[], $9::text[])
                on conflict (source, subject, sequence) do nothing
                """, c[0], c[1], sequences, c[2], c[3], times, c[4], c[5], c[6]).then();
    }

    /** Offers a batch of what waits; blocks, on a thread of its own. Returns how many were offered. */
    public int offerAgain() {
        BatchDoor<Parked> open = door;
        if (open == null) {
            return 0;
        }
        List<Parked> waiting = Objects.requireNonNull(database.withConnection(c -> Database.query(c, """
                select id, source, subject, sequence, type, key, time, actor, traceparent, value
                from parked order by source, subject, sequence limit $1
                """, row -> new Parked(row.get("id", Long.class), event(row.get("type", String.class),
                row.get("source", String.class), row.get("subject", String.class), row.get("sequence", Long.class),
                row.get("time", Instant.class), row.get("key", String.class), row.get("actor", String.class),
                row.get("traceparent", String.class), row.get("value", String.class))), BATCH)).block());
        open.accept(waiting);
        return waiting.size();
    }

    private Incoming<?> event(String type, String source, String subject, long sequence, Instant time, String key,
            String actor, String traceparent, String value) {
        Class<?> carrier = types.byName(type)
                .orElseThrow(() -> new IllegalStateException("Parked but unknown: " + type)).carrier();
        return new Incoming<>(source + "/" + subject + "/" + sequence, type, source, subject, sequence, time, key,
                actor.isEmpty() ? null : actor, traceparent.isEmpty() ? null : traceparent,
                json.readValue(value, carrier));
    }

    private void setAside(Parked parked, String reason) {
        Incoming<?> e = parked.event();
        RawRecord raw = new RawRecord("parked", 0, parked.id(), e.key(), java.util.Map.of(CloudEventHeaders.ID, e.id(),
                CloudEventHeaders.TYPE, e.type(), CloudEventHeaders.SUBJECT, e.subject(), CloudEventHeaders.SEQUENCE,
                Long.toString(e.sequence()), CloudEventHeaders.TIME, e.time().toString()),
                json.writeValueAsBytes(e.data()));
        database.inTransaction(tx -> quarantine.put(tx, raw, reason)
                .then(Database.update(tx, "delete from parked where id = $1", parked.id()))).block();
    }

    /** For the gauge. */
    public Mono<Long> count() {
        return database
                .withConnection(
                        c -> Database.query(c, "select count(*) as n from parked", row -> row.get("n", Long.class)))
                .map(List::getFirst);
    }
}
