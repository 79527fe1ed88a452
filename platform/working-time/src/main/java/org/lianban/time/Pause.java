package org.lianban.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A span the clock does not run, in nanoseconds of local time.
 *
 * @param to {@link #OPEN} while it lasts
 */
record Pause(long from, long to) {
    static final long OPEN = Long.MAX_VALUE;

    boolean open() {
        return to == OPEN;
    }

    /** Ascending and apart: spans that overlap or touch become one, and what lies outside the clock's run is cut off. */
    static List<Pause> merged(List<Pause> pauses, long start, long stop) {
        if (pauses.isEmpty()) {
            return pauses;
        }
        List<Pause> merged = new ArrayList<>(pauses.size());
        pauses.stream().sorted(Comparator.comparingLong(Pause::from)).forEach(each -> {
            long from = Math.max(each.from, start);
            long to = Math.min(each.to, stop);
            if (from > to) {
                return;
            }
            if (!merged.isEmpty() && merged.getLast().to >= from) {
                Pause last = merged.removeLast();
                merged.add(new Pause(last.from, Math.max(last.to, to)));
            } else {
                merged.add(new Pause(from, to));
            }
        });
        return merged;
    }
}
