package org.lianban.result.oversight.check;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Transitions;
import org.lianban.command.Transitions.Row;
import org.lianban.contracts.event.IntakeEvent.Commitment;
import org.lianban.result.oversight.Period;
import org.lianban.time.WorkCalendar;

/**
 * 核查任务 for one commitment and item.
 *
 * @param state a move goes through {@link #TABLE}
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
            Commitment.Type type, String consequence, Rules.Tier tier, Instant signedAt) {
        Head by(String approving) {
            return new Head(id, region, caseNo, itemNo, approving, material, type, consequence, tier, signedAt);
        }
    }

    public static Check planned(Head head) {
        return new Check(head, State.PLANNED, head.signedAt(), null, false, null);
    }

    public static Check apply(Check c, Event event) {
        return switch (event) {
            case Event.Approved e ->
                moved(new Check(c.head().by(e.department()), c.state(), c.since(), null, false,
                        null), Trigger.APPROVE, e.at(), e.at(), null);
            case Event.Dropped e -> moved(c, Trigger.DROP, c.approvedAt(), e.at(), null);
            case Event.Found e -> moved(c, e.finding().trigger(), c.approvedAt(), e.at(), null);
            case Event.Noticed e -> moved(c, Trigger.NOTICE, c.approvedAt(), e.at(), e.noticeNo());
            case Event.Defended e -> moved(c, Trigger.DEFEND, c.approvedAt(), e.at(), c.decisionNo());
            case Event.Decided e -> moved(c, e.revoked() ? Trigger.REVOKE : Trigger.UPHOLD, c.approvedAt(),
                    e.at(), e.decisionNo());
            case Event.Expired e ->
                new Check(c.head(), c.state(), c.since(), c.approvedAt(), true, c.decisionNo());
        };
    }

    private static Check moved(Check c, Trigger trigger, @Nullable Instant approvedAt, Instant at,
            @Nullable String number) {
        return TABLE.next(c.state(), trigger)
                .map(state -> new Check(c.head(), state, at, approvedAt, false,
                        number == null ? c.decisionNo() : number))
                .orElse(c);
    }

    /** When the limit of the present state ends; empty where none runs or its miss is known. */
    public Optional<Instant> due(Rules rules, WorkCalendar calendar) {
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

    /** 核查状态. */
    public enum State {
        PLANNED("待核查"),
        OPEN("核查中"),
        CORRECTING("限期整改"),
        CONFIRMED("属实"),
        REFUTED("不实"),
        NOTICED("已告知拟撤销"),
        DEFENDED("已陈述申辩"),
        REVOKED("已撤销"),
        UPHELD("不予撤销"),
        DROPPED("无须核查");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What moves a check. */
    public enum Trigger {
        APPROVE, DROP, CONFIRM, ASK_CORRECTION, REFUTE, NOTICE, DEFEND, REVOKE, UPHOLD
    }

    /** The transition table of a check, once: nothing is revoked without notice and a chance to be heard (行政许可法 7, 69). */
    public static final Transitions<State, Trigger> TABLE = new Transitions<>(State.PLANNED,
            Set.of(State.CONFIRMED, State.REVOKED, State.UPHELD, State.DROPPED),
            List.of(new Row<>(State.PLANNED, Trigger.APPROVE, State.OPEN),
                    new Row<>(State.PLANNED, Trigger.DROP, State.DROPPED),
                    new Row<>(State.OPEN, Trigger.CONFIRM, State.CONFIRMED),
                    new Row<>(State.OPEN, Trigger.ASK_CORRECTION, State.CORRECTING),
                    new Row<>(State.OPEN, Trigger.REFUTE, State.REFUTED),
                    new Row<>(State.CORRECTING, Trigger.CONFIRM, State.CONFIRMED),
                    new Row<>(State.CORRECTING, Trigger.REFUTE, State.REFUTED),
                    new Row<>(State.REFUTED, Trigger.NOTICE, State.NOTICED),
                    new Row<>(State.REFUTED, Trigger.UPHOLD, State.UPHELD),
                    new Row<>(State.NOTICED, Trigger.DEFEND, State.DEFENDED),
                    new Row<>(State.NOTICED, Trigger.REVOKE, State.REVOKED),
                    new Row<>(State.NOTICED, Trigger.UPHOLD, State.UPHELD),
                    new Row<>(State.DEFENDED, Trigger.REVOKE, State.REVOKED),
                    new Row<>(State.DEFENDED, Trigger.UPHOLD, State.UPHELD)));

    /** What may be done with a check that is open. */
    public sealed interface Command {
        /** @param evidence never empty where the commitment is found false */
        record Find(Event.Finding finding, String text, List<String> evidence) implements Command {
            public Find {
                evidence = List.copyOf(evidence);
            }
        }

        record Notice(String noticeNo, String grounds) implements Command {}

        record Defend(String statement) implements Command {}

        record Decide(boolean revoke, @Nullable String decisionNo, String reasons) implements Command {}
    }

    /** What happened to a check. */
    public sealed interface Event {
        Instant at();

        /** 核查结论. */
        enum Finding {
            CONFIRMED(Trigger.CONFIRM), CORRECTION(Trigger.ASK_CORRECTION), REFUTED(Trigger.REFUTE);

            private final Trigger trigger;

            Finding(Trigger trigger) {
                this.trigger = trigger;
            }

            public Trigger trigger() {
                return trigger;
            }
        }

        /** The item was approved on the commitment, by this department. */
        record Approved(String department, Instant at) implements Event {}

        /** The item was not approved, or what was owed came. */
        record Dropped(String reason, Instant at) implements Event {}

        record Found(Finding finding, String text, List<String> evidence, Instant at) implements Event {
            public Found {
                evidence = List.copyOf(evidence);
            }
        }

        /** 拟撤销告知. */
        record Noticed(String noticeNo, String grounds, Instant at) implements Event {}

        /** 陈述申辩. */
        record Defended(String statement, Instant at) implements Event {}

        /** 撤销决定, or the decision not to. */
        record Decided(boolean revoked, @Nullable String decisionNo, String reasons, Instant at) implements Event {}

        record Expired(Instant dueAt, Instant at) implements Event {}
    }

    /**
     * What the lead department decides about checks (国办发〔2020〕42号: 差异化核查).
     *
     * @param ratios share of commitments that is checked, 0 to 1, by tier; a tier that is not named is checked in full
     * @param within from the approval to the finding
     * @param correction from the demand to correct to the finding
     * @param defence from the notice to the decision at the earliest, unless the holder was heard before
     */
    public record Rules(Map<Tier, Double> ratios, Period within, Period correction, Period defence) {
        private static final int PARTS = 10_000;

        public static final Rules DEFAULT = new Rules(Map.of(Tier.A, 0.1, Tier.B, 0.3, Tier.C, 0.6, Tier.D, 1.0),
                Period.workingDays(30), Period.workingDays(10), Period.workingDays(5));

        public Rules {
            ratios = Map.copyOf(ratios);
            if (ratios.values().stream().anyMatch(r -> r.isNaN() || r < 0 || r > 1)) {
                throw new IllegalArgumentException("Expected ratios of 0 to 1, but got " + ratios);
            }
        }

        /** Whether a commitment is in the sample: the same answer whenever and wherever it is asked. */
        public boolean samples(String check, Tier tier) {
            var sum = new CRC32();
            sum.update(check.getBytes(StandardCharsets.UTF_8));
            return sum.getValue() % PARTS < Math.round(ratios.getOrDefault(tier, 1.0) * PARTS);
        }

        /** 信用等级 of an applicant, as the credit platform gives it. */
        public enum Tier {
            A,
            B,
            C,
            D,
            /** Nobody could be asked. */
            UNKNOWN
        }
    }
}
