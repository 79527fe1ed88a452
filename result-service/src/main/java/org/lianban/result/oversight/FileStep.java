package org.lianban.result.oversight;

import java.time.Instant;

/**
 * One event of a file, as recorded.
 *
 * @param what name of the event
 * @param body the event as JSON
 */
public record FileStep(String id, long version, Instant at, String actor, String what, String body) {}
