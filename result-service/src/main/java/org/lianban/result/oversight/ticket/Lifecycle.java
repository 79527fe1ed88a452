package org.lianban.result.oversight.ticket;

import java.util.List;
import java.util.Set;
import org.lianban.command.Transitions;
import org.lianban.command.Transitions.Row;

/**
 * The transition table of a ticket, once. Two closings have a condition beside it, see {@link TicketDecider}: what proved
 * genuine is closed only once the reporter was called back, and what did not is closed only once the reporter was told.
 */
public final class Lifecycle {
    /** What moves a ticket. */
    public enum Trigger {
        ASSIGN, PROVE, DISPROVE, PLAN, RECTIFY, RETURN, INFORM, TRY_CALL, CALL_BACK, DISPUTE, RE_RATE, REOPEN, CLOSE
    }

    public static final Transitions<Stage, Trigger> TABLE = new Transitions<>(Stage.REPORTED, Set.of(Stage.CLOSED),
            List.of(new Row<>(Stage.REPORTED, Trigger.ASSIGN, Stage.ASSIGNED),
                    new Row<>(Stage.ASSIGNED, Trigger.ASSIGN, Stage.ASSIGNED),
                    new Row<>(Stage.ASSIGNED, Trigger.PROVE, Stage.VERIFIED),
                    new Row<>(Stage.ASSIGNED, Trigger.DISPROVE, Stage.DISPROVED),
                    new Row<>(Stage.VERIFIED, Trigger.PLAN, Stage.RECTIFYING),
                    new Row<>(Stage.RECTIFYING, Trigger.RECTIFY, Stage.RECTIFIED),
                    new Row<>(Stage.RECTIFIED, Trigger.RETURN, Stage.RECTIFYING),
                    new Row<>(Stage.RECTIFIED, Trigger.INFORM, Stage.INFORMED),
                    new Row<>(Stage.DISPROVED, Trigger.INFORM, Stage.INFORMED),
                    new Row<>(Stage.INFORMED, Trigger.TRY_CALL, Stage.INFORMED),
                    new Row<>(Stage.INFORMED, Trigger.CALL_BACK, Stage.CALLED_BACK),
                    new Row<>(Stage.INFORMED, Trigger.DISPUTE, Stage.REOPENED),
                    new Row<>(Stage.INFORMED, Trigger.CLOSE, Stage.CLOSED),
                    new Row<>(Stage.CALLED_BACK, Trigger.RE_RATE, Stage.RE_RATED),
                    new Row<>(Stage.CALLED_BACK, Trigger.CLOSE, Stage.CLOSED),
                    new Row<>(Stage.RE_RATED, Trigger.REOPEN, Stage.REOPENED),
                    new Row<>(Stage.RE_RATED, Trigger.CLOSE, Stage.CLOSED),
                    new Row<>(Stage.REOPENED, Trigger.ASSIGN, Stage.ASSIGNED)));

    private Lifecycle() {}
}
