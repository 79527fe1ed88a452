package org.lianban.result.oversight.supervision;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.result.oversight.Period;

/**
 * What the lead department decides about supervision.
 *
 * @param opens which breach opens an order at which level, REMIND or ORDER; a timer that is not named opens none
 * @param periods per level how long improvement is waited for before the next one
 * @param answers 13710: per answer how long after the order; {@code major} replaces the last for 重大
 */
public record LadderRules(Map<Timer, Level> opens, Map<Level, Period> periods, Map<Answer, Period> answers,
        Period major) {
    public static final LadderRules DEFAULT = new LadderRules(opensByDefault(),
            Map.of(Level.REMIND, Period.workingDays(1), Level.ORDER, Period.workingDays(3), Level.CIRCULATE,
                    Period.workingDays(5)),
            Map.of(Answer.REPLY, Period.days(1), Answer.FEEDBACK, Period.days(3), Answer.SOLVED, Period.days(7)),
            Period.days(30));

    public LadderRules {
        opens = Map.copyOf(opens);
        periods = Map.copyOf(periods);
        answers = Map.copyOf(answers);
        if (opens.values().stream().anyMatch(level -> level.compareTo(Level.ORDER) > 0)) {
            throw new IllegalArgumentException("A rule opens with REMIND or ORDER: the next level follows only without "
                    + "improvement, but got " + opens);
        }
    }

    /** Short internal limits remind; promised and statutory limits and bad ratings order (附件3 六(二)). */
    private static Map<Timer, Level> opensByDefault() {
        var opens = new EnumMap<Timer, Level>(Timer.class);
        for (Timer timer : Timer.values()) {
            switch (timer) {
                case INTAKE, STATUTORY_NOTICE, ACCEPTANCE, SPECIAL_PROCEDURE, PRE_REVIEW, IMMEDIATE_DECISION,
                        RESULT_FILING, SAME_DAY_DELIVERY, PROGRESS ->
                    opens.put(timer, Level.REMIND);
                case PROMISE, STATUTORY, RATING -> opens.put(timer, Level.ORDER);
                // The applicant's own limits, the order's own, and what only reminds the holder.
                case CORRECTION, TOLERANCE, SUPERVISION, CERTIFICATE_EXPIRY -> {
                }
            }
        }
        return opens;
    }

    /** The level with which a breach of this timer opens an order. */
    public Optional<Level> opening(Timer timer) {
        return Optional.ofNullable(opens.get(timer));
    }

    Optional<Period> period(Level level) {
        return Optional.ofNullable(periods.get(level));
    }

    Optional<Period> period(Answer answer, boolean major) {
        return answer == Answer.SOLVED && major ? Optional.of(this.major) : Optional.ofNullable(answers.get(answer));
    }
}
