package org.lianban.result.notices.handler;

import java.time.Duration;
import org.lianban.command.poll.Backoff;

/**
 * How long what leaves is tried.
 *
 * @param lease how long what was claimed is left to whoever claimed it
 * @param concurrency on the way at a time
 */
public record Sending(Backoff backoff, Duration lease, int concurrency) {}
