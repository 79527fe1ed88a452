package org.lianban.intake.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lianban.contracts.catalog.Term;
import org.lianban.intake.numbering.Series;

/** What a decision needs from outside: the time, who asks, and the next number of a series. */
public interface Circumstances {
    Instant now();

    /** Account, without personal data. */
    String by();

    /** The earliest end of the terms, counted from now; empty while no calendar covers it. */
    Optional<Instant> due(String region, List<Term> terms);

    /** Each call gives the next one. */
    String next(Series series, String region);
}
