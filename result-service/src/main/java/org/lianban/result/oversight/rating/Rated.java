package org.lianban.result.oversight.rating;

import org.jspecify.annotations.Nullable;

/**
 * A rating with what it is counted by.
 *
 * @param department who answers for it: of the item, or the lead
 * @param window where an offline service was given
 * @param revision from 1; a default rating that gave way is the one before
 */
public record Rated(Rating rating, String region, String oneThing, @Nullable String department,
        @Nullable String window, String actor, int revision) {
    public String part() {
        return rating.subject().part();
    }

    /** Number of the rating, as it is reported. */
    public String number() {
        return rating.subject().caseNo() + "-" + part() + "-PJ" + revision;
    }

    public Rated revised(int number) {
        return new Rated(rating, region, oneThing, department, window, actor, number);
    }
}
