package org.lianban.department.store;

import static org.lianban.persistence.Columns.instantOrNull;
import static org.lianban.persistence.Columns.integer;
import static org.lianban.persistence.Columns.orNull;
import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.textOrNull;
import static org.lianban.persistence.Columns.texts;
import static org.lianban.persistence.Columns.utc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.time.Instant;
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
public record ChannelRepository(Database database) {
    private static final String COLUMNS = """
            department, mode, url, secret_name, batch, rate_per_second, concurrency, timeout_millis, changed_at,
            changed_by, breaker, breaker_at, signature
            """;

    /** @param breaker CLOSED, HALF_OPEN or OPEN, as the instance that pushes last saw it */
    public record Configured(String department, Channel channel, @Nullable Instant changedAt,
            @Nullable String changedBy, String breaker, @Nullable Instant breakerAt) {
        static Configured byDefault(String department) {
            return new Configured(department, Channel.DEFAULT, null, null, "CLOSED", null);
        }

        /** Whether the manual desk stands in, or is the ordinary way. */
        public boolean atTheDesk() {
            return !channel.mode().calling() || !breaker.equals("CLOSED");
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
                (Object) texts(departments))).map(rows -> {
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
                        "select department from channel where department = any($1) and mode = any($2)",
                        row -> text(row, "department"),
                        texts(departments), texts(Channel.Mode.names(Channel.Mode::byHand))).map(Set::copyOf);
    }

    public Mono<List<Configured>> pushed() {
        return database.withConnection(c -> Database.query(c,
                "select " + COLUMNS + " from channel where mode = any($1) order by department",
                ChannelRepository::configured, (Object) texts(Channel.Mode.names(Channel.Mode::calling))));
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
                orNull(channel.url()), orNull(channel.secretName()),
                channel.batch(), channel.ratePerSecond(), channel.concurrency(), channel.timeoutMillis(),
                utc(at), by, channel.signature().name())).map(List::getFirst);
    }

    public Mono<Void> breaker(String department, String state) {
        return database.withConnection(c -> Database.update(c, """
                update channel set breaker = $2, breaker_at = statement_timestamp() where department = $1
                """, department, state)).then();
    }

    private static Configured configured(Readable row) {
        Channel channel = new Channel(Channel.Mode.valueOf(text(row, "mode")),
                textOrNull(row, "url"), textOrNull(row, "secret_name"), integer(row, "batch"),
                integer(row, "rate_per_second"), integer(row, "concurrency"),
                integer(row, "timeout_millis"), Channel.Signature.valueOf(text(row, "signature")));
        return new Configured(text(row, "department"), channel, instantOrNull(row, "changed_at"),
                textOrNull(row, "changed_by"), Optional.ofNullable(textOrNull(row, "breaker")).orElse("CLOSED"),
                instantOrNull(row, "breaker_at"));
    }
}
