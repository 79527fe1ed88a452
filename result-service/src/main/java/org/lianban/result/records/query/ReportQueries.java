package org.lianban.result.records.query;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.persistence.Database;
import org.lianban.result.records.report.Sums;
import reactor.core.publisher.Mono;

/** Sums measures in the database; one row per group comes back, however many cases there were. */
public record ReportQueries(Database database) {
    /** Most groups of one report. */
    static final int MOST = 2_000;

    /** What a report is split by. */
    public enum By {
        ONE_THING("one_thing"),
        LEAD("lead"),
        CHANNEL("channel"),
        WINDOW("window_id"),
        MONTH("to_char(settled_on, 'YYYY-MM')");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    /** @param region null: all */
    public record Period(@Nullable String region, LocalDate from, LocalDate to) {}

    /** Ascending by group. */
    public Mono<List<Sums>> sums(Period period, By by) {
        return database.withConnection(c -> Database.query(c, """
                with chosen as (
                    select *, coalesce(%s, '') as grp from case_measure
                    where ($1::text is null or region = $1) and settled_on between $2 and $3)
                select grp, count(*) as cases,
                    count(*) filter (where outcome = 'APPROVED') as approved,
                    count(*) filter (where outcome = 'PARTLY') as partly,
                    count(*) filter (where outcome in ('DENIED', 'NOT_ACCEPTED', 'TERMINATED')) as refused_cases,
                    count(*) filter (where outcome = 'WITHDRAWN') as withdrawn_cases,
                    count(*) filter (where channel <> 'WINDOW') as online,
                    count(*) filter (where rounds = 0) as clean, sum(rounds) as rounds, sum(asked) as asked,
                    sum(items) as items, sum(positive) as positive, sum(refused) as refused,
                    sum(withdrawn) as withdrawn,
                    percentile_disc(0.5) within group (order by days)
                        filter (where outcome in ('APPROVED', 'PARTLY', 'DENIED')) as median_days,
                    percentile_disc(0.5) within group (order by promised) as median_promised,
                    sum(case_minutes) as case_minutes, sum(item_minutes) as item_minutes, sum(listed) as listed,
                    sum(handed_in) as handed_in, sum(exempted) as exempted, sum(waived) as waived,
                    sum(deferred) as deferred, sum(fields) as fields, sum(prefilled) as prefilled, sum(kept) as kept,
                    count(*) filter (where fields > 0) as counted_forms,
                    avg(prefilled::numeric / nullif(fields, 0)) as mean_prefilled
                from chosen group by grp order by grp limit %d
                """.formatted(by.column, MOST), ReportQueries::sums,
                Database.Null.or(period.region(), String.class), period.from(), period.to()))
                .flatMap(found -> clocks(period, by).map(clocks -> found.stream()
                        .map(s -> s.with(clocks.getOrDefault(s.group(), Map.of()))).toList()));
    }

    private Mono<Map<String, Map<Timer, Sums.Ran>>> clocks(Period period, By by) {
        return database.withConnection(c -> Database.query(c,
                """
                        select coalesce(%s, '') as grp, split_part(k, ' ', 1) as timer, sum(split_part(k, ' ', 2)::int) as ended,
                            sum(split_part(k, ' ', 3)::int) as late
                        from case_measure, unnest(string_to_array(nullif(clocks, ''), ';')) as k
                        where ($1::text is null or region = $1) and settled_on between $2 and $3
                        group by 1, 2
                        """
                        .formatted(by.column),
                ReportQueries::ran, Database.Null.or(period.region(), String.class),
                period.from(), period.to())).map(rows -> {
                    Map<String, Map<Timer, Sums.Ran>> byGroup = new TreeMap<>();
                    rows.forEach(r -> byGroup.computeIfAbsent(r.group(), g -> new EnumMap<>(Timer.class)).put(r.timer(),
                            new Sums.Ran(r.ended(), r.late())));
                    return byGroup;
                });
    }

    private record GroupRan(String group, Timer timer, long ended, long late) {}

    private static GroupRan ran(Readable row) {
        return new GroupRan(text(row, "grp"), Timer.valueOf(text(row, "timer")), number(row, "ended"),
                number(row, "late"));
    }

    private static Sums sums(Readable row) {
        return new Sums(text(row, "grp"), number(row, "cases"),
                new Sums.Outcomes(number(row, "approved"), number(row, "partly"), number(row, "refused_cases"),
                        number(row, "withdrawn_cases"), number(row, "online")),
                new Sums.Items(number(row, "items"), number(row, "positive"), number(row, "refused"),
                        number(row, "withdrawn")),
                new Sums.Corrections(number(row, "clean"), number(row, "rounds"), number(row, "asked")),
                new Sums.Times(number(row, "median_days"), number(row, "median_promised"),
                        number(row, "case_minutes"), number(row, "item_minutes")),
                new Sums.Materials(number(row, "listed"), number(row, "handed_in"), number(row, "exempted"),
                        number(row, "waived"), number(row, "deferred")),
                new Sums.Forms(number(row, "counted_forms"), number(row, "fields"), number(row, "prefilled"),
                        number(row, "kept"), Optional.ofNullable(row.get("mean_prefilled", java.math.BigDecimal.class))
                                .map(java.math.BigDecimal::doubleValue).orElse(null)),
                Map.of());
    }

    private static String text(Readable row, String column) {
        String text = row.get(column, String.class);
        return text == null ? "" : text;
    }

    private static long number(Readable row, String column) {
        Number number = (Number) row.get(column);
        return number == null ? 0 : number.longValue();
    }
}
