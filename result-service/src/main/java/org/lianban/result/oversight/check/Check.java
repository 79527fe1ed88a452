package org.lianban.result.oversight.check;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.IntakeEvent.Commitment;
import org.lianban.result.oversight.check.Lifecycle.Trigger;
import org.lianban.time.WorkCalendar;

/**
 * 核查任务 for one commitment and item.
 *
 * @param state a move goes through {@link Lifecycle#TABLE}
 * @param since when the present state began: its limit runs from then
 * @param approvedAt when the item was approved on the commitment
 * @param overdue the limit of the present state is missed
 */
public record Check(Head head, State state, Instant since, @Nullable Instant approvedAt, boolean overdue,
        @Nullable String decisionNo) {

    /**
     * @param department who approves, and therefore checks (谁审批、谁监管)
     * @param material code of what was promised or replaced
     */
    public record Head(String id, String region, String caseNo, String itemNo, String department, String material,
            Commitment.Type type, String consequence, CheckRules.Tier tier, Instant signedAt) {
        Head by(String approving) {
            return new Head(id, region, caseNo, itemNo, approving, material, type, consequence, tier, signedAt);
        }
    }

    public static Check planned(Head head) {
        return new Check(head, State.PLANNED, head.signedAt(), null, false, null);
    }

    public static Check apply(Check c, CheckEvent event) {
        return switch (event) {
            case CheckEvent.Approved e ->
                moved(new Check(c.head().by(e.department()), c.state(), c.since(), null, false,
                        null), Trigger.APPROVE, e.at(), e.at(), null);
            case CheckEvent.Dropped e -> moved(c, Trigger.DROP, c.approvedAt(), e.at(), null);
            case CheckEvent.Found e -> moved(c, e.finding().trigger(), c.approvedAt(), e.at(), null);
            case CheckEvent.Noticed e -> moved(c, Trigger.NOTICE, c.approvedAt(), e.at(), e.noticeNo());
            case CheckEvent.Defended e -> moved(c, Trigger.DEFEND, c.approvedAt(), e.at(), c.decisionNo());
            case CheckEvent.Decided e -> moved(c, e.revoked() ? Trigger.REVOKE : Trigger.UPHOLD, c.approvedAt(),
                    e.at(), e.decisionNo());
            case CheckEvent.Expired e ->
                new Check(c.head(), c.state(), c.since(), c.approvedAt(), true, c.decisionNo());
        };
    }

    private static Check moved(Check c, Trigger trigger, @Nullable Instant approvedAt, Instant at,
            @Nullable String number) {
        return Lifecycle.TABLE.next(c.state(), trigger)
                .map(state -> new Check(c.head(), state, at, approvedAt, false,
                        number == null ? c.decisionNo() : number))
                .orElse(c);
    }

    /** When the limit of the present state ends; empty where none runs or its miss is known. */
    public Optional<Instant> due(CheckRules rules, WorkCalendar calendar) {
        if (overdue) {
            return Optional.empty();
        }
        return switch (state) {
            case OPEN -> Optional.of(rules.within().end(since, calendar));
            case CORRECTING -> Optional.of(rules.correction().end(since, calendar));
            case PLANNED, CONFIRMED, REFUTED, NOTICED, DEFENDED, REVOKED, UPHELD, DROPPED -> Optional.empty();
        };
    }

    /**
     * 履约记录 of one commitment for one item.
     *
     * @param kept whether the commitment was fulfilled
     * @param ground name of the event it rests on, and the number of its paper
     */
    public record Credit(String caseNo, String material, String itemNo, boolean kept, String ground, Instant at) {}
}
