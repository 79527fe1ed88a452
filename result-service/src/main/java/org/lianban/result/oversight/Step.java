package org.lianban.result.oversight;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of a file, as recorded.
 *
 * @param what name of the event
 * @param body the event as JSON
 * @param key Idempotency-Key of the command, on its first event
 * @param command the whole command as text, where there is a key
 */
public record Step(String id, long version, Instant at, String actor, String what, String body, @Nullable String key,
        @Nullable String command) {}
