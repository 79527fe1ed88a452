package org.lianban.messaging;

import static org.lianban.persistence.Columns.bigint;
import static org.lianban.persistence.Columns.bigints;
import static org.lianban.persistence.Columns.bool;
import static org.lianban.persistence.Columns.instant;
import static org.lianban.persistence.Columns.instants;
import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.texts;
import static org.lianban.persistence.Columns.utc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.persistence.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where an event waits that came before its predecessor. Only its own subject waits. {@link #offerAgain} hands what
 * waits to the handler again, those first that were not offered for longest; a handler that still finds a gap parks
 * it anew, which leaves it where it is.
 */
public final class Parking {
    /** Stands for a topic in quarantine, where an event may go from here. */
    static final String TOPIC = "parked";

    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);
    /** Events offered again in one transaction. */
    private static final int BATCH = 200;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private record Parked(long id, RawRecord raw, Incoming<?> event) {}

    private final Database database;
    private final Decoder decoder;
    private final JsonMapper json;
    private final Quarantine quarantine;
    private @Nullable BatchDoor<Parked> door;

    public Parking(Database database, EventTypes types, JsonMapper json, Quarantine quarantine) {
        this.database = database;
        this.decoder = new Decoder(types, json);
        this.json = json;
        this.quarantine = quarantine;
    }

    /** @throws IllegalStateException for a second handler: what was parked by one would be offered to the other */
    void offerTo(BatchHandler<Incoming<?>> handler) {
        if (door != null) {
            throw new IllegalStateException("Parking serves one inbox; bind all topics of our own events to that one");
        }
        this.door = new BatchDoor<>(database, (tx, parked) -> offer(tx, parked, handler), this::setAside);
    }

    private static Mono<Void> offer(Connection tx, List<Parked> parked, BatchHandler<Incoming<?>> handler) {
        return Database.query(tx, """
                update parked set waiting = false, offered_at = clock_timestamp() where id in (
                    select id from parked where id = any($1) order by id for update skip locked)
                returning id
                """, row -> bigint(row, "id"), (Object) bigints(parked, Parked::id))
                .flatMap(mine -> {
                    Set<Long> ids = new HashSet<>(mine);
                    List<Incoming<?>> events = new ArrayList<>(mine.size());
                    parked.stream().filter(p -> ids.contains(p.id())).forEach(p -> events.add(p.event()));
                    return events.isEmpty()
                            ? Mono.<Void>empty()
                            : handler.handle(tx, events).then(Database.update(tx,
                                    "delete from parked where id = any($1) and not waiting",
                                    (Object) bigints(mine, id -> id))).then();
                });
    }

    /** Parks events within the transaction that found their predecessors missing. */
    public Mono<Void> park(Connection tx, List<Incoming<?>> early) {
        if (early.isEmpty()) {
            return Mono.empty();
        }
        return Database.query(tx, """
                insert into parked (source, subject, sequence, type, key, time, actor, traceparent, value)
                select distinct on (source, subject, sequence) *
                from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::timestamptz[],
                    $7::text[], $8::text[], $9::text[])
                    as early (source, subject, sequence, type, key, time, actor, traceparent, value)
                on conflict (source, subject, sequence) do update set waiting = true
                returning source || '/' || subject || '/' || sequence as id, offered_at is null as fresh
                """, row -> bool(row, "fresh") ? text(row, "id") : "",
                texts(early, Incoming::source), texts(early, Incoming::subject), bigints(early, Incoming::sequence),
                texts(early, Incoming::type), texts(early, Incoming::key), instants(early, Incoming::time),
                texts(early, e -> Objects.requireNonNullElse(e.actor(), "")),
                texts(early, e -> Objects.requireNonNullElse(e.traceparent(), "")),
                texts(early, e -> json.writeValueAsString(e.data())))
                .doOnNext(Parking::report).then();
    }

    /** Once, not at every offer. */
    private static void report(List<String> ids) {
        List<String> fresh = ids.stream().filter(id -> !id.isEmpty()).toList();
        if (!fresh.isEmpty()) {
            LOG.warn("{} events wait for a predecessor, the first is {}", fresh.size(), fresh.getFirst());
        }
    }

    /** Offers a batch of what waits; blocks, on a thread of its own. Returns how many were offered. */
    public int offerAgain() {
        BatchDoor<Parked> open = door;
        if (open == null) {
            return 0;
        }
        List<RawRecord> waiting = database.withConnection(c -> Database.query(c, """
                select id, source, subject, sequence, type, key, time, actor, traceparent, value from (
                    select *, min(offered_at) over one as turn, min(id) over one as first
                    from parked window one as (partition by source, subject)) waiting
                order by turn nulls first, first, sequence limit $1
                """, Parking::raw, BATCH)).blockOptional(LIMIT).orElseThrow();
        List<Parked> readable = new ArrayList<>(waiting.size());
        for (RawRecord raw : waiting) {
            try {
                Incoming<?> event = decoder.decode(raw)
                        .orElseThrow(() -> new Refused("Parked, but of a type that is unknown by now"));
                readable.add(new Parked(raw.offset(), raw, event));
            } catch (Refused unreadable) {
                setAside(raw, Failures.reason(unreadable));
            }
        }
        open.accept(readable);
        return waiting.size();
    }

    private static RawRecord raw(Readable row) {
        Map<String, String> headers = new HashMap<>();
        String source = text(row, "source");
        String subject = text(row, "subject");
        String sequence = Long.toString(bigint(row, "sequence"));
        headers.put(CloudEventHeaders.ID, source + "/" + subject + "/" + sequence);
        headers.put(CloudEventHeaders.SOURCE, source);
        headers.put(CloudEventHeaders.SUBJECT, subject);
        headers.put(CloudEventHeaders.SEQUENCE, sequence);
        headers.put(CloudEventHeaders.TYPE, text(row, "type"));
        headers.put(CloudEventHeaders.TIME, instant(row, "time").toString());
        put(headers, CloudEventHeaders.ACTOR, text(row, "actor"));
        put(headers, CloudEventHeaders.TRACE_PARENT, text(row, "traceparent"));
        return new RawRecord(TOPIC, 0, bigint(row, "id"), text(row, "key"), headers,
                text(row, "value").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void put(Map<String, String> headers, String name, String value) {
        if (!value.isEmpty()) {
            headers.put(name, value);
        }
    }

    private void setAside(Parked parked, String reason) {
        setAside(parked.raw(), reason);
    }

    private void setAside(RawRecord raw, String reason) {
        database.inTransaction(tx -> quarantine.put(tx, raw, reason)
                .then(Database.update(tx, "delete from parked where id = $1", raw.offset()))).block(LIMIT);
    }

    /** What quarantine does instead of publishing when an event that came from here is replayed. */
    static Mono<Long> putBack(Connection tx, RawRecord raw) {
        return Database.update(tx, """
                insert into parked (source, subject, sequence, type, key, time, actor, traceparent, value)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (source, subject, sequence) do nothing
                """, header(raw, CloudEventHeaders.SOURCE), header(raw, CloudEventHeaders.SUBJECT),
                Long.parseLong(header(raw, CloudEventHeaders.SEQUENCE)), header(raw, CloudEventHeaders.TYPE),
                raw.key() == null ? "" : raw.key(), utc(Instant.parse(header(raw, CloudEventHeaders.TIME))),
                header(raw, CloudEventHeaders.ACTOR), header(raw, CloudEventHeaders.TRACE_PARENT), raw.text());
    }

    private static String header(RawRecord raw, String name) {
        String value = raw.header(name);
        return value == null ? "" : value;
    }
}
