package org.lianban.result.oversight.check;

import static org.lianban.result.oversight.Reason.FORBIDDEN;
import static org.lianban.result.oversight.Reason.INCOMPLETE;
import static org.lianban.result.oversight.Reason.TOO_EARLY;
import static org.lianban.result.oversight.Reason.WRONG_STATE;
import static org.lianban.result.oversight.Reason.unless;

import java.time.Instant;
import java.util.Optional;
import org.lianban.command.Actor.Role;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.check.Lifecycle.Trigger;
import org.lianban.time.WorkCalendar;

/** Decides about checks: the table first, then who may, then what is missing or too early. */
public final class CheckDecider {
    private CheckDecider() {}

    public static Decision<CheckEvent> decide(Check check, CheckCommand command, OversightActor who, CheckRules rules,
            WorkCalendar calendar, Instant now) {
        if (!Lifecycle.TABLE.allows(check.state(), trigger(command))) {
            return Decision.refused(WRONG_STATE, "核查任务“" + check.state().label() + "”，不能" + name(command) + "。");
        }
        var refusal = switch (command) {
            case CheckCommand.Find c -> responsible(check, who).or(() -> unless(
                    c.finding() != CheckEvent.Finding.REFUTED || !c.evidence().isEmpty(), INCOMPLETE,
                    "认定承诺不实须附证据。"));
            case CheckCommand.Notice c -> responsible(check, who);
            case CheckCommand.Defend c -> unless(who.role() == Role.APPLICANT || who.role() == Role.AGENT
                    || who.role() == Role.WINDOW_CLERK || who.speaksFor(check.head().department()), FORBIDDEN,
                    "陈述申辩由当事人提出，或由窗口、决定机关代为登记。");
            case CheckCommand.Decide c -> decides(check, c, who).or(() -> recorded(check, c, rules, calendar, now));
        };
        return refusal.isPresent() ? Decision.refused(refusal.get()) : Decision.accepted(event(command, now));
    }

    private static Trigger trigger(CheckCommand command) {
        return switch (command) {
            case CheckCommand.Find c -> c.finding().trigger();
            case CheckCommand.Notice c -> Trigger.NOTICE;
            case CheckCommand.Defend c -> Trigger.DEFEND;
            case CheckCommand.Decide c -> c.revoke() ? Trigger.REVOKE : Trigger.UPHOLD;
        };
    }

    private static Optional<Refusal> responsible(Check check, OversightActor who) {
        return unless(who.speaksFor(check.head().department()) || who.supervises(), FORBIDDEN,
                "只有作出决定的部门或监督部门可以核查。");
    }

    /** Only who approved may revoke (行政许可法 69). */
    private static Optional<Refusal> decides(Check check, CheckCommand.Decide decide, OversightActor who) {
        return unless(who.role() != Role.SYSTEM && who.speaksFor(check.head().department()), FORBIDDEN,
                "撤销由作出行政许可决定的部门决定。")
                .or(() -> unless(!decide.revoke() || decide.decisionNo() != null, INCOMPLETE, "撤销须有决定书文号。"));
    }

    private static Optional<Refusal> recorded(Check check, CheckCommand.Decide decide, CheckRules rules,
            WorkCalendar calendar, Instant now) {
        return switch (check.state()) {
            case NOTICED -> unless(
                    !decide.revoke() || !now.isBefore(rules.defence().end(check.since(), calendar)),
                    TOO_EARLY, "陈述申辩期（" + rules.defence().text() + "）未满，当事人尚未陈述申辩。");
            case PLANNED, OPEN, CORRECTING, CONFIRMED, REFUTED, DEFENDED, REVOKED, UPHELD, DROPPED ->
                Optional.empty();
        };
    }

    private static CheckEvent event(CheckCommand command, Instant now) {
        return switch (command) {
            case CheckCommand.Find c -> new CheckEvent.Found(c.finding(), c.text(), c.evidence(), now);
            case CheckCommand.Notice c -> new CheckEvent.Noticed(c.noticeNo(), c.grounds(), now);
            case CheckCommand.Defend c -> new CheckEvent.Defended(c.statement(), now);
            case CheckCommand.Decide c -> new CheckEvent.Decided(c.revoke(), c.decisionNo(), c.reasons(), now);
        };
    }

    private static String name(CheckCommand command) {
        return switch (command) {
            case CheckCommand.Find c -> "登记核查结论";
            case CheckCommand.Notice c -> "告知拟撤销";
            case CheckCommand.Defend c -> "登记陈述申辩";
            case CheckCommand.Decide c -> c.revoke() ? "撤销" : "决定不予撤销";
        };
    }

}
