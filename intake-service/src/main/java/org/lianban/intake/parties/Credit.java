package org.lianban.intake.parties;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 履约信息, as the credit platform is told.
 *
 * @param party index of who it is
 * @param subject sealed: who it is, for the credit platform
 */
public record Credit(long id, String party, String subject, @Nullable String caseNo, @Nullable String material,
        Kind kind, @Nullable String detail, Instant at) {
    /** 履约情况. */
    public enum Kind {
        FULFILLED, BREACHED, FALSE, REPAIRED
    }
}
