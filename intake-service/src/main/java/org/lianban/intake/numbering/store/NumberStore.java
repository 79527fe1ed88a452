package org.lianban.intake.numbering.store;

import io.r2dbc.spi.Connection;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.lianban.intake.application.store.ApplicationCodec;
import org.lianban.intake.numbering.Series;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** 编号: numbers without gaps, because what is taken is taken in the transaction that uses it. */
public final class NumberStore {
    /** What is counted. Ascending, so that two transactions take their locks in the same order. */
    public record Counter(String region, Series series) implements Comparable<Counter> {
        @Override
        public int compareTo(Counter other) {
            int byRegion = region.compareTo(other.region);
            return byRegion == 0 ? series.compareTo(other.series) : byRegion;
        }
    }

    /**
     * Takes numbers with one statement.
     *
     * @param wanted how many of each, 1 or more
     * @return the last number before those taken
     */
    public Mono<Map<Counter, Integer>> take(Connection tx, LocalDate day, SortedMap<Counter, Integer> wanted) {
        if (wanted.isEmpty()) {
            return Mono.just(Map.of());
        }
        List<Counter> counters = List.copyOf(wanted.keySet());
        return Database.query(tx,
                """
                        insert into number_series as s (region, series, day, last)
                        select v.region, v.series, $4, v.n from unnest($1::text[], $2::text[], $3::int[]) as v (region, series, n)
                        on conflict (region, day, series) do update set last = s.last + excluded.last
                        returning region, series, last
                        """,
                row -> Map.entry(new Counter(ApplicationCodec.text(row, "region"),
                        Series.valueOf(ApplicationCodec.text(row, "series"))),
                        Objects.requireNonNull(row.get("last", Integer.class))),
                counters.stream().map(Counter::region).toArray(String[]::new),
                counters.stream().map(c -> c.series().name()).toArray(String[]::new),
                counters.stream().map(wanted::get).toArray(Integer[]::new), day).map(rows -> {
                    Map<Counter, Integer> before = new HashMap<>();
                    rows.forEach(row -> before.put(row.getKey(),
                            row.getValue() - Objects.requireNonNull(wanted.get(row.getKey()))));
                    return before;
                });
    }
}
