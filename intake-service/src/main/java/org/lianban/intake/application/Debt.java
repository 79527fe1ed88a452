package org.lianban.intake.application;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Transitions;
import org.lianban.command.Transitions.Row;
import org.lianban.contracts.event.IntakeEvent.Commitment;
import org.lianban.intake.application.Lifecycle.Trigger;

/**
 * 容缺材料 that is owed since the receipt.
 *
 * @param at when the state was reached; null while it is owed
 */
public record Debt(Commitment commitment, State state, @Nullable Instant at) {

    /** 容缺状态. */
    public enum State {
        /** 待补. */
        OWED,
        /** 已补齐. */
        SUPPLEMENTED,
        /** 逾期未补. */
        OVERDUE,
        /** 逾期后补交: taken, and the lead department decides. */
        SUPPLEMENTED_LATE;

        public boolean open() {
            return this == OWED || this == OVERDUE;
        }
    }

    /** What happens to a debt. */
    public enum Trigger {
        SUPPLEMENT, SUPPLEMENT_AFTER_DUE, EXPIRE
    }

    /** The transition table, once. */
    public static final Transitions<State, Trigger> TABLE = new Transitions<>(State.OWED,
            Set.of(State.SUPPLEMENTED, State.SUPPLEMENTED_LATE), List.of(
                    new Row<>(State.OWED, Trigger.SUPPLEMENT, State.SUPPLEMENTED),
                    new Row<>(State.OWED, Trigger.SUPPLEMENT_AFTER_DUE, State.SUPPLEMENTED_LATE),
                    new Row<>(State.OWED, Trigger.EXPIRE, State.OVERDUE),
                    new Row<>(State.OVERDUE, Trigger.SUPPLEMENT_AFTER_DUE, State.SUPPLEMENTED_LATE)));

    static Debt owed(Commitment commitment) {
        return new Debt(commitment, State.OWED, null);
    }

    String material() {
        return commitment.material();
    }

    /** Unchanged where the table has no such transition. What was found overdue is late, whatever this clock says. */
    Debt supplemented(Instant now) {
        boolean inTime = state == State.OWED && now.isBefore(Objects.requireNonNull(commitment.dueAt()));
        return moved(inTime ? Trigger.SUPPLEMENT : Trigger.SUPPLEMENT_AFTER_DUE, now);
    }

    Debt expired(Instant now) {
        return moved(Trigger.EXPIRE, now);
    }

    private Debt moved(Trigger trigger, Instant now) {
        return TABLE.next(state, trigger).map(to -> new Debt(commitment, to, now)).orElse(this);
    }
}
