package org.lianban.dispatch.store;

import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.texts;

import io.r2dbc.spi.Connection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lianban.dispatch.plan.CasePlan;
import org.lianban.dispatch.plan.PlanState;
import org.lianban.dispatch.plan.PlanUnitOfWork.Folded;
import org.lianban.messaging.NotYet;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** One row per case. */
public record PlanRepository(PlanCodec codec) {
    /** A case number and its stored state. */
    private record Row(String caseNo, String state) {}

    /** Locks the cases, always in the same order, and reads them; those without a row are {@link PlanState.Absent}. */
    public Mono<Map<String, PlanState>> lock(Connection tx, Collection<String> caseNos) {
        return Database.query(tx, "select case_no, state from plan where case_no = any($1) order by case_no for update",
                PlanRepository::row, (Object) caseNos.toArray(String[]::new)).map(rows -> {
                    Map<String, PlanState> states = new HashMap<>();
                    caseNos.forEach(no -> states.put(no, new PlanState.Absent(no)));
                    rows.forEach(row -> states.put(row.caseNo(), codec.read(row.caseNo(), row.state())));
                    return states;
                });
    }

    /** Reads without a lock. */
    public Mono<PlanState> find(Connection connection, String caseNo) {
        return Database
                .query(connection, "select case_no, state from plan where case_no = $1", PlanRepository::row, caseNo)
                .map(rows -> rows.isEmpty()
                        ? new PlanState.Absent(caseNo)
                        : codec.read(caseNo, rows.getFirst().state()));
    }

    /** Plans with a blocked item that this department leads, after a case number, ascending. */
    public Mono<List<CasePlan>> blocked(Connection connection, String lead, String after, int limit) {
        return Database.query(connection, """
                select case_no, state from plan
                where blocked_leads is not null and blocked_leads @> array[$1]::text[] and case_no > $2
                order by case_no limit $3
                """, PlanRepository::row, lead, after, limit)
                .map(rows -> rows.stream().map(row -> (CasePlan) codec.read(row.caseNo(), row.state())).toList());
    }

    private static Row row(io.r2dbc.spi.Readable row) {
        return new Row(text(row, "case_no"), text(row, "state"));
    }

    /** Writes back what a batch changed, in at most two statements. */
    public Mono<Void> save(Connection tx, Collection<Folded> folded) {
        List<Folded> changed = folded.stream().filter(Folded::changed).toList();
        List<Folded> fresh = changed.stream().filter(f -> f.before() instanceof PlanState.Absent).toList();
        List<Folded> known = changed.stream().filter(f -> !(f.before() instanceof PlanState.Absent)).toList();
        return insert(tx, fresh).then(Mono.defer(() -> update(tx, known)));
    }

    /** No row could be locked for a new case: whoever comes second finds the row of the first and reads it next time. */
    private Mono<Void> insert(Connection tx, List<Folded> fresh) {
        return write(tx, fresh, """
                insert into plan (case_no, state, blocked_leads)
                select case_no, state, string_to_array(nullif(leads, ''), ',')
                from unnest($1::text[], $2::text[], $3::text[]) as v (case_no, state, leads)
                on conflict (case_no) do nothing
                """).doOnNext(rows -> {
            if (rows != fresh.size()) {
                throw new NotYet("Another instance has just begun one of " + fresh.size() + " cases");
            }
        }).then();
    }

    private Mono<Void> update(Connection tx, List<Folded> known) {
        return write(tx, known, """
                update plan set state = v.state, blocked_leads = string_to_array(nullif(v.leads, ''), ',')
                from unnest($1::text[], $2::text[], $3::text[]) as v (case_no, state, leads)
                where plan.case_no = v.case_no
                """).doOnNext(rows -> {
            if (rows != known.size()) {
                throw new IllegalStateException(known.size() + " plans were locked, but " + rows + " updated");
            }
        }).then();
    }

    private Mono<Long> write(Connection tx, List<Folded> plans, String sql) {
        if (plans.isEmpty()) {
            return Mono.empty();
        }
        return Database.update(tx, sql, texts(plans, f -> f.state().caseNo()),
                texts(plans, f -> codec.write(f.state())), texts(plans, f -> leads(f.state())));
    }

    private static String leads(PlanState state) {
        return state instanceof CasePlan plan && plan.anyBlocked() ? String.join(",", plan.leads()) : "";
    }
}
