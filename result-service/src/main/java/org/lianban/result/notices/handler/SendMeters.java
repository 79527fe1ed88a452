package org.lianban.result.notices.handler;

/** Counts what became of what was to leave. */
@FunctionalInterface
public interface SendMeters {
    void sent(String outcome);
}
