package org.lianban.intake.commands.store;

import static org.lianban.persistence.Columns.integer;
import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.texts;

import io.r2dbc.spi.Connection;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lianban.intake.commands.Numbers;
import org.lianban.intake.commands.Numbers.Counter;
import org.lianban.intake.commands.Series;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** 编号: numbers without gaps, because what is taken is taken in the transaction that uses it. */
public final class NumberRepository {
    /**
     * Takes numbers with one statement, and locks their series until the transaction ends.
     *
     * @param day in China
     * @param wanted how many of each, 1 or more
     */
    public Mono<Numbers> take(Connection tx, LocalDate day, SortedMap<Counter, Integer> wanted) {
        if (wanted.isEmpty()) {
            return Mono.just(new Numbers(day, Map.of(), wanted));
        }
        return Database.query(tx,
                """
                        insert into number_series as s (region, series, day, last)
                        select v.region, v.series, $4, v.n from unnest($1::text[], $2::text[], $3::int[]) as v (region, series, n)
                        on conflict (region, day, series) do update set last = s.last + excluded.last
                        returning region, series, last
                        """,
                row -> Map.entry(new Counter(text(row, "region"), Series.valueOf(text(row, "series"))),
                        integer(row, "last")),
                regions(wanted), series(wanted), wanted.values().toArray(Integer[]::new), day).map(rows -> {
                    Map<Counter, Integer> before = new HashMap<>();
                    rows.forEach(
                            row -> before.put(row.getKey(), row.getValue() - wanted.getOrDefault(row.getKey(), 0)));
                    return new Numbers(day, before, wanted);
                });
    }

    /** One number, for what is not done in batches. */
    public Mono<String> next(Connection tx, LocalDate day, Series series, String region) {
        return take(tx, day, new TreeMap<>(Map.of(new Counter(region, series), 1)))
                .map(numbers -> numbers.next(series, region));
    }

    /** What was taken and not used; most batches use all. */
    public Mono<Void> giveBack(Connection tx, LocalDate day, SortedMap<Counter, Integer> unused) {
        return unused.isEmpty()
                ? Mono.empty()
                : Database.update(tx, """
                        update number_series s set last = s.last - v.n
                        from unnest($1::text[], $2::text[], $3::int[]) as v (region, series, n)
                        where s.region = v.region and s.series = v.series and s.day = $4
                        """, regions(unused), series(unused), unused.values().toArray(Integer[]::new), day).then();
    }

    private static String[] regions(SortedMap<Counter, Integer> counts) {
        return texts(counts.keySet(), Counter::region);
    }

    private static String[] series(SortedMap<Counter, Integer> counts) {
        return texts(counts.keySet(), c -> c.series().name());
    }
}
