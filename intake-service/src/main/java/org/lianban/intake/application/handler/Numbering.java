package org.lianban.intake.application.handler;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lianban.intake.numbering.Series;
import org.lianban.intake.numbering.store.NumberStore.Counter;

/**
 * Where a batch gets its numbers. Deciding changes nothing, so a batch is decided twice: once to count how many numbers
 * it will take, and once with the numbers that one statement took for all of it.
 */
public interface Numbering {
    String next(Series series, String region);

    /** Counts; the numbers it gives are empty. */
    final class Counting implements Numbering {
        private final TreeMap<Counter, Integer> wanted = new TreeMap<>();

        @Override
        public String next(Series series, String region) {
            wanted.merge(new Counter(region, series), 1, Integer::sum);
            return "";
        }

        SortedMap<Counter, Integer> wanted() {
            return wanted;
        }
    }

    /** Gives the numbers that were taken. */
    final class Taken implements Numbering {
        private final LocalDate day;
        private final Map<Counter, Integer> last;

        Taken(LocalDate day, Map<Counter, Integer> before) {
            this.day = day;
            this.last = new HashMap<>(before);
        }

        @Override
        public String next(Series series, String region) {
            Integer order = last.computeIfPresent(new Counter(region, series), (c, n) -> n + 1);
            if (order == null) {
                throw new IllegalStateException(
                        "Expected numbers of " + series + " in " + region + ", but none were taken");
            }
            return series.number(region, day, order);
        }
    }
}
