package org.lianban.result.oversight.supervision;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 督办单.
 *
 * @param state a move goes through {@link Lifecycle#TABLE}
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

    static Order opened(Head head) {
        return new Order(head, State.DETECTED,
                new Course(head.openedAt(), null, Map.of(), Set.of(), null, null, null));
    }
}
