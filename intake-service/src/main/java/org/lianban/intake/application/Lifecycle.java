package org.lianban.intake.application;

import static org.lianban.intake.application.Status.CORRECTION_NOTIFIED;
import static org.lianban.intake.application.Status.LAPSED;
import static org.lianban.intake.application.Status.NONE;
import static org.lianban.intake.application.Status.RECEIVED;
import static org.lianban.intake.application.Status.SETTLED;
import static org.lianban.intake.application.Status.SUBMITTED;
import static org.lianban.intake.application.Status.WITHDRAWN;

import java.util.List;
import java.util.Optional;

/**
 * The transition table of an application, once. What is not in it is refused. One correction notice per round follows
 * from it: after the notice only a resubmission opens the next round.
 */
public final class Lifecycle {
    public record Transition(Status from, Trigger trigger, Status to) {}

    public static final List<Transition> TABLE = List.of(
            new Transition(NONE, Trigger.SUBMIT, SUBMITTED),
            new Transition(SUBMITTED, Trigger.RECEIVE, RECEIVED),
            new Transition(SUBMITTED, Trigger.AMEND, SUBMITTED),
            new Transition(SUBMITTED, Trigger.NOTIFY_CORRECTION, CORRECTION_NOTIFIED),
            new Transition(SUBMITTED, Trigger.WITHDRAW, WITHDRAWN),
            new Transition(CORRECTION_NOTIFIED, Trigger.RESUBMIT, SUBMITTED),
            new Transition(CORRECTION_NOTIFIED, Trigger.LAPSE, LAPSED),
            new Transition(CORRECTION_NOTIFIED, Trigger.WITHDRAW, WITHDRAWN),
            new Transition(RECEIVED, Trigger.SUPPLEMENT, RECEIVED),
            new Transition(RECEIVED, Trigger.EXPIRE, RECEIVED),
            new Transition(RECEIVED, Trigger.ASK_CORRECTION, RECEIVED),
            new Transition(RECEIVED, Trigger.WITHDRAW, WITHDRAWN),
            new Transition(RECEIVED, Trigger.WITHDRAW_ITEMS, RECEIVED),
            new Transition(RECEIVED, Trigger.SETTLE, SETTLED),
            new Transition(WITHDRAWN, Trigger.SETTLE, SETTLED));

    private Lifecycle() {}

    public static Optional<Status> next(Status from, Trigger trigger) {
        return TABLE.stream().filter(t -> t.from() == from && t.trigger() == trigger).map(Transition::to).findFirst();
    }

    /** The states in which something can happen; stores that change many rows at once select by it. */
    public static List<Status> sources(Trigger trigger) {
        return TABLE.stream().filter(t -> t.trigger() == trigger).map(Transition::from).toList();
    }

    /** A Mermaid state diagram of the table. */
    public static String diagram() {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n");
        TABLE.forEach(t -> text.append("    ").append(t.from() == NONE ? "[*]" : t.from()).append(" --> ")
                .append(t.to()).append(": ").append(t.trigger()).append('\n'));
        return text.append("    LAPSED --> [*]\n    SETTLED --> [*]\n").toString();
    }
}
