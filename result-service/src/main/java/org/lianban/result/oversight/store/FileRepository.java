package org.lianban.result.oversight.store;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.command.once.OnceOnly;
import org.lianban.messaging.NotYet;
import org.lianban.persistence.Columns;
import org.lianban.persistence.Database;
import org.lianban.result.oversight.FileRow;
import org.lianban.result.oversight.check.Check.Credit;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Files beside cases: whole batches in one statement each, guarded by version. */
public record FileRepository(JsonMapper json) {
    private static final String COLUMNS = "id, kind, case_no, item_no, region, department, state, open, red, subject, due_at, "
            + "opened_at, closed_at, version, body";
    /** Of all files, to be continued with a condition. */
    public static final String SELECT = "select " + COLUMNS + " from care_file where ";
    private static final String VALUES = """
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                $8::boolean[], $9::boolean[], $10::text[], $11::timestamptz[], $12::timestamptz[],
                $13::timestamptz[], $14::bigint[], $15::text[]) as r (""" + COLUMNS + ")";

    /** As it is kept. */
    public String text(Object value) {
        return json.writeValueAsString(value);
    }

    public <T> T read(String text, Class<T> type) {
        return json.readValue(text, type);
    }

    public <T> OnceOnly.Codec<T> codec(Class<T> type) {
        return OnceOnly.Codec.json(json, type);
    }

    /** Locks in the order of their numbers, so that two batches never wait for each other in a circle. */
    public Mono<Map<String, FileRow>> lock(Connection tx, Collection<String> ids) {
        return locked(tx, "id = any($1)", ids);
    }

    /**
     * Locks the files of the cases that may still move. Whoever locks several kinds does so in the order of
     * {@link FileRow.Kind}, orders last.
     */
    public Mono<Map<String, FileRow>> lockOpen(Connection tx, FileRow.Kind kind, Collection<String> caseNos) {
        return locked(tx, "case_no = any($1) and kind = $2 and open", caseNos, kind.name());
    }

    /** Locks open files of a kind about one of the subjects. */
    public Mono<Map<String, FileRow>> lockAbout(Connection tx, FileRow.Kind kind, Collection<String> subjects) {
        return locked(tx, "subject = any($1) and kind = $2 and open", subjects, kind.name());
    }

    private static Mono<Map<String, FileRow>> locked(Connection tx, String which, Collection<String> of,
            String... kind) {
        var parameters = Stream.concat(Stream.of((Object) Columns.texts(of)), Stream.of((Object[]) kind)).toArray();
        return of.isEmpty()
                ? Mono.just(Map.of())
                : Database
                        .query(tx, SELECT + which + " order by id for update", Columns.into(FileRow.class), parameters)
                        .map(rows -> {
                            var byId = new TreeMap<String, FileRow>();
                            rows.forEach(row -> byId.put(row.id(), row));
                            return byId;
                        });
    }

    /**
     * Takes files whose time has come and that nobody has in hand, and puts them off until the lease ends: if the one who
     * took them dies, they come again.
     */
    public Mono<List<FileRow>> lease(Connection tx, Instant now, Instant until, int limit) {
        return Database.query(tx, "update care_file set due_at = $2 where id in (select id from care_file "
                + "where due_at <= $1 order by due_at limit $3 for update skip locked) returning " + COLUMNS,
                Columns.into(FileRow.class), Columns.utc(now), Columns.utc(until), limit);
    }

    /** Looks at a file at another time; only while it is the version the caller saw. */
    public Mono<Void> rearm(Connection tx, FileRow row, @Nullable Instant at) {
        return Database.update(tx, "update care_file set due_at = $3 where id = $1 and version = $2", row.id(),
                row.version(), Columns.utcOrNull(at)).then();
    }

    /** @throws NotYet when a file of that number appeared meanwhile */
    public Mono<Void> insert(Connection tx, List<FileRow> rows) {
        return rows.isEmpty()
                ? Mono.empty()
                : Database.update(tx, "insert into care_file (" + COLUMNS + ") " + VALUES
                        + " on conflict (id) do nothing", parameters(rows)).flatMap(n -> written(n, rows.size()));
    }

    /** @throws NotYet when one of them is not at the version the caller locked */
    public Mono<Void> update(Connection tx, List<FileRow> rows, Map<String, Long> before) {
        if (rows.isEmpty()) {
            return Mono.empty();
        }
        var parameters = Stream.concat(Stream.of(parameters(rows)),
                Stream.of((Object) Columns.bigints(rows, r -> before.getOrDefault(r.id(), -1L)))).toArray();
        return Database.update(tx, "update care_file as f set state = v.state, open = v.open, red = v.red, "
                + "department = v.department, subject = v.subject, due_at = v.due_at, closed_at = v.closed_at, "
                + "version = v.version, body = v.body from (" + VALUES
                + ") as v join unnest($1::text[], $16::bigint[]) as b (id, before) using (id) "
                + "where f.id = v.id and f.version = b.before", parameters)
                .flatMap(n -> written(n, rows.size()));
    }

    private static Mono<Void> written(long written, int wanted) {
        return written == wanted
                ? Mono.empty()
                : Mono.error(new NotYet(wanted - written + " files were changed by another instance"));
    }

    private static Object[] parameters(List<FileRow> rows) {
        return new Object[]{Columns.texts(rows, FileRow::id), Columns.texts(rows, r -> r.kind().name()),
                Columns.texts(rows, FileRow::caseNo),
                Columns.texts(rows, FileRow::itemNo), Columns.texts(rows, FileRow::region),
                Columns.texts(rows, FileRow::department),
                Columns.texts(rows, FileRow::state), Columns.bools(rows, FileRow::open),
                Columns.bools(rows, FileRow::red),
                Columns.texts(rows, FileRow::subject), Columns.instants(rows, FileRow::dueAt),
                Columns.instants(rows, FileRow::openedAt),
                Columns.instants(rows, FileRow::closedAt), Columns.bigints(rows, FileRow::version),
                Columns.texts(rows, FileRow::body)};
    }

    public Mono<Void> record(Connection tx, List<FileRow.Step> steps) {
        return steps.isEmpty()
                ? Mono.empty()
                : Database.update(tx, """
                        insert into care_step (id, version, at, actor, what, body) select * from unnest($1::text[],
                            $2::bigint[], $3::timestamptz[], $4::text[], $5::text[], $6::text[])
                        """, Columns.texts(steps, FileRow.Step::id), Columns.bigints(steps, FileRow.Step::version),
                        Columns.instants(steps, FileRow.Step::at), Columns.texts(steps, FileRow.Step::actor),
                        Columns.texts(steps, FileRow.Step::what), Columns.texts(steps, FileRow.Step::body)).then();
    }

    /** 履约记录: one per commitment and item; what was recorded first stands. */
    public Mono<Void> recordCredits(Connection tx, List<Credit> credits) {
        return credits.isEmpty()
                ? Mono.empty()
                : Database.update(tx, """
                        insert into credit_record (case_no, material, item_no, kept, ground, at) select * from
                            unnest($1::text[], $2::text[], $3::text[], $4::boolean[], $5::text[], $6::timestamptz[])
                        on conflict do nothing
                        """, Columns.texts(credits, Credit::caseNo), Columns.texts(credits, Credit::material),
                        Columns.texts(credits, Credit::itemNo), Columns.bools(credits, Credit::kept),
                        Columns.texts(credits, Credit::ground), Columns.instants(credits, Credit::at)).then();
    }

    /**
     * Takes numbers, so many per prefix, without gaps: a transaction that fails gives them back.
     *
     * @return per prefix the last number given out before
     */
    public Mono<Map<String, Integer>> numbers(Connection tx, SortedMap<String, Integer> wanted) {
        return wanted.isEmpty()
                ? Mono.just(Map.of())
                : Database.query(tx, """
                        insert into care_number as n (prefix, last)
                        select prefix, wanted from unnest($1::text[], $2::integer[]) as w (prefix, wanted)
                        on conflict (prefix) do update set last = n.last + excluded.last returning prefix, last
                        """, row -> Map.entry(Columns.text(row, "prefix"), Columns.integer(row, "last")),
                        Columns.texts(wanted.keySet()), wanted.values().toArray(Integer[]::new))
                        .map(found -> found.stream().collect(Collectors.toMap(Map.Entry::getKey,
                                e -> e.getValue() - wanted.getOrDefault(e.getKey(), 0))));
    }
}
