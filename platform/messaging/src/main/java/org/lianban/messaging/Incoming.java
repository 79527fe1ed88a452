package org.lianban.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event as consumed.
 *
 * @param source who published it, {@code intake}; one sequence per source and subject
 * @param sequence from 1, without gaps
 * @param time when the publisher committed it
 * @param key Kafka key
 * @param actor who caused it, as the publisher wrote it
 */
public record Incoming<T>(String id, String type, String source, String subject, long sequence, Instant time,
        String key, @Nullable String actor, @Nullable String traceparent, T data) {}
