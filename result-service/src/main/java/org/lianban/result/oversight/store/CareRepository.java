package org.lianban.result.oversight.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.messaging.NotYet;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.store.BundleRepository;
import org.lianban.result.oversight.CareRow;
import org.lianban.result.oversight.FileKind;
import org.lianban.result.oversight.Step;
import reactor.core.publisher.Mono;

/** Files beside cases: whole batches in one statement each, guarded by version. */
public final class CareRepository {
    public static final String COLUMNS = "id, kind, case_no, item_no, region, department, state, open, red, subject, due_at, "
            + "opened_at, closed_at, version, body";
    /** Stands for no instant in arrays, whose elements are never null. */
    private static final OffsetDateTime NEVER = Instant.EPOCH.atOffset(ZoneOffset.UTC);

    /** What a key was used for before. */
    public record Answered(String id, @Nullable String command) {}

    /**
     * Lets one transaction at a time decide about something that has no row yet: a first rating, a key never seen. Taken
     * in one order, released with the transaction.
     */
    public static Mono<Void> oneAtATime(Connection tx, Collection<String> names) {
        return names.isEmpty()
                ? Mono.empty()
                : Database.query(tx, "select count(pg_advisory_xact_lock(k)) from (select distinct "
                        + "hashtextextended(n, 40) as k from unnest($1::text[]) as n order by 1) as names",
                        row -> true, (Object) names.toArray(String[]::new)).then();
    }

    /** Locks in the order of their numbers, so that two batches never wait for each other in a circle. */
    public Mono<Map<String, CareRow>> lock(Connection tx, Collection<String> ids) {
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : Database.query(tx, "select " + COLUMNS + " from care_file where id = any($1) order by id for update",
                        CareRepository::row, (Object) ids.toArray(String[]::new)).map(CareRepository::byId);
    }

    /**
     * Locks the files of the cases that may still move. Whoever locks several kinds does so in the order of
     * {@link FileKind}, orders last.
     */
    public Mono<Map<String, CareRow>> lockOpen(Connection tx, FileKind kind, Collection<String> caseNos) {
        return caseNos.isEmpty()
                ? Mono.just(Map.of())
                : Database.query(tx, "select " + COLUMNS
                        + " from care_file where case_no = any($1) and kind = $2 and open order by id for update",
                        CareRepository::row, caseNos.toArray(String[]::new), kind.name()).map(CareRepository::byId);
    }

    /** Locks open files of a kind about one of the subjects. */
    public Mono<Map<String, CareRow>> lockAbout(Connection tx, FileKind kind, Collection<String> subjects) {
        return subjects.isEmpty()
                ? Mono.just(Map.of())
                : Database.query(tx, "select " + COLUMNS
                        + " from care_file where subject = any($1) and kind = $2 and open order by id for update",
                        CareRepository::row, subjects.toArray(String[]::new), kind.name()).map(CareRepository::byId);
    }

    /**
     * Takes files whose time has come and that nobody has in hand, and puts them off until the lease ends: if the one who
     * took them dies, they come again.
     */
    public Mono<List<CareRow>> lease(Connection tx, Instant now, Instant until, int limit) {
        return Database.query(tx, "update care_file set due_at = $2 where id in (select id from care_file "
                + "where due_at <= $1 order by due_at limit $3 for update skip locked) returning " + COLUMNS,
                CareRepository::row, utc(now), utc(until), limit);
    }

    /** Looks at a file at another time; only while it is the version the caller saw. */
    public Mono<Void> rearm(Connection tx, CareRow row, @Nullable Instant at) {
        return Database.update(tx, "update care_file set due_at = $3 where id = $1 and version = $2", row.id(),
                row.version(), Database.Null.or(at == null ? null : utc(at), OffsetDateTime.class)).then();
    }

    /** @throws NotYet when a file of that number appeared meanwhile */
    public Mono<Void> insert(Connection tx, List<CareRow> rows) {
        return rows.isEmpty()
                ? Mono.empty()
                : Database.update(tx, "insert into care_file (" + COLUMNS + ") "
                        + values() + " on conflict (id) do nothing", parameters(rows))
                        .flatMap(n -> written(n, rows.size()));
    }

    /** Files that may be there already: those that are new are written, the others stay as they are. */
    public Mono<Void> insertOnce(Connection tx, List<CareRow> rows) {
        return rows.isEmpty()
                ? Mono.empty()
                : Database.update(tx, "insert into care_file (" + COLUMNS + ") "
                        + values() + " on conflict (id) do nothing", parameters(rows)).then();
    }

    /** @throws NotYet when one of them is not at the version the caller locked */
    public Mono<Void> update(Connection tx, List<CareRow> rows, Map<String, Long> before) {
        if (rows.isEmpty()) {
            return Mono.empty();
        }
        var parameters = new java.util.ArrayList<>(List.of(parameters(rows)));
        parameters.add(rows.stream().map(r -> before.getOrDefault(r.id(), -1L)).toArray(Long[]::new));
        return Database.update(tx, "update care_file as f set state = v.state, open = v.open, red = v.red, "
                + "department = v.department, subject = v.subject, due_at = v.due_at, closed_at = v.closed_at, "
                + "version = v.version, body = v.body from (" + values()
                + ") as v join unnest($1::text[], $16::bigint[]) as b (id, before) using (id) "
                + "where f.id = v.id and f.version = b.before", parameters.toArray())
                .flatMap(n -> written(n, rows.size()));
    }

    private static Mono<Void> written(long written, int wanted) {
        return written == wanted
                ? Mono.empty()
                : Mono.error(new NotYet(wanted - written + " files were changed by another instance"));
    }

    private static String values() {
        return """
                select id, kind, nullif(case_no, '') as case_no, nullif(item_no, '') as item_no, region,
                    nullif(department, '') as department, state, open, red, nullif(subject, '') as subject,
                    nullif(due_at, timestamptz 'epoch') as due_at, opened_at,
                    nullif(closed_at, timestamptz 'epoch') as closed_at, version, body
                from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                    $8::boolean[], $9::boolean[], $10::text[], $11::timestamptz[], $12::timestamptz[],
                    $13::timestamptz[], $14::bigint[], $15::text[]) as r (id, kind, case_no, item_no, region,
                    department, state, open, red, subject, due_at, opened_at, closed_at, version, body)""";
    }

    private static Object[] parameters(List<CareRow> rows) {
        return new Object[]{texts(rows, CareRow::id), texts(rows, r -> r.kind().name()), texts(rows, CareRow::caseNo),
                texts(rows, CareRow::itemNo), texts(rows, CareRow::region), texts(rows, CareRow::department),
                texts(rows, CareRow::state), rows.stream().map(CareRow::open).toArray(Boolean[]::new),
                rows.stream().map(CareRow::red).toArray(Boolean[]::new), texts(rows, CareRow::subject),
                times(rows, CareRow::dueAt), times(rows, CareRow::openedAt), times(rows, CareRow::closedAt),
                rows.stream().map(CareRow::version).toArray(Long[]::new), texts(rows, CareRow::body)};
    }

    public Mono<Void> record(Connection tx, List<Step> steps) {
        return steps.isEmpty()
                ? Mono.empty()
                : Database.update(tx, """
                        insert into care_step (id, version, at, actor, what, body, idempotency_key, command)
                        select id, version, at, actor, what, body, nullif(key, ''), nullif(command, '')
                        from unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::text[], $5::text[], $6::text[],
                            $7::text[], $8::text[]) as s (id, version, at, actor, what, body, key, command)
                        """, texts(steps, Step::id), steps.stream().map(Step::version).toArray(Long[]::new),
                        times(steps, Step::at), texts(steps, Step::actor), texts(steps, Step::what),
                        texts(steps, Step::body),
                        texts(steps, Step::key), texts(steps, Step::command)).then();
    }

    /** Which of the keys were used, and for what. */
    public Mono<Map<String, Answered>> answered(Connection tx, Collection<String> keys) {
        return keys.isEmpty()
                ? Mono.just(Map.of())
                : Database.query(tx, "select idempotency_key, id, command from care_step where "
                        + "idempotency_key = any($1)",
                        row -> Map.entry(BundleRepository.required(row, "idempotency_key", String.class),
                                new Answered(BundleRepository.required(row, "id", String.class),
                                        row.get("command", String.class))),
                        (Object) keys.toArray(String[]::new))
                        .map(found -> found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
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
                        """, row -> Map.entry(BundleRepository.required(row, "prefix", String.class),
                        BundleRepository.required(row, "last", Integer.class)), wanted.keySet().toArray(String[]::new),
                        wanted.values().toArray(Integer[]::new))
                        .map(found -> found.stream().collect(
                                Collectors.toMap(Map.Entry::getKey,
                                        e -> e.getValue() - wanted.getOrDefault(e.getKey(), 0))));
    }

    public static CareRow row(Readable row) {
        return new CareRow(BundleRepository.required(row, "id", String.class),
                FileKind.valueOf(BundleRepository.required(row, "kind", String.class)),
                row.get("case_no", String.class),
                row.get("item_no", String.class), BundleRepository.required(row, "region", String.class),
                row.get("department", String.class), BundleRepository.required(row, "state", String.class),
                BundleRepository.required(row, "open", Boolean.class),
                BundleRepository.required(row, "red", Boolean.class),
                row.get("subject", String.class), row.get("due_at", Instant.class),
                BundleRepository.required(row, "opened_at", Instant.class), row.get("closed_at", Instant.class),
                BundleRepository.required(row, "version", Long.class),
                BundleRepository.required(row, "body", String.class));
    }

    private static Map<String, CareRow> byId(List<CareRow> rows) {
        var byId = new TreeMap<String, CareRow>();
        rows.forEach(row -> byId.put(row.id(), row));
        return byId;
    }

    static <T> String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(row -> {
            var text = column.apply(row);
            return text == null ? "" : text;
        }).toArray(String[]::new);
    }

    static <T> OffsetDateTime[] times(List<T> rows, Function<T, @Nullable Instant> column) {
        return rows.stream().map(row -> {
            var at = column.apply(row);
            return at == null ? NEVER : utc(at);
        }).toArray(OffsetDateTime[]::new);
    }

    public static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
