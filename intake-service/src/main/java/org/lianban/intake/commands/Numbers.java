package org.lianban.intake.commands;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * 编号 taken for one transaction: no more than its commands can need. Those that no command came to use go back before it
 * commits, so that there are no gaps.
 */
public final class Numbers {
    /** What is counted. Ascending, so that two transactions take their locks in the same order. */
    public record Counter(String region, Series series) implements Comparable<Counter> {
        private static final Comparator<Counter> ORDER = Comparator.comparing(Counter::region)
                .thenComparing(Counter::series);

        @Override
        public int compareTo(Counter other) {
            return ORDER.compare(this, other);
        }
    }

    private final LocalDate day;
    private final Map<Counter, Integer> last;
    private final SortedMap<Counter, Integer> left;

    /**
     * @param before the last number before those taken
     * @param taken how many of each
     */
    public Numbers(LocalDate day, Map<Counter, Integer> before, SortedMap<Counter, Integer> taken) {
        this.day = day;
        this.last = new HashMap<>(before);
        this.left = new TreeMap<>(taken);
    }

    public String next(Series series, String region) {
        Counter counter = new Counter(region, series);
        if (left.getOrDefault(counter, 0) == 0) {
            throw new IllegalStateException("Expected a number of " + series + " in " + region
                    + ", but none was taken or all are used");
        }
        left.merge(counter, -1, Integer::sum);
        return series.number(region, day, last.merge(counter, 1, Integer::sum));
    }

    /** How many of each were taken for nothing. */
    public SortedMap<Counter, Integer> unused() {
        SortedMap<Counter, Integer> unused = new TreeMap<>(left);
        unused.values().removeIf(n -> n == 0);
        return unused;
    }
}
