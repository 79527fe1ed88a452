package org.lianban.catalog.listing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who changes the catalogue, when, and under which idempotency key.
 *
 * @param actor account and role, no personal data
 * @param key Idempotency-Key with its address; null where none was sent
 * @param fingerprint digest of the request that carried the key
 */
public record Command(Instant at, String actor, @Nullable String traceparent, @Nullable String key,
        String fingerprint) {
    /** A command of the service itself. */
    public static Command ofSystem(Instant at) {
        return new Command(at, "SYSTEM:catalog", null, null, "");
    }
}
