package org.lianban.result.oversight.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A share with what it was drawn from. */
public record Ratio(long part, long whole) {
    public Ratio {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException("Expected a part of 0 to " + whole + ", but got " + part);
        }
    }

    /** Four decimals, or null of nothing: no ratio is better than a made-up 100 %. */
    public @Nullable BigDecimal value() {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.DOWN);
    }

    public boolean full() {
        return whole > 0 && part == whole;
    }
}
