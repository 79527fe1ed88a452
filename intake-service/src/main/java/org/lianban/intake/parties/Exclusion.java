package org.lianban.intake.parties;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Party;

/**
 * 信用限制.
 *
 * @param repairedAt null while it stands
 */
public record Exclusion(long id, Kind kind, @Nullable String caseNo, String detail,
        Instant excludedAt, String excludedBy, @Nullable Instant repairedAt, @Nullable String repairedBy,
        @Nullable String repairDetail) {
    /** 信用事由. */
    public enum Kind {
        /** 虚假承诺. */
        FALSE_COMMITMENT,
        /** 未履行承诺. */
        BREACHED_COMMITMENT
    }

    /**
     * 履约信息, as the credit platform is told.
     *
     * @param id 0 before it is written
     */
    public record Credit(long id, Party subject, @Nullable String caseNo, @Nullable String material,
            Kind kind, @Nullable String detail, Instant at) {
        /** 履约情况. */
        public enum Kind {
            FULFILLED, BREACHED, FALSE, REPAIRED
        }
    }
}
