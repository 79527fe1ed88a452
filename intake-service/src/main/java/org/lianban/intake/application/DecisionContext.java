package org.lianban.intake.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lianban.contracts.catalog.Term;
import org.lianban.intake.commands.Series;

/**
 * What a decision needs from outside.
 *
 * @param by account, without personal data
 * @param due the earliest end of the terms, counted from now; empty while no calendar covers it
 * @param numbers each call gives the next one
 */
public record DecisionContext(Instant now, String by, Due due, Numbering numbers) {
    /** 期限. */
    @FunctionalInterface
    public interface Due {
        Optional<Instant> of(String region, List<Term> terms);
    }

    /** 编号. */
    @FunctionalInterface
    public interface Numbering {
        String next(Series series, String region);
    }
}
