package org.lianban.result.outgoing;

/** Counts what became of what was to leave. */
@FunctionalInterface
public interface SendMeters {
    void sent(String outcome);
}
