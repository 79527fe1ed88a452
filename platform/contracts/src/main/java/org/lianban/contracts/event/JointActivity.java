package org.lianban.contracts.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 联合评审、联合勘验、联合验收, organised by the lead department.
 *
 * @param id {@code caseNo-J1}
 * @param organiser the lead department
 * @param at when it takes place
 */
public record JointActivity(String id, Kind kind, String organiser, List<Participant> participants, Instant at,
        String place, @Nullable String note) {

    /** 联合活动类型. */
    public enum Kind {
        /** 联合评审. */
        REVIEW,
        /** 联合勘验: at least two officers each (行政许可法 34). */
        INSPECTION,
        /** 联合验收. */
        ACCEPTANCE
    }

    public record Participant(String itemNo, String department) {}
}
