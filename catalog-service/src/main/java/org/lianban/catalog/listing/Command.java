package org.lianban.catalog.listing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who changes the catalogue, and when.
 *
 * @param actor account and role, no personal data
 * @param key of the actor, under which the command is carried out once; null where none was sent
 * @param digest of everything that was asked
 */
public record Command(Instant at, String actor, @Nullable String traceparent, @Nullable String key, String digest) {
    /** A command of the service itself. */
    public static Command ofSystem(Instant at) {
        return new Command(at, "SYSTEM:catalog", null, null, "");
    }
}
