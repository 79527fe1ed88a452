package org.lianban.dispatch.store;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** What lead departments decided, for the record and for requests that come twice. */
public final class LeadCommandLog {
    /**
     * @param command canonical text of the whole command; the same key with another text is a misuse
     * @param idempotencyKey 1 to 128 characters, null where the request named none
     * @param answer JSON as first answered
     */
    public record Entry(String caseNo, String itemNo, String command, String reason, String actor, Instant at,
            @Nullable String idempotencyKey, String answer) {}

    /** @param command and {@code answer} as first recorded */
    public record Answered(String key, String command, String answer) {}

    public Mono<Map<String, Answered>> answered(Connection tx, Collection<String> keys) {
        if (keys.isEmpty()) {
            return Mono.just(Map.of());
        }
        return Database
                .query(tx, "select idempotency_key, command, answer from lead_command where idempotency_key = any($1)",
                        row -> new Answered(Objects.requireNonNull(row.get("idempotency_key", String.class)),
                                Objects.requireNonNull(row.get("command", String.class)),
                                Objects.requireNonNull(row.get("answer", String.class))),
                        (Object) keys.toArray(String[]::new))
                .map(found -> {
                    Map<String, Answered> byKey = new HashMap<>();
                    found.forEach(a -> byKey.put(a.key(), a));
                    return byKey;
                });
    }

    public Mono<Void> append(Connection tx, List<Entry> entries) {
        if (entries.isEmpty()) {
            return Mono.empty();
        }
        OffsetDateTime[] times = entries.stream().map(e -> e.at().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
        return Database.update(tx, """
                insert into lead_command (case_no, item_no, command, reason, actor, decided_at, idempotency_key, answer)
                select case_no, item_no, command, reason, actor, decided_at, nullif(key, ''), answer
                from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::text[],
                    $8::text[]) as v (case_no, item_no, command, reason, actor, decided_at, key, answer)
                """, column(entries, Entry::caseNo), column(entries, Entry::itemNo), column(entries, Entry::command),
                column(entries, Entry::reason), column(entries, Entry::actor), times,
                column(entries, e -> e.idempotencyKey() == null ? "" : e.idempotencyKey()),
                column(entries, Entry::answer)).then();
    }

    private static String[] column(List<Entry> entries, Function<Entry, String> value) {
        return entries.stream().map(value).toArray(String[]::new);
    }
}
