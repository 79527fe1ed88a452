package org.lianban.result.notices.licence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 制证: an order for a licence as it is kept.
 *
 * @param issued null until then
 * @param digest SM3 over the facts
 * @param intact whether the facts still have it
 */
public record StoredLicence(String caseNo, String itemNo, long serial, Instant decidedAt, @Nullable String decisionNo,
        State state, Instant since, int tries, @Nullable String reason, @Nullable Licence issued,
        @Nullable String digest, boolean intact) {
    /** 制证状态. */
    public enum State {
        ORDERED,
        /** 已签发; the case may not know it yet. */
        ISSUED,
        /** The item yields no licence after all. */
        NONE,
        /** The platform will not take it: people have to look. */
        REFUSED,
        /** Tried for as long as it makes sense: people have to look. */
        GIVEN_UP
    }
}
