package org.lianban.result.oversight.supervision;

import static org.lianban.result.oversight.supervision.State.CIRCULATED;
import static org.lianban.result.oversight.supervision.State.CLEARED;
import static org.lianban.result.oversight.supervision.State.DETECTED;
import static org.lianban.result.oversight.supervision.State.ORDERED;
import static org.lianban.result.oversight.supervision.State.PROPOSED;
import static org.lianban.result.oversight.supervision.State.REMINDED;

import java.util.List;
import java.util.Set;
import org.lianban.command.Transitions;
import org.lianban.command.Transitions.Row;

/** The transition table of an order, once: one step at a time, and nothing beyond a proposal without people. */
public final class Lifecycle {
    /** What moves an order. */
    public enum Trigger {
        ISSUE_REMINDER, ISSUE_ORDER, ESCALATE, ANSWER, JUDGE, END_CAUSE, DECIDE, CLEAR
    }

    public static final Transitions<State, Trigger> TABLE = new Transitions<>(DETECTED, Set.of(CLEARED),
            List.of(new Row<>(DETECTED, Trigger.ISSUE_REMINDER, REMINDED),
                    new Row<>(DETECTED, Trigger.ISSUE_ORDER, ORDERED),
                    new Row<>(DETECTED, Trigger.END_CAUSE, DETECTED),
                    new Row<>(DETECTED, Trigger.CLEAR, CLEARED),
                    new Row<>(REMINDED, Trigger.ESCALATE, ORDERED),
                    new Row<>(REMINDED, Trigger.ANSWER, REMINDED),
                    new Row<>(REMINDED, Trigger.JUDGE, REMINDED),
                    new Row<>(REMINDED, Trigger.END_CAUSE, REMINDED),
                    new Row<>(REMINDED, Trigger.CLEAR, CLEARED),
                    new Row<>(ORDERED, Trigger.ESCALATE, CIRCULATED),
                    new Row<>(ORDERED, Trigger.ANSWER, ORDERED),
                    new Row<>(ORDERED, Trigger.JUDGE, ORDERED),
                    new Row<>(ORDERED, Trigger.END_CAUSE, ORDERED),
                    new Row<>(ORDERED, Trigger.CLEAR, CLEARED),
                    new Row<>(CIRCULATED, Trigger.ESCALATE, PROPOSED),
                    new Row<>(CIRCULATED, Trigger.ANSWER, CIRCULATED),
                    new Row<>(CIRCULATED, Trigger.JUDGE, CIRCULATED),
                    new Row<>(CIRCULATED, Trigger.END_CAUSE, CIRCULATED),
                    new Row<>(CIRCULATED, Trigger.CLEAR, CLEARED),
                    new Row<>(PROPOSED, Trigger.ANSWER, PROPOSED),
                    new Row<>(PROPOSED, Trigger.END_CAUSE, PROPOSED),
                    new Row<>(PROPOSED, Trigger.DECIDE, PROPOSED),
                    new Row<>(PROPOSED, Trigger.CLEAR, CLEARED)));

    private Lifecycle() {}
}
