package org.lianban.department.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.department.channel.Channel;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** How departments are connected; most have no row and pull. */
public final class ChannelRepository {
    private static final String COLUMNS = """
            department, mode, url, secret_name, batch, rate_per_second, concurrency, timeout_millis, changed_at,
            changed_by, breaker, breaker_at, signature
            """;

    private final Database database;

    public ChannelRepository(Database database) {
        this.database = database;
    }

    /** @param breaker CLOSED, HALF_OPEN or OPEN, as the instance that pushes last saw it */
    public record Configured(String department, Channel channel, @Nullable Instant changedAt,
            @Nullable String changedBy, String breaker, @Nullable Instant breakerAt) {
        static Configured byDefault(String department) {
            return new Configured(department, Channel.DEFAULT, null, null, "CLOSED", null);
        }

        /** Whether the manual desk stands in, or is the ordinary way. */
        public boolean atTheDesk() {
            return channel.mode() != Channel.Mode.PUSH || !breaker.equals("CLOSED");
        }
    }

    public Mono<Configured> find(String department) {
        return database.withConnection(c -> Database.query(c,
                "select " + COLUMNS + " from channel where department = $1", ChannelRepository::configured, department))
                .map(rows -> rows.stream().findFirst().orElseGet(() -> Configured.byDefault(department)));
    }

    /** Of these departments; who has no row is by default. */
    public Mono<Map<String, Configured>> find(Collection<String> departments) {
        return database.withConnection(c -> Database.query(c,
                "select " + COLUMNS + " from channel where department = any($1)", ChannelRepository::configured,
                (Object) departments.toArray(String[]::new))).map(rows -> {
                    Map<String, Configured> found = new HashMap<>();
                    departments.forEach(d -> found.put(d, Configured.byDefault(d)));
                    rows.forEach(row -> found.put(row.department(), row));
                    return found;
                });
    }

    /** 未完成系统对接: those of these departments that work at the desk. */
    public Mono<Set<String>> manual(Connection tx, Collection<String> departments) {
        return departments.isEmpty()
                ? Mono.just(Set.of())
                : Database.query(tx,
                        "select department from channel where department = any($1) and mode = 'MANUAL'",
                        row -> String.valueOf(row.get("department", String.class)),
                        (Object) departments.toArray(String[]::new)).map(Set::copyOf);
    }

    public Mono<List<Configured>> pushed() {
        return database.withConnection(c -> Database.query(c,
                "select " + COLUMNS + " from channel where mode = 'PUSH' order by department",
                ChannelRepository::configured));
    }

    public Mono<Configured> put(String department, Channel channel, Instant at, String by) {
        return database.withConnection(c -> Database.query(c,
                """
                        insert into channel (department, mode, url, secret_name, batch, rate_per_second, concurrency,
                            timeout_millis, changed_at, changed_by, signature)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                        on conflict (department) do update set mode = excluded.mode, url = excluded.url,
                            secret_name = excluded.secret_name, batch = excluded.batch,
                            rate_per_second = excluded.rate_per_second, concurrency = excluded.concurrency,
                            timeout_millis = excluded.timeout_millis, changed_at = excluded.changed_at,
                            changed_by = excluded.changed_by, signature = excluded.signature, breaker = 'CLOSED', breaker_at = null
                        returning
                        """
                        + COLUMNS,
                ChannelRepository::configured, department, channel.mode().name(),
                Database.Null.or(channel.url(), String.class), Database.Null.or(channel.secretName(), String.class),
                channel.batch(), channel.ratePerSecond(), channel.concurrency(), channel.timeoutMillis(),
                at.atOffset(ZoneOffset.UTC), by, channel.signature().name())).map(List::getFirst);
    }

    public Mono<Void> breaker(String department, String state) {
        return database.withConnection(c -> Database.update(c, """
                update channel set breaker = $2, breaker_at = statement_timestamp() where department = $1
                """, department, state)).then();
    }

    private static Configured configured(Readable row) {
        Channel channel = new Channel(Channel.Mode.valueOf(row.get("mode", String.class)),
                row.get("url", String.class), row.get("secret_name", String.class), row.get("batch", Integer.class),
                row.get("rate_per_second", Integer.class), row.get("concurrency", Integer.class),
                row.get("timeout_millis", Integer.class),
                Channel.Signature.valueOf(row.get("signature", String.class)));
        return new Configured(row.get("department", String.class), channel, row.get("changed_at", Instant.class),
                row.get("changed_by", String.class),
                Optional.ofNullable(row.get("breaker", String.class)).orElse("CLOSED"),
                row.get("breaker_at", Instant.class));
    }
}
