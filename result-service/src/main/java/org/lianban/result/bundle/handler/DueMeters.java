package org.lianban.result.bundle.handler;

import java.time.Duration;

/** What the due timer measures. */
@FunctionalInterface
public interface DueMeters {
    /** @param lateness from the instant a clock had something to say until it was said; not negative */
    void said(Duration lateness);
}
