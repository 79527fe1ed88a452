package org.lianban.intake.application;

import java.time.Instant;
import org.lianban.intake.identity.Series;

/** What a decision needs from outside: the time, who asks, and the next number of a series. */
public interface Circumstances {
    Instant now();

    /** Account, without personal data. */
    String by();

    /** Each call gives the next one. */
    String next(Series series, String region);
}
