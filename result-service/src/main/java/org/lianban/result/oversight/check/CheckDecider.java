package org.lianban.result.oversight.check;

import java.time.Instant;
import java.util.Optional;
import org.lianban.command.Actor.Role;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.Reason;
import org.lianban.result.oversight.check.Check.Trigger;
import org.lianban.time.WorkCalendar;

/** Decides about checks: the table first, then who may, then what is missing or too early. */
public final class CheckDecider {
    private CheckDecider() {}

    public static Decision<Check.Event> decide(Check check, Check.Command command, OversightActor who,
            Check.Rules rules, WorkCalendar calendar, Instant now) {
        return switch (command) {
            case Check.Command.Find c -> move(check, c.finding().trigger(), "登记核查结论",
                    responsible(check, who).or(() -> Reason.unless(
                            c.finding() != Check.Event.Finding.REFUTED || !c.evidence().isEmpty(), Reason.INCOMPLETE,
                            "认定承诺不实须附证据。")),
                    new Check.Event.Found(c.finding(), c.text(), c.evidence(), now));
            case Check.Command.Notice c -> move(check, Trigger.NOTICE, "告知拟撤销", responsible(check, who),
                    new Check.Event.Noticed(c.noticeNo(), c.grounds(), now));
            case Check.Command.Defend c -> move(check, Trigger.DEFEND, "登记陈述申辩", Reason.unless(
                    who.role() == Role.APPLICANT || who.role() == Role.AGENT || who.role() == Role.WINDOW_CLERK
                            || who.speaksFor(check.head().department()),
                    Reason.FORBIDDEN, "陈述申辩由当事人提出，或由窗口、决定机关代为登记。"), new Check.Event.Defended(c.statement(), now));
            case Check.Command.Decide c -> move(check, c.revoke() ? Trigger.REVOKE : Trigger.UPHOLD,
                    c.revoke() ? "撤销" : "决定不予撤销",
                    decides(check, c, who).or(() -> defended(check, c, rules, calendar, now)),
                    new Check.Event.Decided(c.revoke(), c.decisionNo(), c.reasons(), now));
        };
    }

    private static Decision<Check.Event> move(Check check, Trigger trigger, String name, Optional<Refusal> refusal,
            Check.Event event) {
        return Reason.decide(Check.TABLE.allows(check.state(), trigger),
                "核查任务“" + check.state().label() + "”，不能" + name + "。", refusal, event);
    }

    private static Optional<Refusal> responsible(Check check, OversightActor who) {
        return Reason.unless(who.speaksFor(check.head().department()) || who.supervises(), Reason.FORBIDDEN,
                "只有作出决定的部门或监督部门可以核查。");
    }

    /** Only who approved may revoke (行政许可法 69). */
    private static Optional<Refusal> decides(Check check, Check.Command.Decide decide, OversightActor who) {
        return Reason.unless(who.role() != Role.SYSTEM && who.speaksFor(check.head().department()), Reason.FORBIDDEN,
                "撤销由作出行政许可决定的部门决定。")
                .or(() -> Reason.unless(!decide.revoke() || decide.decisionNo() != null, Reason.INCOMPLETE,
                        "撤销须有决定书文号。"));
    }

    private static Optional<Refusal> defended(Check check, Check.Command.Decide decide, Check.Rules rules,
            WorkCalendar calendar, Instant now) {
        return Reason.unless(check.state() != Check.State.NOTICED || !decide.revoke()
                || !now.isBefore(rules.defence().end(check.since(), calendar)), Reason.TOO_EARLY,
                "陈述申辩期（" + rules.defence().text() + "）未满，当事人尚未陈述申辩。");
    }
}
