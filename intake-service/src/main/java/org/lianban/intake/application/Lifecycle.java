package org.lianban.intake.application;

import static org.lianban.intake.application.Application.Status.CORRECTION_NOTIFIED;
import static org.lianban.intake.application.Application.Status.LAPSED;
import static org.lianban.intake.application.Application.Status.NONE;
import static org.lianban.intake.application.Application.Status.RECEIVED;
import static org.lianban.intake.application.Application.Status.SETTLED;
import static org.lianban.intake.application.Application.Status.SUBMITTED;
import static org.lianban.intake.application.Application.Status.WITHDRAWN;

import java.util.List;
import java.util.Set;
import org.lianban.command.Transitions;
import org.lianban.command.Transitions.Row;

/**
 * The transition table of an application, once. What is not in it is refused. One correction notice per round follows
 * from it: after the notice only a resubmission opens the next round.
 */
public final class Lifecycle {
    public static final Transitions<Application.Status, Trigger> TABLE = new Transitions<>(NONE,
            Set.of(LAPSED, SETTLED), List.of(
                    new Row<>(NONE, Trigger.SUBMIT, SUBMITTED),
                    new Row<>(SUBMITTED, Trigger.RECEIVE, RECEIVED),
                    new Row<>(SUBMITTED, Trigger.AMEND, SUBMITTED),
                    new Row<>(SUBMITTED, Trigger.NOTIFY_CORRECTION, CORRECTION_NOTIFIED),
                    new Row<>(SUBMITTED, Trigger.WITHDRAW, WITHDRAWN),
                    new Row<>(CORRECTION_NOTIFIED, Trigger.RESUBMIT, SUBMITTED),
                    new Row<>(CORRECTION_NOTIFIED, Trigger.LAPSE, LAPSED),
                    new Row<>(CORRECTION_NOTIFIED, Trigger.WITHDRAW, WITHDRAWN),
                    new Row<>(RECEIVED, Trigger.SUPPLEMENT, RECEIVED),
                    new Row<>(RECEIVED, Trigger.EXPIRE, RECEIVED),
                    new Row<>(RECEIVED, Trigger.ASK_CORRECTION, RECEIVED),
                    new Row<>(RECEIVED, Trigger.WITHDRAW, WITHDRAWN),
                    new Row<>(RECEIVED, Trigger.WITHDRAW_ITEMS, RECEIVED),
                    new Row<>(RECEIVED, Trigger.SETTLE, SETTLED),
                    new Row<>(WITHDRAWN, Trigger.SETTLE, SETTLED)));

    private Lifecycle() {}

    /** What can move an application. */
    public enum Trigger {
        /** 提交申请. */
        SUBMIT,
        /** 收件. */
        RECEIVE,
        /** 一次告知. */
        NOTIFY_CORRECTION,
        /** 补正提交. */
        RESUBMIT,
        /** 当场补正. */
        AMEND,
        /** 补正逾期. */
        LAPSE,
        /** 补交: 容缺补齐 or 部门补正. */
        SUPPLEMENT,
        /** 容缺逾期. */
        EXPIRE,
        /** 部门要求补正. */
        ASK_CORRECTION,
        /** 撤回全部. */
        WITHDRAW,
        /** 撤回部分事项. */
        WITHDRAW_ITEMS,
        /** 办结, as result-service found. */
        SETTLE
    }
}
