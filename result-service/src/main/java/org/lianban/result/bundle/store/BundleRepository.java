package org.lianban.result.bundle.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.lianban.contracts.CaseState;
import org.lianban.messaging.NotYet;
import org.lianban.persistence.Columns;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.change.StoredCase;
import org.lianban.result.bundle.clock.Clocks;
import org.lianban.result.bundle.journal.Journal;
import reactor.core.publisher.Mono;

/** The table of bundles: whole batches in one statement each. */
public record BundleRepository(BundleCodec text) {
    /** What {@link #stored} reads. */
    public static final String COLUMNS = "body, state, next_due, due_soon, overdue";

    private static final String SAVE = """
            insert into bundle as b (case_no, region, one_thing, lead, departments, state, open, version, next_due,
                due_soon, overdue, body)
            select case_no, nullif(region, ''), nullif(one_thing, ''), nullif(lead, ''),
                string_to_array(departments, ','), state, open, version,
                case when due > 0 then timestamptz 'epoch' + due * interval '1 millisecond' end,
                string_to_array(due_soon, ','), string_to_array(overdue, ','), body
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[],
                $8::bigint[], $9::bigint[], $10::text[], $11::text[], $12::text[])
                as r (case_no, region, one_thing, lead, departments, state, open, version, due, due_soon, overdue,
                    body)
            on conflict (case_no) do update set region = excluded.region, one_thing = excluded.one_thing,
                lead = excluded.lead, departments = excluded.departments, state = excluded.state,
                open = excluded.open, version = excluded.version, next_due = excluded.next_due,
                due_soon = excluded.due_soon, overdue = excluded.overdue, body = excluded.body
            where b.version = excluded.version - 1
            """;
    private static final String REARM = """
            update bundle as b set due_soon = string_to_array(r.due_soon, ','),
                overdue = string_to_array(r.overdue, ','),
                next_due = case when r.due > 0 then timestamptz 'epoch' + r.due * interval '1 millisecond' end
            from unnest($1::text[], $2::bigint[], $3::text[], $4::text[]) as r (case_no, due, due_soon, overdue)
            where b.case_no = r.case_no
            """;

    /** Locks the cases in the order of their numbers, so that two batches never wait for each other in a circle. */
    public Mono<Map<String, StoredCase>> lock(Connection tx, Collection<String> caseNos) {
        return Database.query(tx, "select " + COLUMNS
                + " from bundle where case_no = any($1) order by case_no for update", this::stored,
                (Object) Columns.texts(caseNos)).map(BundleRepository::byCase);
    }

    /** Takes cases whose time has come and that nobody else has in hand. */
    public Mono<List<StoredCase>> claimDue(Connection tx, Instant now, int limit) {
        return Database.query(tx, "select " + COLUMNS
                + " from bundle where next_due <= $1 order by next_due limit $2 for update skip locked", this::stored,
                Columns.utc(now), limit);
    }

    /**
     * Writes changed cases, each guarded by the version it replaces.
     *
     * @throws NotYet when another instance inserted one of the cases meanwhile: the batch is to be folded anew
     */
    public Mono<Void> save(Connection tx, List<CaseRow> rows) {
        return rows.isEmpty()
                ? Mono.empty()
                : Database.update(tx, SAVE, Columns.texts(rows, r -> r.bundle().caseNo()),
                        Columns.texts(rows, r -> filing(r, f -> f.region())),
                        Columns.texts(rows, r -> filing(r, f -> f.oneThing())),
                        Columns.texts(rows, r -> r.lead() == null ? "" : r.lead()),
                        Columns.texts(rows, CaseRow::departments), Columns.texts(rows, r -> r.state().name()),
                        Columns.bools(rows, r -> !r.bundle().isOver()),
                        Columns.bigints(rows, r -> r.bundle().book().version()),
                        Columns.bigints(rows, BundleRepository::due),
                        Columns.texts(rows, r -> String.join(",", r.alarms().soon())),
                        Columns.texts(rows, r -> String.join(",", r.alarms().over())),
                        Columns.texts(rows, r -> text.write(r.bundle())))
                        .flatMap(written -> written == rows.size()
                                ? Mono.empty()
                                : Mono.error(
                                        new NotYet(rows.size() - written + " cases were begun by another instance")));
    }

    /** Sets only when cases that did not change are looked at next; their rows are locked by the caller. */
    public Mono<Void> rearm(Connection tx, List<CaseRow> rows) {
        return rows.isEmpty()
                ? Mono.empty()
                : Database
                        .update(tx, REARM, Columns.texts(rows, r -> r.bundle().caseNo()),
                                Columns.bigints(rows, BundleRepository::due),
                                Columns.texts(rows, r -> String.join(",", r.alarms().soon())),
                                Columns.texts(rows, r -> String.join(",", r.alarms().over())))
                        .then();
    }

    /** 办件日志: what changed each case, by case number. */
    public Mono<Void> append(Connection tx, Map<String, Journal.Row> journal) {
        var rows = journal.values();
        return rows.isEmpty()
                ? Mono.empty()
                : Database.update(tx, """
                        insert into history (case_no, version, entries, facts, chain)
                        select * from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[])
                        """, Columns.texts(journal.keySet()), Columns.bigints(rows, Journal.Row::version),
                        Columns.texts(rows, Journal.Row::entries), Columns.texts(rows, Journal.Row::facts),
                        Columns.texts(rows, Journal.Row::chain)).then();
    }

    /** Looks at a case later whatever its clocks say. */
    public Mono<Void> postpone(Connection tx, String caseNo, Instant until) {
        return Database.update(tx, "update bundle set next_due = $2 where case_no = $1", caseNo,
                Columns.utc(until)).then();
    }

    private static Long due(CaseRow row) {
        return row.nextDue() == null ? 0L : row.nextDue().toEpochMilli();
    }

    private static String filing(CaseRow row, Function<org.lianban.result.bundle.Bundle.Filing, String> part) {
        var filing = row.bundle().filing();
        return filing == null ? "" : part.apply(filing);
    }

    public StoredCase stored(Readable row) {
        return new StoredCase(text.read(Columns.text(row, "body")),
                Columns.name(row, "state", CaseState.class), Columns.instantOrNull(row, "next_due"),
                new Clocks.Alarms(Columns.list(row, "due_soon"), Columns.list(row, "overdue")));
    }

    private static Map<String, StoredCase> byCase(List<StoredCase> found) {
        var byCase = new TreeMap<String, StoredCase>();
        found.forEach(stored -> byCase.put(stored.bundle().caseNo(), stored));
        return byCase;
    }
}
