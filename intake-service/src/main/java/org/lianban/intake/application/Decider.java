package org.lianban.intake.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Decision;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.catalog.Term;
import org.lianban.contracts.event.IntakeEvent.Commitment;
import org.lianban.intake.application.Application.Submitted;
import org.lianban.intake.application.Held.Receiving;
import org.lianban.intake.application.Lifecycle.Trigger;
import org.lianban.intake.checking.PromisePolicy;
import org.lianban.intake.commands.Conflict;
import org.lianban.intake.commands.Series;

/** Decides commands; changes nothing. */
public final class Decider {
    private Decider() {}

    public static Decision<ApplicationEvent> decide(Application state, ApplicationCommand command, DecisionContext c) {
        if (state instanceof Application.None && !(command instanceof ApplicationCommand.Submit)) {
            return Decision.refused(Refusal.notFound("没有此办件编号的申请"));
        }
        return switch (command) {
            case ApplicationCommand.Submit submit -> submit(state, submit, c);
            case ApplicationCommand.Receive receive -> receive(state, receive, c);
            case ApplicationCommand.NotifyCorrection notice -> notifyCorrection(state, notice, c);
            case ApplicationCommand.Resubmit again -> resubmit(state, again, c);
            case ApplicationCommand.Amend amend -> amend(state, amend);
            case ApplicationCommand.Supplement supplement -> Later.supplement(state, supplement, c.now());
            case ApplicationCommand.Expire(String material) -> Later.expire(state, material, c.now());
            case ApplicationCommand.Lapse(int round) -> lapse(state, round, c.now());
            case ApplicationCommand.AskCorrection(Held.Wish wish) -> Later.ask(state, wish);
            case ApplicationCommand.Withdraw withdraw -> withdraw(state, withdraw, c.now());
            case ApplicationCommand.MarkSettled(String outcome, Instant at) -> permits(state, Trigger.SETTLE)
                    ? Decision.accepted(new ApplicationEvent.Settled(outcome, at))
                    : Decision.accepted();
        };
    }

    static boolean permits(Application state, Trigger trigger) {
        return Lifecycle.TABLE.allows(state.status(), trigger);
    }

    private static Decision<ApplicationEvent> submit(Application state, ApplicationCommand.Submit submit,
            DecisionContext c) {
        if (!permits(state, Trigger.SUBMIT)) {
            return Decision.refused(Conflict.ALREADY_FILED, "此办件编号已有申请");
        }
        return withReceipt(submit.dossier(), submit.receive(), c);
    }

    private static Decision<ApplicationEvent> withReceipt(Dossier dossier, @Nullable Receiving receive,
            DecisionContext c) {
        ApplicationEvent submitted = new ApplicationEvent.Submitted(dossier);
        if (receive == null) {
            return Decision.accepted(submitted);
        }
        return switch (receipt(dossier, dossier.pack(), receive, c)) {
            case Decision.Accepted<ApplicationEvent> received ->
                Decision.accepted(submitted, received.events().getFirst());
            case Decision.Repeated<ApplicationEvent> repeated -> repeated;
            case Decision.Refused<ApplicationEvent> refused -> refused;
        };
    }

    /** 收件: the dates of what is owed count from now, so a receipt that cannot count them is refused. */
    private static Decision<ApplicationEvent> receipt(Dossier dossier, CasePack pack, Receiving how,
            DecisionContext c) {
        List<Held.Debt> debts = new ArrayList<>();
        List<Commitment> waived = new ArrayList<>();
        for (PromisePolicy.Promise promise : dossier.extras().promises()) {
            switch (promise.type()) {
                case WAIVE -> waived.add(promise.due(null));
                case DEFER -> {
                    Optional<Instant> due = c.due().of(dossier.region(), promise.limits());
                    if (due.isEmpty()) {
                        return Decision.refused(Refusal.unavailable("工作日历尚未覆盖，容缺补齐期限不能计算，暂不能容缺收件"));
                    }
                    debts.add(Held.Debt.owed(promise.due(due.get())));
                }
            }
        }
        boolean plain = how.reviews().isEmpty() && how.acceptedOnReceipt().isEmpty()
                && (how.window() == null || how.window().equals(dossier.window()));
        Held held = debts.isEmpty() && waived.isEmpty() && plain
                ? Held.NOTHING
                : new Held(debts, waived, List.of(), plain ? null : how);
        return Decision.accepted(new ApplicationEvent.Received(
                new Application.Receipt(c.numbers().next(Series.RECEIPT, dossier.region()), c.now(), c.by()), pack,
                held, how));
    }

    private static Decision<ApplicationEvent> receive(Application state, ApplicationCommand.Receive receive,
            DecisionContext c) {
        return state instanceof Submitted(Dossier dossier) && permits(state, Trigger.RECEIVE)
                ? receipt(dossier, receive.pack(), receive.receiving(), c)
                : notWaiting(state);
    }

    private static Decision<ApplicationEvent> amend(Application state, ApplicationCommand.Amend amend) {
        return state instanceof Submitted(Dossier dossier) && permits(state, Trigger.AMEND)
                ? Decision.accepted(
                        new ApplicationEvent.Amended(dossier.amended(amend.items(), amend.pack(), amend.extras())))
                : notWaiting(state);
    }

    /** A clock that ran out of a round that is over, or of a notice without a term, changes nothing. */
    private static Decision<ApplicationEvent> lapse(Application state, int round, Instant now) {
        return state instanceof Application.CorrectionNotified(Dossier dossier, Application.Notice notice)
                && permits(state, Trigger.LAPSE)
                && dossier.round() == round && notice.mayLapse()
                        ? Decision.accepted(new ApplicationEvent.Lapsed(round, now))
                        : Decision.accepted();
    }

    private static Decision<ApplicationEvent> notifyCorrection(Application state,
            ApplicationCommand.NotifyCorrection notice, DecisionContext c) {
        if (state instanceof Submitted(Dossier dossier) && permits(state, Trigger.NOTIFY_CORRECTION)) {
            return Decision.accepted(new ApplicationEvent.CorrectionNotified(
                    new Application.Notice(c.numbers().next(Series.NOTICE, dossier.region()), c.now(), c.by(),
                            notice.dueAt(), notice.mayLapse()),
                    dossier.round(), notice.defects()));
        }
        return notWaiting(state);
    }

    private static Decision<ApplicationEvent> notWaiting(Application state) {
        return Decision.refused(Conflict.NOT_WAITING_FOR_RECEIPT, switch (state) {
            case Application.None none -> "没有此办件编号的申请";
            case Submitted submitted -> "申请正在等待收件";
            case Application.CorrectionNotified noticed -> "本轮已出具一次告知书 " + noticed.notice().number() + "，等待申请人补正";
            case Application.Received received -> "申请已收件，回执编号 " + received.receipt().number();
            case Application.Lapsed lapsed -> lapsed(lapsed);
            case Application.Withdrawn withdrawn -> "申请已撤回";
            case Application.Settled settled -> "办件已办结";
        });
    }

    private static Decision<ApplicationEvent> resubmit(Application state, ApplicationCommand.Resubmit again,
            DecisionContext c) {
        if (state instanceof Application.CorrectionNotified(Dossier dossier, Application.Notice notice)
                && permits(state, Trigger.RESUBMIT)) {
            return withReceipt(dossier.resubmitted(c.now(), again.items(), again.pack(), again.extras()),
                    again.receive(), c);
        }
        return state instanceof Application.Lapsed lapsed
                ? Decision.refused(Conflict.LAPSED, lapsed(lapsed))
                : Decision.refused(Conflict.NO_CORRECTION_ASKED, "当前没有待补正的告知，不能提交补正");
    }

    private static String lapsed(Application.Lapsed lapsed) {
        return "补正期限已过，一次告知书 " + lapsed.notice().number() + " 要求的补正没有提交，办件已按补正不来办结，请重新申报";
    }

    /** Withdrawing what is withdrawn changes nothing and is no fault: an applicant may ask twice. */
    private static Decision<ApplicationEvent> withdraw(Application state, ApplicationCommand.Withdraw withdraw,
            Instant now) {
        return switch (state) {
            case Application.None none -> Decision.refused(Refusal.notFound("没有此办件编号的申请"));
            case Application.Settled settled -> Decision.refused(Conflict.SETTLED, "办件已全部办结，已作出的决定不能撤回");
            case Application.Lapsed lapsed -> Decision.refused(Conflict.LAPSED, lapsed(lapsed));
            case Application.Withdrawn withdrawn -> known(withdrawn, withdraw, Decision.accepted());
            case Application.Received received -> known(received, withdraw, withdrawReceived(received, withdraw, now));
            case Submitted filed -> known(filed, withdraw, withdrawWaiting(withdraw, now));
            case Application.CorrectionNotified filed -> known(filed, withdraw, withdrawWaiting(withdraw, now));
        };
    }

    private static Decision<ApplicationEvent> known(Application.Filed filed, ApplicationCommand.Withdraw withdraw,
            Decision<ApplicationEvent> decision) {
        List<String> unknown = withdraw.items().stream().filter(no -> !filed.dossier().items().contains(no)).toList();
        return unknown.isEmpty()
                ? decision
                : Decision.refused(Refusal.unacceptable(
                        new Fault("/items", "UNKNOWN_ITEM", "申请中没有事项 " + String.join("、", unknown))));
    }

    private static Decision<ApplicationEvent> withdrawWaiting(ApplicationCommand.Withdraw withdraw, Instant now) {
        return withdraw.items().isEmpty()
                ? Decision.accepted(new ApplicationEvent.AllWithdrawn(withdraw.reason(), now))
                : Decision.refused(Conflict.NOT_YET_RECEIVED, "申请尚未收件，只能整体撤回；收件后可以撤回部分事项");
    }

    private static Decision<ApplicationEvent> withdrawReceived(Application.Received received,
            ApplicationCommand.Withdraw withdraw, Instant now) {
        TreeSet<String> left = new TreeSet<>(received.dossier().items());
        received.withdrawn().forEach(left::remove);
        TreeSet<String> asked = new TreeSet<>(withdraw.items().isEmpty() ? left : withdraw.items());
        asked.retainAll(left);
        if (asked.isEmpty()) {
            return Decision.accepted();
        }
        return Decision.accepted(asked.equals(left)
                ? new ApplicationEvent.AllWithdrawn(withdraw.reason(), now)
                : new ApplicationEvent.ItemsWithdrawn(List.copyOf(asked), withdraw.reason(), now));
    }

    /**
     * What a decision needs from outside.
     *
     * @param by account, without personal data
     * @param due the earliest end of the terms, counted from now; empty while no calendar covers it
     * @param numbers each call gives the next one
     */
    public record DecisionContext(Instant now, String by, Due due, Numbering numbers) {
        /** 期限. */
        @FunctionalInterface
        public interface Due {
            Optional<Instant> of(String region, List<Term> terms);
        }

        /** 编号. */
        @FunctionalInterface
        public interface Numbering {
            String next(Series series, String region);
        }
    }
}
