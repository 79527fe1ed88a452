package org.lianban.result.bundle.attribution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 故障停办.
 *
 * @param department null: everybody in the region, the windows included
 */
public record Outage(@Nullable String department, Instant from, Instant to) {
    boolean covers(@Nullable String handler, Instant at) {
        return !at.isBefore(from) && at.isBefore(to) && (department == null || department.equals(handler));
    }
}
