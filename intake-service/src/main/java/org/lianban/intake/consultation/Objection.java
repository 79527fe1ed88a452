package org.lianban.intake.consultation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Decision;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.command.Transitions;
import org.lianban.command.Transitions.Row;
import org.lianban.form.Field;
import org.lianban.intake.access.Headers;
import org.lianban.intake.commands.Conflict;
import org.lianban.intake.commands.Series;
import org.lianban.text.TextKind;

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

    /** The transition table, once. */
    public static final Transitions<State, Step> TABLE = new Transitions<>(State.OPEN,
            Set.of(State.CORRECTED, State.UPHELD), List.of(
                    new Row<>(State.OPEN, Step.ACKNOWLEDGE, State.VERIFYING),
                    new Row<>(State.OPEN, Step.CORRECT, State.CORRECTED),
                    new Row<>(State.OPEN, Step.UPHOLD, State.UPHELD),
                    new Row<>(State.VERIFYING, Step.CORRECT, State.CORRECTED),
                    new Row<>(State.VERIFYING, Step.UPHOLD, State.UPHELD)));

    /** 数据异议 as it is raised. */
    public record ObjectionTerms(@Field(kind = TextKind.REGION, label = "办理地区", example = "410721") String region,
            @Field(kind = TextKind.CODE, label = "办件编号", pattern = Series.CASE_NUMBER,
                    example = "41072120260918YJS000001F") @Nullable String caseNo,
            @Field(kind = TextKind.CODE, label = "数据来源部门", example = "410721-minzheng") String source,
            @Field(label = "有异议的数据", max = 100, example = "婚姻登记信息") String subject,
            @Field(label = "系统显示的内容", example = "未查到登记") String shown,
            @Field(label = "申请人认为正确的内容", example = "2021-05-20 在新乡县登记") String claimed,
            @Field(kind = TextKind.DIGEST, label = "证据", pattern = "sha256:.*",
                    example = "sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824") @Nullable String evidence) {
        /** @param known whether there is such a department */
        public List<Fault> faults(boolean known) {
            List<Fault> faults = new ArrayList<>(Series.faults(caseNo));
            if (!known) {
                faults.add(new Fault("/source", "UNKNOWN", "没有此部门：" + source));
            }
            return faults;
        }

        public Objection opened(String number, String by, Instant now) {
            return new Objection(number, region, caseNo, source, subject, shown, claimed, evidence, State.OPEN, null,
                    by, now);
        }
    }

    /** 核实 by the source department. @param text its answer; only an acknowledgement needs none */
    public record Verification(@Field(label = "核实步骤", example = "CORRECT") Step step,
            @Field(kind = TextKind.LINES, label = "核实结果", max = 1_000, example = "已补录婚姻登记信息") @Nullable String text) {}

    /** What the source department found. */
    public record Finding(String text, String by, Instant at) {}

    /**
     * @return the objection afterwards, or why not
     */
    public Decision<Objection> decide(Verification answer, Actor actor, Instant now) {
        if (!source.equals(actor.id()) && !source.equals(actor.onBehalfOf())) {
            return Decision.refused(Refusal.forbidden(List.of(
                    new Fault(Headers.ON_BEHALF_OF, "OTHER_DEPARTMENT", "数据来源部门是 " + source))));
        }
        String text = answer.text();
        if (text == null && answer.step() != Step.ACKNOWLEDGE) {
            return Decision.refused(Refusal.unacceptable(new Fault("/text", "MISSING", "请填写核实结果")));
        }
        Optional<State> to = TABLE.next(state, answer.step());
        if (to.isEmpty()) {
            return Decision.refused(Conflict.WRONG_STATE, "数据异议 " + number + switch (state) {
                case OPEN -> " 尚未核实";
                case VERIFYING -> " 正在核实";
                case CORRECTED -> " 已更正";
                case UPHELD -> " 已答复：核实无误";
            });
        }
        return Decision.accepted(new Objection(number, region, caseNo, source, subject, shown, claimed, evidence,
                to.get(), text == null ? finding : new Finding(text, actor.text(), now), by, openedAt));
    }

    /** Personal data stay out of logs. */
    @Override
    public String toString() {
        return "Objection[" + number + " " + state + "]";
    }
}
