package org.lianban.result.oversight.ticket;

import java.time.Instant;
import java.util.Optional;
import org.lianban.command.Actor.Role;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.Reason;
import org.lianban.result.oversight.ticket.Ticket.Trigger;

/** Decides about tickets: the table first, then who may, then what is missing. */
public final class TicketDecider {
    private TicketDecider() {}

    public static Decision<Ticket.Event> decide(Ticket ticket, Ticket.Command command, OversightActor who,
            Ticket.Rules rules, Instant now) {
        var department = ticket.department() == null ? "" : ticket.department();
        return switch (command) {
            case Ticket.Command.Assign c -> {
                var refusal = Reason.unless(who.supervises(), Reason.FORBIDDEN, "只有监督部门可以分拨工单。");
                yield c.department().equals(ticket.department()) && ticket.stage() == Ticket.Stage.ASSIGNED
                        ? move(ticket, Trigger.ASSIGN, "分拨", refusal)
                        : move(ticket, Trigger.ASSIGN, "分拨", refusal,
                                new Ticket.Event.Assigned(c.department(), c.note(), now));
            }
            case Ticket.Command.Verify c -> move(ticket, c.finding().genuine() ? Trigger.PROVE : Trigger.DISPROVE, "核实",
                    verify(department, c.finding(), who), new Ticket.Event.Verified(c.finding(), now));
            case Ticket.Command.Plan c -> move(ticket, Trigger.PLAN, "开始整改", responsible(department, who),
                    new Ticket.Event.Planned(c.plan(), now));
            case Ticket.Command.Rectify c -> move(ticket, Trigger.RECTIFY, "报告整改完成", responsible(department, who),
                    new Ticket.Event.Rectified(c.measures(), c.evidence(), now));
            case Ticket.Command.Return c -> move(ticket, Trigger.RETURN, "退回整改", judged(department, who, "退回整改"),
                    new Ticket.Event.Returned(c.reason(), now));
            case Ticket.Command.Inform c -> move(ticket, Trigger.INFORM, "告知",
                    Reason.unless(who.supervises() || who.speaksFor(department) || who.role() == Role.WINDOW_CLERK,
                            Reason.FORBIDDEN, "只有监督部门、责任部门或窗口可以告知反映人。"),
                    new Ticket.Event.Informed(c.way(), c.text(), now));
            case Ticket.Command.CallBack c -> {
                // So many calls in vain count as a call-back.
                boolean concludes = c.reached() || ticket.round().attempts() + 1 >= rules.attempts();
                yield move(ticket, concludes ? Trigger.CALL_BACK : Trigger.TRY_CALL, "回访",
                        callBack(ticket, department, who), concludes
                                ? new Ticket.Event.CalledBack(c.reached(), c.note(), now)
                                : new Ticket.Event.CallTried(c.note(), now));
            }
            case Ticket.Command.Dispute c -> move(ticket, Trigger.DISPUTE, "提出异议",
                    Reason.unless(speaksForReporter(who), Reason.FORBIDDEN, "只有反映人或监督部门可以提出异议。"),
                    new Ticket.Event.Disputed(c.reason(), now));
            case Ticket.Command.ReRate c -> move(ticket, Trigger.RE_RATE, "再评",
                    Reason.unless(speaksForReporter(who), Reason.FORBIDDEN, "只有反映人可以再次评价。"),
                    new Ticket.Event.ReRated(c.level(), now), c.level().bad()
                            ? new Ticket.Event.Reopened(now)
                            : new Ticket.Event.Closed("再评" + c.level().label(), now));
            case Ticket.Command.Close c -> move(ticket, Trigger.CLOSE, "办结", close(ticket, department, who),
                    new Ticket.Event.Closed(c.note(), now));
        };
    }

    private static Decision<Ticket.Event> move(Ticket ticket, Trigger trigger, String name, Optional<Refusal> refusal,
            Ticket.Event... events) {
        return Reason.decide(Ticket.TABLE.allows(ticket.stage(), trigger),
                "工单处于“" + ticket.stage().label() + "”，不能" + name + "。", refusal, events);
    }

    /** Who may open a ticket of a kind, and who may name the department with it. */
    public static Optional<Refusal> opening(Ticket.Kind kind, boolean assigned, OversightActor who) {
        var allowed = switch (kind) {
            case UNRESOLVED, COMPLAINT -> speaksForReporter(who) || who.role() == Role.CERTIFICATE_WINDOW;
            case HOTLINE, MYSTERY_VISIT, EVALUATION -> who.supervises();
            case BAD_RATING -> false;
        };
        return Reason.unless(allowed, Reason.FORBIDDEN, "该角色不能登记“" + kind.label() + "”工单。")
                .or(() -> Reason.unless(!assigned || who.supervises(), Reason.FORBIDDEN, "只有监督部门可以分拨工单。"));
    }

    /** A department does not clear itself: that a report is unfounded is found by others, with evidence. */
    private static Optional<Refusal> verify(String department, Ticket.Finding finding, OversightActor who) {
        if (finding.genuine()) {
            return Reason.unless(who.supervises() || who.speaksFor(department), Reason.FORBIDDEN, "只有监督部门或责任部门可以核实。");
        }
        return judged(department, who, "认定不实或误评")
                .or(() -> Reason.unless(!finding.evidence().isEmpty(), Reason.INCOMPLETE, "认定不实或误评须附证据。"));
    }

    private static Optional<Refusal> responsible(String department, OversightActor who) {
        return Reason.unless(who.speaksFor(department) || who.supervises(), Reason.FORBIDDEN, "只有责任部门可以整改。");
    }

    private static Optional<Refusal> judged(String department, OversightActor who, String what) {
        return Reason.unless(who.supervises(department), Reason.FORBIDDEN,
                "只有监督部门可以" + what + "，责任部门不得自行" + what + "。");
    }

    private static Optional<Refusal> callBack(Ticket ticket, String department, OversightActor who) {
        if (ticket.finding() == null || !ticket.finding().genuine()) {
            return Optional.of(Refusal.of(Reason.WRONG_STATE, "核实不实的工单告知后即可办结，无需回访。"));
        }
        return Reason.unless(
                who.supervises(department) || who.role() == Role.WINDOW_CLERK && !who.speaksFor(department),
                Reason.FORBIDDEN, "回访由监督部门或窗口进行，责任部门不得自行回访。");
    }

    /** What proved genuine is closed only after the call-back; what did not, once the reporter knows. */
    private static Optional<Refusal> close(Ticket ticket, String department, OversightActor who) {
        return judged(department, who, "办结").or(() -> Reason.unless(ticket.stage() != Ticket.Stage.INFORMED
                || ticket.finding() != null && !ticket.finding().genuine(), Reason.TOO_EARLY, "属实的工单须回访后办结。"));
    }

    private static boolean speaksForReporter(OversightActor who) {
        return who.role() == Role.APPLICANT || who.role() == Role.AGENT || who.role() == Role.WINDOW_CLERK
                || who.supervises();
    }
}
