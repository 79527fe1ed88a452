package org.lianban.result.oversight.rating;

import java.util.EnumSet;
import java.util.Set;

/**
 * What the lead department decides about ratings.
 *
 * @param after when a rating may be given
 * @param channels that are open; the others are a gap in coverage
 */
public record RatingRules(After after, Set<Rating.Channel> channels) {
    public static final RatingRules DEFAULT = new RatingRules(After.SETTLED, EnumSet.allOf(Rating.Channel.class));

    public enum After {
        /** 办结 of the case, or of the item where the item is rated. */
        SETTLED,
        /** 送达. */
        DELIVERED
    }

    public RatingRules {
        channels = Set.copyOf(channels);
    }
}
