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

    /**
     * 故障停办登记. An entry is never changed; one that was wrong is voided and stays.
     *
     * @param department null: the whole region, the windows included
     */
    public record Entry(long id, String region, @Nullable String department, Instant from, Instant to, String reason,
            String approver, String registeredBy, Instant registeredAt, @Nullable String voidedBy,
            @Nullable Instant voidedAt) {}
}
