package org.lianban.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event to publish. Type and source follow from the class of {@code data} ({@link EventTypes}); the id is source,
 * subject and sequence, so that publishing again after a crash is recognisably the same event.
 *
 * @param sequence the next one of its subject, from 1
 * @param actor who caused it, without personal data beyond an account name
 */
public record Outgoing(String topic, String key, String subject, long sequence, Instant time, @Nullable String actor,
        @Nullable String traceparent, Object data) {}
