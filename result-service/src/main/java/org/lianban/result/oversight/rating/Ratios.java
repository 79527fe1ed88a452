package org.lianban.result.oversight.rating;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 好差评 in figures (国办发〔2019〕51号).
 *
 * @param rated 实评率: cases that somebody rated ÷ cases that could be rated
 * @param good 好评率: good ones ÷ those that somebody gave; default ratings are in neither
 * @param byDefault default ratings, shown apart
 * @param suspicious 100 % of at least so many: a sign to look closer, not to celebrate
 */
public record Ratios(Ratio rated, Ratio good, long byDefault, Map<Rating.Level, Long> levels, boolean suspicious) {
    private static final long ENOUGH = 100;

    /**
     * @param rateable cases settled
     * @param ratedCases of these, with a rating that somebody gave
     * @param levels ratings that somebody gave, by level
     * @param byDefault default ratings
     */
    public static Ratios of(long rateable, long ratedCases, Map<Rating.Level, Long> levels, long byDefault) {
        long all = levels.values().stream().mapToLong(Long::longValue).sum();
        long bad = levels.entrySet().stream().filter(e -> e.getKey().bad()).mapToLong(Map.Entry::getValue).sum();
        var good = new Ratio(all - bad, all);
        return new Ratios(new Ratio(Math.min(ratedCases, rateable), rateable), good, byDefault, Map.copyOf(levels),
                good.full() && all >= ENOUGH);
    }

    /** A share with what it was drawn from. */
    public record Ratio(long part, long whole) {
        public Ratio {
            if (part < 0 || part > whole) {
                throw new IllegalArgumentException("Expected a part of 0 to " + whole + ", but got " + part);
            }
        }

        /** Four decimals, or null of nothing: no ratio is better than a made-up 100 %. */
        @JsonProperty
        @JsonInclude(JsonInclude.Include.NON_NULL)
        public @Nullable BigDecimal value() {
            return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.DOWN);
        }

        public boolean full() {
            return whole > 0 && part == whole;
        }
    }
}
