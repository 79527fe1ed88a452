package org.lianban.result.bundle.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CaseState;
import org.lianban.persistence.Columns;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.Entry;
import org.lianban.result.bundle.change.StoredCase;
import org.lianban.result.bundle.journal.Journal;
import org.lianban.result.bundle.store.BundleCodec;
import org.lianban.result.bundle.store.BundleRepository;
import reactor.core.publisher.Mono;

/** What the read doors ask. Every page is bounded and continues after a key; nothing is counted or skipped over. */
public record CaseQueries(Database database, BundleRepository store, BundleCodec text) {
    private static final String SELECT = "select " + BundleRepository.COLUMNS
            + " from bundle where case_no > $1";
    /** States of cases that are not over: the index on open ones answers for them. */
    private static final Set<CaseState> OPEN = EnumSet.of(CaseState.SUBMITTED, CaseState.CORRECTION_NOTIFIED,
            CaseState.RECEIVED, CaseState.DISPATCHED, CaseState.IN_PROGRESS);
    /** Greater than every digit and letter: ends the range of case numbers that begin with a region. */
    private static final String END = "~";

    private static final int MOST_TURNS = 10_000;

    /** @param after case number, empty for the first page */
    public record Filter(@Nullable String region, @Nullable CaseState state, @Nullable String department,
            @Nullable String lead, String after) {}

    /** Which clocks: those that warned, or those that breached; open ones only. */
    public enum Alarm {
        DUE_SOON, BREACHED
    }

    /** @param version of the case after the transaction */
    public record Turned(String caseNo, long version, List<Entry> entries) {}

    /** Empty for a case nobody spoke of. */
    public Mono<StoredCase> one(String caseNo) {
        return database.withConnection(c -> Database.query(c,
                "select " + BundleRepository.COLUMNS + " from bundle where case_no = $1", store::stored, caseNo))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    /** Those that are there, by number. */
    public Mono<Map<String, Bundle>> of(Collection<String> caseNos) {
        return caseNos.isEmpty()
                ? Mono.just(Map.of())
                : database.withConnection(c -> Database.query(c,
                        "select " + BundleRepository.COLUMNS + " from bundle where case_no = any($1)",
                        row -> store.stored(row).bundle(), (Object) Columns.texts(caseNos)))
                        .map(found -> found.stream().collect(Collectors.toMap(Bundle::caseNo, b -> b)));
    }

    /** Ascending by case number. */
    public Mono<List<StoredCase>> list(Filter filter, int limit) {
        var sql = new StringBuilder(SELECT);
        var parameters = parameters(filter, sql);
        if (filter.state() != null) {
            parameters.add(filter.state().name());
            sql.append(" and state = $").append(parameters.size());
            if (OPEN.contains(filter.state())) {
                sql.append(" and open");
            }
        }
        return page(sql, parameters, limit);
    }

    /** Cases with such a clock, ascending by case number. */
    public Mono<List<StoredCase>> alarmed(Alarm alarm, Filter filter, int limit) {
        var sql = new StringBuilder(SELECT).append(switch (alarm) {
            case DUE_SOON -> " and due_soon <> '{}'";
            case BREACHED -> " and overdue <> '{}'";
        });
        return page(sql, parameters(filter, sql), limit);
    }

    private static List<Object> parameters(Filter filter, StringBuilder sql) {
        var parameters = new ArrayList<Object>();
        parameters.add(filter.after());
        if (filter.region() != null) {
            parameters.add(filter.region());
            parameters.add(filter.region() + END);
            sql.append(" and region = $2 and case_no > $2 and case_no < $3");
        }
        if (filter.department() != null) {
            parameters.add(filter.department());
            sql.append(" and $").append(parameters.size()).append(" = any(departments)");
        }
        if (filter.lead() != null) {
            parameters.add(filter.lead());
            sql.append(" and lead = $").append(parameters.size());
        }
        return parameters;
    }

    private Mono<List<StoredCase>> page(StringBuilder sql, List<Object> parameters, int limit) {
        parameters.add(limit);
        sql.append(" order by case_no limit $").append(parameters.size());
        return database.withConnection(c -> Database.query(c, sql.toString(), store::stored, parameters.toArray()));
    }

    /** 办理轨迹 after a version, oldest first. */
    public Mono<List<Turned>> history(String caseNo, long after, int limit) {
        return history(Map.of(caseNo, after), limit);
    }

    /**
     * What happened to several cases after the version each watcher has seen, per case oldest first.
     *
     * @param limit rows per case
     */
    public Mono<List<Turned>> history(Map<String, Long> after, int limit) {
        var cases = after.keySet().toArray(String[]::new);
        var versions = new Long[cases.length];
        for (int i = 0; i < cases.length; i++) {
            versions[i] = after.get(cases[i]);
        }
        return database.withConnection(c -> Database.query(c,
                """
                        select h.case_no, h.version, h.entries
                        from unnest($1::text[], $2::bigint[]) as w (case_no, version) cross join lateral (
                            select case_no, version, entries from history where history.case_no = w.case_no and history.version > w.version
                            order by history.version limit $3) as h
                        order by h.case_no, h.version
                        """,
                row -> new Turned(Columns.text(row, "case_no"), Columns.bigint(row, "version"),
                        text.entries(Columns.text(row, "entries"))),
                cases, versions, limit));
    }

    /** 办件日志 after a version, oldest first, as it was written. */
    public Mono<List<Journal.Row>> journal(String caseNo, long after, int limit) {
        return database.withConnection(c -> Database.query(c, """
                select version, entries, facts, chain from history where case_no = $1 and version > $2
                order by version limit $3
                """, Columns.into(Journal.Row.class), caseNo, after, limit));
    }

    /** The whole journal of a case; more than {@value #MOST_TURNS} transactions no case has. */
    public Mono<List<Journal.Row>> journal(String caseNo) {
        return journal(caseNo, 0, MOST_TURNS);
    }
}
