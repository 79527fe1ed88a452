package org.lianban.intake.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.intake.application.Rejection;

/**
 * 数据异议: what a shared source says is wrong, and its department is asked to look (政务数据共享条例: 数据异议核实). Until it
 * is answered the applicant may hand in the material itself.
 *
 * @param caseNo null: found before anything was filed
 * @param source id of the department whose data they are
 * @param subject which datum, for example a form field or a certificate
 * @param shown what the source said; personal data
 * @param claimed what the applicant says is right; personal data
 * @param evidence digest of an uploaded file
 */
public record Objection(String number, String region, @Nullable String caseNo, String source, String subject,
        String shown, String claimed, @Nullable String evidence, State state, @Nullable Finding finding, String by,
        Instant openedAt) {

    public enum State {
        /** 已提出. */
        OPEN,
        /** 核实中. */
        VERIFYING,
        /** 已更正. */
        CORRECTED,
        /** 核实无误. */
        UPHELD
    }

    public enum Step {
        ACKNOWLEDGE, CORRECT, UPHOLD
    }

    public record Transition(State from, Step step, State to) {}

    /** The transition table, once. */
    public static final List<Transition> TABLE = List.of(
            new Transition(State.OPEN, Step.ACKNOWLEDGE, State.VERIFYING),
            new Transition(State.OPEN, Step.CORRECT, State.CORRECTED),
            new Transition(State.OPEN, Step.UPHOLD, State.UPHELD),
            new Transition(State.VERIFYING, Step.CORRECT, State.CORRECTED),
            new Transition(State.VERIFYING, Step.UPHOLD, State.UPHELD));

    /** What the source department found. */
    public record Finding(String text, String by, Instant at) {}

    static Optional<State> next(State from, Step step) {
        return TABLE.stream().filter(t -> t.from() == from && t.step() == step).map(Transition::to).findFirst();
    }

    /**
     * @param text the department's answer; only an acknowledgement needs none
     * @return the objection afterwards, or why not
     */
    public Decided<Objection> decide(Step step, @Nullable String text, String who, Instant now) {
        Optional<State> to = next(state, step);
        if (to.isEmpty()) {
            return Decided.refused(Rejection.Kind.WRONG_STATE, "数据异议 " + number + switch (state) {
                case OPEN -> " 尚未核实";
                case VERIFYING -> " 正在核实";
                case CORRECTED -> " 已更正";
                case UPHELD -> " 已答复：核实无误";
            });
        }
        return new Decided.Done<>(new Objection(number, region, caseNo, source, subject, shown, claimed, evidence,
                to.get(), text == null ? finding : new Finding(text, who, now), by, openedAt));
    }

    /** Personal data stay out of logs. */
    @Override
    public String toString() {
        return "Objection[" + number + " " + state + "]";
    }
}
