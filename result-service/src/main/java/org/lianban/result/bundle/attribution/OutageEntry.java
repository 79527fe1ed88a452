package org.lianban.result.bundle.attribution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 故障停办登记. An entry is never changed; one that was wrong is voided and stays.
 *
 * @param department null: the whole region, the windows included
 */
public record OutageEntry(long id, String region, @Nullable String department, Instant from, Instant to, String reason,
        String approver, String registeredBy, Instant registeredAt, @Nullable String voidedBy,
        @Nullable Instant voidedAt) {}
