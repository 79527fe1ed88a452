package org.lianban.kit.access;

import static org.lianban.persistence.Columns.instant;
import static org.lianban.persistence.Columns.instants;
import static org.lianban.persistence.Columns.list;
import static org.lianban.persistence.Columns.name;
import static org.lianban.persistence.Columns.orNull;
import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.textOrNull;
import static org.lianban.persistence.Columns.texts;
import static org.lianban.persistence.Columns.utcOrNull;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.messaging.GroupCommit;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/**
 * 访问日志. Data are handed out only after the entry is durable; entries that come together share a transaction.
 */
public final class AccessLog {
    /** Entries of one page. */
    public static final int PAGE = 200;

    private final Database database;
    private final InstantSource clock;
    private final GroupCommit<Access, Boolean> door;

    public AccessLog(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.door = new GroupCommit<>("access-log", GroupCommit.Settings.DEFAULT, database, AccessLog::append);
    }

    /** Completes when the entry is durable. */
    public Mono<Void> record(Actor who, String caseNo, String purpose, List<String> fields) {
        return record(who, List.of(caseNo), purpose, fields);
    }

    /** @param cases 1 to 500 */
    public Mono<Void> record(Actor who, List<String> cases, String purpose, List<String> fields) {
        return door.submit(Access.of(who, cases, purpose, fields, clock.instant())).then();
    }

    private static Mono<List<Boolean>> append(Connection tx, List<Access> entries) {
        return Database.update(tx, """
                insert into access_log (at, role, actor, on_behalf_of, window_id, cases, purpose, fields)
                select at, role, actor, nullif(behalf, ''), nullif(window_id, ''), string_to_array(cases, ' '),
                       purpose, string_to_array(fields, ' ')
                from unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                            $8::text[]) as e(at, role, actor, behalf, window_id, cases, purpose, fields)
                """, instants(entries, Access::at),
                texts(entries, e -> e.role().name()), texts(entries, Access::actor),
                texts(entries, e -> e.onBehalfOf() == null ? "" : e.onBehalfOf()),
                texts(entries, e -> e.window() == null ? "" : e.window()),
                texts(entries, e -> String.join(" ", e.cases())), texts(entries, Access::purpose),
                texts(entries, e -> String.join(" ", e.fields())))
                .thenReturn(entries.stream().map(e -> true).toList());
    }

    /**
     * Newest first, at most {@value #PAGE}.
     *
     * @param before exclusive; null: from the newest
     */
    public Mono<List<Access>> find(@Nullable String caseNo, @Nullable String actor, @Nullable Instant before) {
        return database.withConnection(connection -> Database.query(connection, """
                select at, role, actor, on_behalf_of, window_id, cases, purpose, fields from access_log
                where ($1::text is null or cases @> array[$1::text]) and ($2::text is null or actor = $2)
                  and ($3::timestamptz is null or at < $3)
                order by at desc, id desc limit 200
                """, AccessLog::entry, orNull(caseNo), orNull(actor), utcOrNull(before)));
    }

    private static Access entry(Readable row) {
        return new Access(instant(row, "at"), name(row, "role", Actor.Role.class), text(row, "actor"),
                textOrNull(row, "on_behalf_of"), textOrNull(row, "window_id"), list(row, "cases"),
                text(row, "purpose"), list(row, "fields"));
    }
}
