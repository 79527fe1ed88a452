package org.lianban.scenarios.demo;

import java.time.Duration;
import org.lianban.standalone.departments.Behaviour;

/** How long a department of the tour takes: long enough to be seen, different from its neighbour. */
final class Pace {
    private static final long SHORTEST_MILLIS = 300;

    private Pace() {}

    static Behaviour of(String department) {
        int spread = Math.floorMod(department.hashCode(), 100);
        return Behaviour.slow(Duration.ofMillis(SHORTEST_MILLIS + 12L * spread),
                Duration.ofMillis(SHORTEST_MILLIS + 22L * spread));
    }
}
