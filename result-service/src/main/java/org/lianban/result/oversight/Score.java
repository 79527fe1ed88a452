package org.lianban.result.oversight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * 考核计分 from recorded figures only: a hundred points, less what was found, never below zero.
 *
 * @param weights points per occurrence
 */
public record Score(Map<Ground, Double> weights) {
    /** What costs points. */
    public enum Ground {
        REMINDED, ORDERED, CIRCULATED, PROPOSED, TICKET_RED, CHECK_RED, BAD_RATING
    }

    private static final double FULL = 100;

    public static final Score DEFAULT = new Score(Map.of(Ground.REMINDED, 0.5, Ground.ORDERED, 1.0, Ground.CIRCULATED,
            3.0, Ground.PROPOSED, 10.0, Ground.TICKET_RED, 1.0, Ground.CHECK_RED, 0.5, Ground.BAD_RATING, 0.5));

    public Score {
        weights = Map.copyOf(weights);
        if (weights.values().stream().anyMatch(w -> w.isNaN() || w < 0)) {
            throw new IllegalArgumentException("Expected weights of 0 or more, but got " + weights);
        }
    }

    /** @param points rounded down to a tenth; @param lost points per ground, so that nobody has to guess */
    public record Sheet(BigDecimal points, Map<Ground, Double> lost) {}

    public Sheet of(Map<Ground, Long> counts) {
        var lost = new LinkedHashMap<Ground, Double>();
        for (Ground ground : Ground.values()) {
            double points = counts.getOrDefault(ground, 0L) * weights.getOrDefault(ground, 0.0);
            if (points > 0) {
                lost.put(ground, points);
            }
        }
        double left = FULL - lost.values().stream().mapToDouble(Double::doubleValue).sum();
        return new Sheet(BigDecimal.valueOf(Math.max(0, left)).setScale(1, RoundingMode.DOWN), lost);
    }
}
