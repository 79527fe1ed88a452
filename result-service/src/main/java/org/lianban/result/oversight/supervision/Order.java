package org.lianban.result.oversight.supervision;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Transitions;
import org.lianban.command.Transitions.Row;

/**
 * 督办单.
 *
 * @param state a move goes through {@link #TABLE}
 */
public record Order(Head head, State state, Course course) {

    /**
     * What does not change.
     *
     * @param id number of the order
     * @param caseNo null: about a department's work as a whole, or about a ticket without a case
     * @param department who has to answer
     * @param first REMIND or ORDER
     * @param recipients 专班: who is told, leader first
     * @param by who opened it; the service itself for a rule
     */
    public record Head(String id, String region, @Nullable String caseNo, @Nullable String itemNo, String department,
            Cause cause, Preset preset, boolean major, Level first, List<Recipient> recipients, Instant openedAt,
            String by) {
        public Head {
            recipients = recipients == null ? List.of() : List.copyOf(recipients);
        }
    }

    /**
     * Why.
     *
     * @param rule name of the timer that was breached, or {@link #BY_HAND}
     * @param subject what the timer was about beyond case and item: a ticket's number, a round, a material
     * @param text in Chinese, for the department
     */
    public record Cause(String rule, @Nullable String subject, String text) {
        public static final String BY_HAND = "BY_HAND";
    }

    /** @param role as in the working group: LEADER, DEPUTY, MEMBER */
    public record Recipient(String role, String name, @Nullable String title, @Nullable String department) {}

    /**
     * What happened so far.
     *
     * @param since when the present level's period began; an accepted improvement begins it anew
     * @param issuedAt when the first level was issued: 13710 counts from it
     * @param answered when each answer came first; a rejected one is taken out again
     * @param missed 13710: limits whose miss was answered with the next level
     * @param causeEndedAt the reason for the order is gone
     * @param leader 领导包案: who took charge
     * @param decision 问责决定, made by people
     */
    public record Course(Instant since, @Nullable Instant issuedAt, Map<Answer, Instant> answered, Set<Answer> missed,
            @Nullable Instant causeEndedAt, @Nullable String leader, @Nullable Accountability decision) {
        public Course {
            answered = answered == null ? Map.of() : Map.copyOf(answered);
            missed = missed == null ? Set.of() : Set.copyOf(missed);
        }

        Course issued(Instant at) {
            return new Course(at, issuedAt == null ? at : issuedAt, answered, missed, causeEndedAt, leader, decision);
        }

        Course since(Instant at) {
            return new Course(at, issuedAt, answered, missed, causeEndedAt, leader, decision);
        }

        Course answered(Answer answer, Instant at) {
            var more = new EnumMap<Answer, Instant>(Answer.class);
            more.putAll(answered);
            more.putIfAbsent(answer, at);
            return new Course(since, issuedAt, more, missed, causeEndedAt, leader, decision);
        }

        Course rejected(Answer answer) {
            var fewer = new EnumMap<Answer, Instant>(Answer.class);
            fewer.putAll(answered);
            fewer.remove(answer);
            return new Course(since, issuedAt, fewer, missed, causeEndedAt, leader, decision);
        }

        Course missed(Set<Answer> limits) {
            var more = EnumSet.noneOf(Answer.class);
            more.addAll(missed);
            more.addAll(limits);
            return new Course(since, issuedAt, answered, more, causeEndedAt, leader, decision);
        }

        Course causeEnded(Instant at) {
            return new Course(since, issuedAt, answered, missed, causeEndedAt == null ? at : causeEndedAt, leader,
                    decision);
        }

        Course led(String name) {
            return new Course(since, issuedAt, answered, missed, causeEndedAt, name, decision);
        }

        Course decided(Accountability outcome) {
            return new Course(since, issuedAt, answered, missed, causeEndedAt, leader, outcome);
        }
    }

    /**
     * 问责决定.
     *
     * @param document number of the paper it was decided with
     */
    public record Accountability(Outcome outcome, String document, String note) {
        public enum Outcome {
            /** 不予问责. */
            NONE,
            /** 约谈. */
            TALK,
            /** 通报批评. */
            CRITICISM,
            /** 移送有权机关. */
            REFERRED
        }
    }

    public static Order opened(Head head) {
        return new Order(head, State.DETECTED, new Course(head.openedAt(), null, Map.of(), Set.of(), null, null, null));
    }

    /** Applies what happened; total. */
    public Order apply(Event event) {
        return switch (event) {
            case Event.Issued e -> moved(trigger(e.level()), course.issued(e.at()).missed(e.missed()));
            case Event.Answered e -> moved(Trigger.ANSWER, course.answered(e.answer(), e.at()));
            case Event.ImprovementAccepted e -> moved(Trigger.JUDGE, course.since(e.at()));
            case Event.SolutionRejected e -> moved(Trigger.JUDGE, course.rejected(Answer.SOLVED));
            case Event.ChargeTaken e -> new Order(head, state, course.led(e.leader()));
            case Event.Decided e -> moved(Trigger.DECIDE, course.decided(e.accountability()));
            case Event.CauseEnded e -> moved(Trigger.END_CAUSE, course.causeEnded(e.at()));
            case Event.Cleared e -> moved(Trigger.CLEAR, course);
        };
    }

    Trigger trigger(Level level) {
        if (state != State.DETECTED) {
            return Trigger.ESCALATE;
        }
        return level == Level.REMIND ? Trigger.ISSUE_REMINDER : Trigger.ISSUE_ORDER;
    }

    private Order moved(Trigger trigger, Course changed) {
        return TABLE.next(state, trigger).map(next -> new Order(head, next, changed)).orElse(this);
    }

    /** Where an order stands. */
    public enum State {
        /** 已发现: a rule hit, nothing issued yet. */
        DETECTED("已发现", null),
        REMINDED("已提醒", Level.REMIND),
        ORDERED("已督办", Level.ORDER),
        CIRCULATED("已通报", Level.CIRCULATE),
        PROPOSED("已建议问责", Level.ACCOUNTABILITY),
        CLEARED("已销号", null);

        private final String label;
        private final @Nullable Level level;

        State(String label, @Nullable Level level) {
            this.label = label;
            this.level = level;
        }

        public String label() {
            return label;
        }

        public Optional<Level> level() {
            return Optional.ofNullable(level);
        }
    }

    /** What moves an order. */
    public enum Trigger {
        ISSUE_REMINDER, ISSUE_ORDER, ESCALATE, ANSWER, JUDGE, END_CAUSE, DECIDE, CLEAR
    }

    /** The transition table of an order, once: one step at a time, and nothing beyond a proposal without people. */
    public static final Transitions<State, Trigger> TABLE = new Transitions<>(State.DETECTED,
            Set.of(State.CLEARED), List.of(new Row<>(State.DETECTED, Trigger.ISSUE_REMINDER, State.REMINDED),
                    new Row<>(State.DETECTED, Trigger.ISSUE_ORDER, State.ORDERED),
                    new Row<>(State.DETECTED, Trigger.END_CAUSE, State.DETECTED),
                    new Row<>(State.DETECTED, Trigger.CLEAR, State.CLEARED),
                    new Row<>(State.REMINDED, Trigger.ESCALATE, State.ORDERED),
                    new Row<>(State.REMINDED, Trigger.ANSWER, State.REMINDED),
                    new Row<>(State.REMINDED, Trigger.JUDGE, State.REMINDED),
                    new Row<>(State.REMINDED, Trigger.END_CAUSE, State.REMINDED),
                    new Row<>(State.REMINDED, Trigger.CLEAR, State.CLEARED),
                    new Row<>(State.ORDERED, Trigger.ESCALATE, State.CIRCULATED),
                    new Row<>(State.ORDERED, Trigger.ANSWER, State.ORDERED),
                    new Row<>(State.ORDERED, Trigger.JUDGE, State.ORDERED),
                    new Row<>(State.ORDERED, Trigger.END_CAUSE, State.ORDERED),
                    new Row<>(State.ORDERED, Trigger.CLEAR, State.CLEARED),
                    new Row<>(State.CIRCULATED, Trigger.ESCALATE, State.PROPOSED),
                    new Row<>(State.CIRCULATED, Trigger.ANSWER, State.CIRCULATED),
                    new Row<>(State.CIRCULATED, Trigger.JUDGE, State.CIRCULATED),
                    new Row<>(State.CIRCULATED, Trigger.END_CAUSE, State.CIRCULATED),
                    new Row<>(State.CIRCULATED, Trigger.CLEAR, State.CLEARED),
                    new Row<>(State.PROPOSED, Trigger.ANSWER, State.PROPOSED),
                    new Row<>(State.PROPOSED, Trigger.END_CAUSE, State.PROPOSED),
                    new Row<>(State.PROPOSED, Trigger.DECIDE, State.PROPOSED),
                    new Row<>(State.PROPOSED, Trigger.CLEAR, State.CLEARED)));

    /** 督办层级 (新政文〔2024〕62号 附件3 六(二): 提醒、通报、启动问责). */
    public enum Level {
        /** 提醒. */
        REMIND,
        /** 督办. */
        ORDER,
        /** 通报. */
        CIRCULATE,
        /** 问责建议. A proposal only: people decide about it. */
        ACCOUNTABILITY
    }

    /** What the responsible department answers. */
    public enum Answer {
        /** 研究部署. */
        REPLY("回复部署"),
        /** 反馈. */
        FEEDBACK("反馈进展"),
        /** 办结. */
        SOLVED("报告办结");

        private final String label;

        Answer(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** How the periods of an order run. */
    public enum Preset {
        /** 三级督办: one period per level. */
        LADDER,
        /** 13710: 一日研究部署、三日反馈、七日办结、重大一个月、归零. */
        P13710
    }

    /** What may be done with an order once it is there. */
    public sealed interface Command {
        /** 回复、反馈、报告办结, by the responsible department. */
        record Give(Answer answer, String text) implements Command {}

        /** The supervising side takes an answer as improvement: the period begins anew. */
        record AcceptImprovement(String note) implements Command {}

        /** The supervising side does not take the report that it is solved. */
        record RejectSolution(String reason) implements Command {}

        /** 领导包案. */
        record TakeCharge(String leader) implements Command {}

        /** 问责决定: by people only. */
        record Decide(Accountability accountability) implements Command {}

        /** 销号: the reason is gone. The clearing itself is published by the ladder at once. */
        record Clear(String note) implements Command {}
    }

    /** What happened to an order. */
    public sealed interface Event {
        Instant at();

        /**
         * @param missed 13710: the limits whose miss led here
         * @param replyDue by when an answer is expected
         */
        record Issued(Level level, Set<Answer> missed, @Nullable Instant replyDue, Instant at)
                implements Event {
            public Issued {
                missed = Set.copyOf(missed);
            }
        }

        record Answered(Answer answer, String text, Instant at) implements Event {}

        record ImprovementAccepted(String note, Instant at) implements Event {}

        record SolutionRejected(String reason, Instant at) implements Event {}

        record ChargeTaken(String leader, Instant at) implements Event {}

        record Decided(Accountability accountability, Instant at) implements Event {}

        record CauseEnded(String note, Instant at) implements Event {}

        record Cleared(String note, Instant at) implements Event {}
    }
}
