package org.lianban.result.oversight.ticket;

import static org.lianban.result.oversight.Reason.FORBIDDEN;
import static org.lianban.result.oversight.Reason.INCOMPLETE;
import static org.lianban.result.oversight.Reason.TOO_EARLY;
import static org.lianban.result.oversight.Reason.WRONG_STATE;
import static org.lianban.result.oversight.Reason.unless;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor.Role;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.ticket.Ticket.Lifecycle.Trigger;

/** Decides about tickets: the table first, then who may, then what is missing. */
public final class TicketDecider {
    private TicketDecider() {}

    public static Decision<Ticket.Event> decide(Ticket ticket, Ticket.Command command, OversightActor who,
            TicketRules rules,
            Instant now) {
        if (command instanceof Ticket.Command.Expire expire) {
            return expire(ticket, expire, now);
        }
        var trigger = trigger(ticket, command, rules);
        if (!Ticket.Lifecycle.TABLE.allows(ticket.stage(), trigger)) {
            return Decision.refused(WRONG_STATE, "工单处于“" + ticket.stage().label() + "”，不能" + name(command) + "。");
        }
        var refusal = refusal(ticket, command, who);
        return refusal.isPresent() ? Decision.refused(refusal.get()) : happened(ticket, command, rules, now);
    }

    /** Who may open a ticket of a kind, and who may name the department with it. */
    public static Optional<Refusal> opening(Ticket.Kind kind, boolean assigned, OversightActor who) {
        var allowed = switch (kind) {
            case UNRESOLVED, COMPLAINT -> speaksForReporter(who) || who.role() == Role.CERTIFICATE_WINDOW;
            case HOTLINE, MYSTERY_VISIT, EVALUATION -> who.supervises();
            case BAD_RATING -> false;
        };
        return unless(allowed, FORBIDDEN, "该角色不能登记“" + kind.label() + "”工单。")
                .or(() -> unless(!assigned || who.supervises(), FORBIDDEN, "只有监督部门可以分拨工单。"));
    }

    private static Trigger trigger(Ticket ticket, Ticket.Command command, TicketRules rules) {
        return switch (command) {
            case Ticket.Command.Assign c -> Trigger.ASSIGN;
            case Ticket.Command.Verify c -> c.finding().genuine() ? Trigger.PROVE : Trigger.DISPROVE;
            case Ticket.Command.Plan c -> Trigger.PLAN;
            case Ticket.Command.Rectify c -> Trigger.RECTIFY;
            case Ticket.Command.Return c -> Trigger.RETURN;
            case Ticket.Command.Inform c -> Trigger.INFORM;
            case Ticket.Command.CallBack c -> concludes(ticket, c, rules) ? Trigger.CALL_BACK : Trigger.TRY_CALL;
            case Ticket.Command.Dispute c -> Trigger.DISPUTE;
            case Ticket.Command.ReRate c -> Trigger.RE_RATE;
            case Ticket.Command.Close c -> Trigger.CLOSE;
            case Ticket.Command.Expire c -> throw new IllegalStateException("Decided before");
        };
    }

    private static boolean concludes(Ticket ticket, Ticket.Command.CallBack call, TicketRules rules) {
        return call.reached() || ticket.round().attempts() + 1 >= rules.attempts();
    }

    private static Optional<Refusal> refusal(Ticket ticket, Ticket.Command command, OversightActor who) {
        var department = ticket.department() == null ? "" : ticket.department();
        return switch (command) {
            case Ticket.Command.Assign c -> unless(who.supervises(), FORBIDDEN, "只有监督部门可以分拨工单。");
            case Ticket.Command.Verify c -> verify(department, c.finding(), who);
            case Ticket.Command.Plan c -> responsible(department, who);
            case Ticket.Command.Rectify c -> responsible(department, who);
            case Ticket.Command.Return c -> judged(department, who, "退回整改");
            case Ticket.Command.Inform c ->
                unless(who.supervises() || who.speaksFor(department) || who.role() == Role.WINDOW_CLERK, FORBIDDEN,
                        "只有监督部门、责任部门或窗口可以告知反映人。");
            case Ticket.Command.CallBack c -> callBack(ticket, department, who);
            case Ticket.Command.Dispute c -> unless(speaksForReporter(who), FORBIDDEN, "只有反映人或监督部门可以提出异议。");
            case Ticket.Command.ReRate c -> unless(speaksForReporter(who), FORBIDDEN, "只有反映人可以再次评价。");
            case Ticket.Command.Close c -> close(ticket, department, who);
            case Ticket.Command.Expire c ->
                unless(who.role() == Role.SYSTEM, FORBIDDEN, "时限由系统计算。");
        };
    }

    /** A department does not clear itself: that a report is unfounded is found by others, with evidence. */
    private static Optional<Refusal> verify(String department, Ticket.Finding finding, OversightActor who) {
        if (finding.genuine()) {
            return unless(who.supervises() || who.speaksFor(department), FORBIDDEN, "只有监督部门或责任部门可以核实。");
        }
        return judged(department, who, "认定不实或误评").or(() -> unless(!finding.evidence().isEmpty(), INCOMPLETE,
                "认定不实或误评须附证据。"));
    }

    private static Optional<Refusal> responsible(String department, OversightActor who) {
        return unless(who.speaksFor(department) || who.supervises(), FORBIDDEN, "只有责任部门可以整改。");
    }

    private static Optional<Refusal> judged(String department, OversightActor who, String what) {
        return unless(who.supervises(department), FORBIDDEN, "只有监督部门可以" + what + "，责任部门不得自行" + what + "。");
    }

    private static Optional<Refusal> callBack(Ticket ticket, String department, OversightActor who) {
        if (ticket.finding() == null || !ticket.finding().genuine()) {
            return Optional.of(Refusal.of(WRONG_STATE, "核实不实的工单告知后即可办结，无需回访。"));
        }
        return unless(who.supervises(department) || who.role() == Role.WINDOW_CLERK && !who.speaksFor(department),
                FORBIDDEN, "回访由监督部门或窗口进行，责任部门不得自行回访。");
    }

    /** What proved genuine is closed only after the call-back; what did not, once the reporter knows. */
    private static Optional<Refusal> close(Ticket ticket, String department, OversightActor who) {
        return judged(department, who, "办结").or(() -> switch (ticket.stage()) {
            case INFORMED -> unless(ticket.finding() != null && !ticket.finding().genuine(), TOO_EARLY,
                    "属实的工单须回访后办结。");
            case REPORTED, ASSIGNED, VERIFIED, DISPROVED, RECTIFYING, RECTIFIED, CALLED_BACK, RE_RATED, REOPENED,
                    CLOSED ->
                Optional.empty();
        });
    }

    private static boolean speaksForReporter(OversightActor who) {
        return who.role() == Role.APPLICANT || who.role() == Role.AGENT || who.role() == Role.WINDOW_CLERK
                || who.supervises();
    }

    private static Decision<Ticket.Event> happened(Ticket ticket, Ticket.Command command, TicketRules rules,
            Instant now) {
        return switch (command) {
            case Ticket.Command.Assign c -> c.department().equals(ticket.department())
                    && ticket.stage() == Ticket.Stage.ASSIGNED
                            ? Decision.accepted()
                            : Decision.accepted(new Ticket.Event.Assigned(c.department(), c.note(), now));
            case Ticket.Command.Verify c -> Decision.accepted(new Ticket.Event.Verified(c.finding(), now));
            case Ticket.Command.Plan c -> Decision.accepted(new Ticket.Event.Planned(c.plan(), now));
            case Ticket.Command.Rectify c ->
                Decision.accepted(new Ticket.Event.Rectified(c.measures(), c.evidence(), now));
            case Ticket.Command.Return c -> Decision.accepted(new Ticket.Event.Returned(c.reason(), now));
            case Ticket.Command.Inform c -> Decision.accepted(new Ticket.Event.Informed(c.way(), c.text(), now));
            case Ticket.Command.CallBack c -> concludes(ticket, c, rules)
                    ? Decision.accepted(new Ticket.Event.CalledBack(c.reached(), c.note(), now))
                    : Decision.accepted(new Ticket.Event.CallTried(c.note(), now));
            case Ticket.Command.Dispute c -> Decision.accepted(new Ticket.Event.Disputed(c.reason(), now));
            case Ticket.Command.ReRate c -> c.level().bad()
                    ? Decision.accepted(new Ticket.Event.ReRated(c.level(), now), new Ticket.Event.Reopened(now))
                    : Decision.accepted(new Ticket.Event.ReRated(c.level(), now),
                            new Ticket.Event.Closed("再评" + c.level().label(), now));
            case Ticket.Command.Close c -> Decision.accepted(new Ticket.Event.Closed(c.note(), now));
            case Ticket.Command.Expire c -> throw new IllegalStateException("Decided before");
        };
    }

    /** A limit that was met meanwhile, or whose miss is known, is late news and changes nothing. */
    private static Decision<Ticket.Event> expire(Ticket ticket, Ticket.Command.Expire expire, Instant now) {
        return ticket.runs().filter(limit -> limit == expire.limit() && ticket.round().overdue() != limit).isPresent()
                ? Decision.accepted(new Ticket.Event.Expired(expire.limit(), expire.dueAt(), now))
                : Decision.accepted();
    }

    private static String name(Ticket.Command command) {
        return switch (command) {
            case Ticket.Command.Assign c -> "分拨";
            case Ticket.Command.Verify c -> "核实";
            case Ticket.Command.Plan c -> "开始整改";
            case Ticket.Command.Rectify c -> "报告整改完成";
            case Ticket.Command.Return c -> "退回整改";
            case Ticket.Command.Inform c -> "告知";
            case Ticket.Command.CallBack c -> "回访";
            case Ticket.Command.Dispute c -> "提出异议";
            case Ticket.Command.ReRate c -> "再评";
            case Ticket.Command.Close c -> "办结";
            case Ticket.Command.Expire c -> "计时";
        };
    }

    static Ticket.@Nullable Limit still(Ticket ticket, Ticket.@Nullable Limit overdue) {
        return overdue == null ? null : ticket.runs().filter(limit -> limit == overdue).orElse(null);
    }
}
