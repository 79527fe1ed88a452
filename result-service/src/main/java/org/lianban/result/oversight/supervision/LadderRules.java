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
public record LadderRules(Map<Timer, Order.Level> opens, Map<Order.Level, Period> periods,
        Map<Order.Answer, Period> answers, Period major) {
    public static final LadderRules DEFAULT = new LadderRules(opensByDefault(),
            Map.of(Order.Level.REMIND, Period.workingDays(1), Order.Level.ORDER, Period.workingDays(3),
                    Order.Level.CIRCULATE, Period.workingDays(5)),
            Map.of(Order.Answer.REPLY, Period.days(1), Order.Answer.FEEDBACK, Period.days(3), Order.Answer.SOLVED,
                    Period.days(7)),
            Period.days(30));

    public LadderRules {
        opens = Map.copyOf(opens);
        periods = Map.copyOf(periods);
        answers = Map.copyOf(answers);
        if (opens.values().stream().anyMatch(level -> level.compareTo(Order.Level.ORDER) > 0)) {
            throw new IllegalArgumentException("A rule opens with REMIND or ORDER: the next level follows only without "
                    + "improvement, but got " + opens);
        }
    }

    /** Short internal limits remind; promised and statutory limits and bad ratings order (附件3 六(二)). */
    private static Map<Timer, Order.Level> opensByDefault() {
        var opens = new EnumMap<Timer, Order.Level>(Timer.class);
        for (Timer timer : Timer.values()) {
            Order.Level level = switch (timer) {
                case INTAKE, STATUTORY_NOTICE, ACCEPTANCE, SPECIAL_PROCEDURE, PRE_REVIEW, IMMEDIATE_DECISION,
                        RESULT_FILING, SAME_DAY_DELIVERY, PROGRESS ->
                    Order.Level.REMIND;
                case PROMISE, STATUTORY, RATING -> Order.Level.ORDER;
                // The applicant's own limits, the order's own, and what only reminds the holder.
                case CORRECTION, TOLERANCE, SUPERVISION, CERTIFICATE_EXPIRY -> null;
            };
            if (level != null) {
                opens.put(timer, level);
            }
        }
        return opens;
    }

    /** What an order says that a breach of this timer opened. */
    public static String text(Timer timer) {
        return switch (timer) {
            case INTAKE -> "收件超过时限";
            case STATUTORY_NOTICE -> "超过法定期限未告知补正、受理或不予受理";
            case ACCEPTANCE -> "超过时限未作出受理决定";
            case PROMISE -> "超过承诺办结时限";
            case STATUTORY -> "超过法定办结期限";
            case SPECIAL_PROCEDURE -> "特别程序超过公布的时限";
            case CORRECTION -> "补正期限届满";
            case TOLERANCE -> "容缺材料逾期未补";
            case PRE_REVIEW -> "预审超过时限";
            case IMMEDIATE_DECISION -> "前置结果送达后未即时作出决定";
            case RESULT_FILING -> "结果未按时反馈";
            case SAME_DAY_DELIVERY -> "结果到窗后未当天送达";
            case RATING -> "差评或工单超过处理时限";
            case SUPERVISION -> "督办未按时答复";
            case PROGRESS -> "办理进度长期未更新";
            case CERTIFICATE_EXPIRY -> "证照即将到期";
        };
    }

    /** The level with which a breach of this timer opens an order. */
    public Optional<Order.Level> opening(Timer timer) {
        return Optional.ofNullable(opens.get(timer));
    }

    Optional<Period> period(Order.Level level) {
        return Optional.ofNullable(periods.get(level));
    }

    Optional<Period> period(Order.Answer answer, boolean major) {
        return answer == Order.Answer.SOLVED && major
                ? Optional.of(this.major)
                : Optional.ofNullable(answers.get(answer));
    }
}
