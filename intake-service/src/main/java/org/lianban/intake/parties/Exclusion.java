package org.lianban.intake.parties;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 信用限制.
 *
 * @param party index of who it is
 * @param repairedAt null while it stands
 */
public record Exclusion(long id, String party, Kind kind, @Nullable String caseNo, String detail,
        Instant excludedAt, String excludedBy, @Nullable Instant repairedAt, @Nullable String repairedBy,
        @Nullable String repairDetail) {
    /** 信用事由. */
    public enum Kind {
        /** 虚假承诺. */
        FALSE_COMMITMENT,
        /** 未履行承诺. */
        BREACHED_COMMITMENT
    }
}
