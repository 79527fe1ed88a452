package org.lianban.result.oversight.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.persistence.Columns;
import org.lianban.persistence.Database;
import org.lianban.result.oversight.rating.Rating;
import org.lianban.result.oversight.store.RatingRepository;
import reactor.core.publisher.Mono;

/** What is asked of ratings: of one case, counts of a period, and the monthly sample to call back. */
public record RatingQueries(Database database, RatingRepository repository) {
    private static final int MOST = 200;

    /** @param to exclusive */
    public record Span(Instant from, Instant to) {}

    /** Ratings of a period. */
    public record Counts(Map<Rating.Level, Long> levels, long byDefault) {}

    /** What is counted apart: by window, department, one-thing, channel or source. */
    public enum By {
        WINDOW("win"), DEPARTMENT("department"), ONE_THING("one_thing"), CHANNEL("channel"), SOURCE("source");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    /** @param value null: not known */
    public record Group(@Nullable String value, long good, long bad, long byDefault) {}

    /** @param level null: nobody rated yet */
    public record Sampled(String caseNo, String oneThing, Rating.@Nullable Level level) {}

    /** 上报: a rating per day. */
    public record Reporting(long ratings, long reported, long failing) {}

    public Mono<List<Rating.Rated>> of(String caseNo) {
        return database.withConnection(c -> Database.query(c,
                RatingRepository.SELECT + "case_no = $1 order by part limit $2", repository::rated, caseNo, MOST));
    }

    public Mono<Counts> counts(String region, Span span) {
        return database.withConnection(c -> Database.query(c, """
                select level, by_default, count(*) as n from rating
                where region = $1 and rated_at >= $2 and rated_at < $3 group by level, by_default
                """, Columns.into(Row.class),
                region, Columns.utc(span.from()), Columns.utc(span.to()))).map(RatingQueries::counts);
    }

    private record Row(Rating.Level level, boolean byDefault, long n) {}

    private static Counts counts(List<Row> rows) {
        var levels = new EnumMap<Rating.Level, Long>(Rating.Level.class);
        long byDefault = 0;
        for (Row row : rows) {
            if (row.byDefault()) {
                byDefault += row.n();
            } else {
                levels.merge(row.level(), row.n(), Long::sum);
            }
        }
        return new Counts(levels, byDefault);
    }

    /** Of the cases filed on these days: how many are settled, and how many of these somebody rated. */
    public record Cohort(long settled, long rated) {}

    /** Case numbers carry region and day, so that a period is a range of them. */
    public Mono<Cohort> cohort(String region, LocalDate from, LocalDate to) {
        return database.withConnection(c -> Database.query(c, """
                select count(*) as settled, count(*) filter (where exists (select 1 from rating r
                    where r.case_no = b.case_no and not r.by_default)) as rated
                from bundle b where case_no >= $1 and case_no < $2 and region = $3 and not open
                    and state in ('SETTLED', 'DELIVERING', 'DELIVERED', 'ARCHIVED')
                """, Columns.into(Cohort.class), prefix(region, from), prefix(region, to), region))
                .map(List::getFirst);
    }

    /** One-things with settled cases among those filed on these days, at most 200. */
    public Mono<List<String>> oneThings(String region, LocalDate from, LocalDate to) {
        return database.withConnection(c -> Database.query(c, """
                select distinct one_thing from bundle where case_no >= $1 and case_no < $2 and region = $3 and not open
                    and state in ('SETTLED', 'DELIVERING', 'DELIVERED', 'ARCHIVED') order by 1 limit $4
                """, row -> Columns.text(row, "one_thing"), prefix(region, from),
                prefix(region, to), region, MOST));
    }

    /** Biggest first, at most 200. */
    public Mono<List<Group>> groups(String region, Span span, By by) {
        return database.withConnection(c -> Database.query(c, "select " + by.column + " as value, "
                + "count(*) filter (where not by_default and level not in ('DISSATISFIED', 'VERY_DISSATISFIED')) "
                + "as good, count(*) filter (where not by_default and level in ('DISSATISFIED', "
                + "'VERY_DISSATISFIED')) as bad, count(*) filter (where by_default) as by_default from rating "
                + "where region = $1 and rated_at >= $2 and rated_at < $3 group by 1 order by count(*) desc, 1 "
                + "limit $4",
                Columns.into(Group.class),
                region, Columns.utc(span.from()), Columns.utc(span.to()), MOST));
    }

    /**
     * 月度电话回访: settled cases of a month, drawn so that nobody can choose them and everybody draws the same ones.
     *
     * @param size 1 to 200
     */
    public Mono<List<Sampled>> sample(String region, LocalDate month, int size) {
        return database.withConnection(c -> Database.query(c, """
                select b.case_no, b.one_thing, r.level from bundle b
                left join lateral (select level from rating where rating.case_no = b.case_no and not by_default
                    order by part limit 1) r on true
                where b.case_no >= $1 and b.case_no < $2 and b.region = $3 and not b.open
                    and b.state in ('SETTLED', 'DELIVERING', 'DELIVERED', 'ARCHIVED')
                order by md5(b.case_no || $4), b.case_no limit $5
                """, Columns.into(Sampled.class), prefix(region, month), prefix(region, month.plusMonths(1)), region,
                month.toString(), size));
    }

    private static String prefix(String region, LocalDate day) {
        return region + DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    /** 评价数据一条一报: what was given in the span, and how far it is reported. */
    public Mono<Reporting> reporting(String region, Span span) {
        return database.withConnection(c -> Database.query(c, """
                select count(*) as ratings, count(*) filter (where reported_at is not null) as reported,
                    count(*) filter (where reported_at is null and attempts > 0) as failing
                from rating where region = $1 and rated_at >= $2 and rated_at < $3
                """, Columns.into(Reporting.class),
                region, Columns.utc(span.from()), Columns.utc(span.to()))).map(List::getFirst);
    }
}
