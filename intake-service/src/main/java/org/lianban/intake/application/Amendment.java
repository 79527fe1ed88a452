package org.lianban.intake.application;

import java.time.Instant;
import java.util.List;

/**
 * What was handed in before something took its place within the same round.
 *
 * @param codes materials that came
 * @param actor who brought or entered them
 */
public record Amendment(Dossier former, Kind kind, List<String> codes, Instant at, String actor) {

    /** 更正类型. */
    public enum Kind {
        /** 当场补正. */
        ON_THE_SPOT,
        /** 容缺补齐. */
        TOLERANCE,
        /** 部门补正. */
        CORRECTION
    }
}
