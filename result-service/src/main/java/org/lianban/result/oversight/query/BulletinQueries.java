package org.lianban.result.oversight.query;

import static org.lianban.persistence.Columns.bigint;
import static org.lianban.persistence.Columns.into;
import static org.lianban.persistence.Columns.utc;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.persistence.Database;
import org.lianban.result.oversight.query.RatingQueries.Span;
import org.lianban.result.oversight.rating.Ratios;
import reactor.core.publisher.Mono;

/** 定期通报: what departments were ordered, reported for and rated in a period. */
public record BulletinQueries(Database database) {
    private static final int MOST = 500;

    /**
     * 三个百分之百 of the bad ratings of a period: a step that is due counts; one whose limit still runs does not.
     *
     * @param feedback 联动反馈: the reporter was told
     * @param rectified 核实整改: found, and mended where it was genuine
     * @param calledBack 整改回访: called back, of the genuine ones
     * @param red limits missed and still owed
     */
    public record Loop(long opened, Ratios.Ratio feedback, Ratios.Ratio rectified, Ratios.Ratio calledBack, long red) {}

    /**
     * One department.
     *
     * @param reminded orders that were issued as 提醒, and likewise the next ones; an order is counted at its highest
     * @param answered orders of the period that were answered in any way
     * @param tickets of the period, and those closed and red of them
     */
    public record Department(String department, long orders, long reminded, long ordered, long circulated,
            long proposed, long answered, long cleared, long tickets, long ticketsClosed, long ticketsRed,
            long checks, long checksRed, long good, long bad) {}

    /** @param rule name of the timer, or BY_HAND */
    public record Rule(String department, String rule, long orders) {}

    /** @param tag as 12345 gives it */
    public record TagCount(String tag, long tickets, long open) {}

    /** Stages are told by the steps that were taken, so that a reopened ticket does not lose what was done before. */
    public Mono<Loop> loop(String region, Span span) {
        return database.withConnection(c -> Database.query(c, """
                with t as (select f.id, f.red, f.open, f.state, f.body::jsonb -> 'finding' ->> 'verdict' as verdict,
                        f.body::jsonb -> 'round' ->> 'overdue' as overdue,
                        exists (select 1 from care_step s where s.id = f.id and s.what = 'Informed') as informed,
                        exists (select 1 from care_step s where s.id = f.id and s.what = 'Rectified') as mended,
                        exists (select 1 from care_step s where s.id = f.id and s.what = 'CalledBack') as called
                    from care_file f where f.kind = 'TICKET' and f.region = $1 and f.opened_at >= $2
                        and f.opened_at < $3 and f.body::jsonb -> 'head' ->> 'kind' = 'BAD_RATING')
                select count(*) as opened,
                    count(*) filter (where informed) as informed,
                    count(*) filter (where informed or red) as inform_due,
                    count(*) filter (where mended or verdict <> 'GENUINE') as rectified,
                    count(*) filter (where mended or verdict <> 'GENUINE' or overdue in ('VERIFY', 'RECTIFY'))
                        as rectify_due,
                    count(*) filter (where called) as called,
                    count(*) filter (where called or overdue = 'CALL_BACK') as call_due,
                    count(*) filter (where open and red) as red from t
                """, row -> new Loop(bigint(row, "opened"),
                ratio(row, "informed", "inform_due"), ratio(row, "rectified", "rectify_due"),
                ratio(row, "called", "call_due"), bigint(row, "red")), region,
                utc(span.from()), utc(span.to()))).map(List::getFirst);
    }

    private static Ratios.Ratio ratio(Readable row, String part, String whole) {
        return new Ratios.Ratio(bigint(row, part), bigint(row, whole));
    }

    /** Those with something to report, at most 500, by id. */
    public Mono<List<Department>> departments(String region, Span span) {
        return database.withConnection(c -> Database.query(c, """
                with f as (select department, kind, state, open, red, exists (select 1 from care_step s
                            where s.id = care_file.id and s.what = 'Answered') as answered,
                        (select case when count(*) = 0 then 0 when care_file.body::jsonb -> 'head' ->> 'first' = 'ORDER'
                            then count(*) + 1 else count(*) end
                            from care_step s where s.id = care_file.id and s.what = 'Issued') as level
                    from care_file where region = $1 and opened_at >= $2 and opened_at < $3
                        and kind in ('ORDER', 'TICKET', 'CHECK') and department is not null),
                counted as (select department, count(*) filter (where kind = 'ORDER') as orders,
                        count(*) filter (where kind = 'ORDER' and level = 1) as reminded,
                        count(*) filter (where kind = 'ORDER' and level = 2) as ordered,
                        count(*) filter (where kind = 'ORDER' and level = 3) as circulated,
                        count(*) filter (where kind = 'ORDER' and level >= 4) as proposed,
                        count(*) filter (where kind = 'ORDER' and answered) as answered,
                        count(*) filter (where kind = 'ORDER' and not open) as cleared,
                        count(*) filter (where kind = 'TICKET') as tickets,
                        count(*) filter (where kind = 'TICKET' and not open) as tickets_closed,
                        count(*) filter (where kind = 'TICKET' and open and red) as tickets_red,
                        count(*) filter (where kind = 'CHECK') as checks,
                        count(*) filter (where kind = 'CHECK' and open and red) as checks_red
                    from f group by department),
                rated as (select department,
                        count(*) filter (where level not in ('DISSATISFIED', 'VERY_DISSATISFIED')) as good,
                        count(*) filter (where level in ('DISSATISFIED', 'VERY_DISSATISFIED')) as bad
                    from rating where region = $1 and rated_at >= $2 and rated_at < $3 and not by_default
                        and department is not null group by department)
                select department, coalesce(orders, 0) as orders, coalesce(reminded, 0) as reminded,
                    coalesce(ordered, 0) as ordered, coalesce(circulated, 0) as circulated,
                    coalesce(proposed, 0) as proposed, coalesce(answered, 0) as answered,
                    coalesce(cleared, 0) as cleared, coalesce(tickets, 0) as tickets,
                    coalesce(tickets_closed, 0) as tickets_closed, coalesce(tickets_red, 0) as tickets_red,
                    coalesce(checks, 0) as checks, coalesce(checks_red, 0) as checks_red, coalesce(good, 0) as good,
                    coalesce(bad, 0) as bad
                from counted full join rated using (department) order by department limit $4
                """, into(Department.class), region, utc(span.from()),
                utc(span.to()), MOST));
    }

    /** Which rules the orders of the period rest on, at most 500. */
    public Mono<List<Rule>> rules(String region, Span span) {
        return database.withConnection(c -> Database.query(c, """
                select department, body::jsonb -> 'head' -> 'cause' ->> 'rule' as rule, count(*) as orders
                from care_file where kind = 'ORDER' and region = $1 and opened_at >= $2 and opened_at < $3
                    and department is not null
                group by 1, 2 order by 1, 2 limit $4
                """, into(Rule.class), region, utc(span.from()), utc(span.to()), MOST));
    }

    /** What matters are about, most frequent first, at most 500. */
    public Mono<List<TagCount>> tags(String region, Span span, @Nullable String kind) {
        return database.withConnection(c -> Database.query(c, """
                select tag, count(*) as tickets, count(*) filter (where open) as open
                from care_file, jsonb_array_elements_text(body::jsonb -> 'head' -> 'tags') as tag
                where kind = 'TICKET' and region = $1 and opened_at >= $2 and opened_at < $3
                    and ($4 = '' or body::jsonb -> 'head' ->> 'kind' = $4)
                group by tag order by 2 desc, 1 limit $5
                """, into(TagCount.class), region, utc(span.from()), utc(span.to()), kind == null ? "" : kind, MOST));
    }

    /** Open files: orders by state, and what is red, for gauges. */
    public record OpenFiles(String kind, String state, boolean red, long n) {}

    public Mono<List<OpenFiles>> openFiles() {
        return database.withConnection(c -> Database.query(c, """
                select kind, state, red, count(*) as n from care_file where open group by 1, 2, 3
                """, into(OpenFiles.class)));
    }
}
