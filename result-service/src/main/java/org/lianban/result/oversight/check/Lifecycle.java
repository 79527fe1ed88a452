package org.lianban.result.oversight.check;

import static org.lianban.result.oversight.check.State.CONFIRMED;
import static org.lianban.result.oversight.check.State.CORRECTING;
import static org.lianban.result.oversight.check.State.DEFENDED;
import static org.lianban.result.oversight.check.State.DROPPED;
import static org.lianban.result.oversight.check.State.NOTICED;
import static org.lianban.result.oversight.check.State.OPEN;
import static org.lianban.result.oversight.check.State.PLANNED;
import static org.lianban.result.oversight.check.State.REFUTED;
import static org.lianban.result.oversight.check.State.REVOKED;
import static org.lianban.result.oversight.check.State.UPHELD;

import java.util.List;
import java.util.Set;
import org.lianban.command.Transitions;
import org.lianban.command.Transitions.Row;

/** The transition table of a check, once: nothing is revoked without notice and a chance to be heard (行政许可法 7, 69). */
public final class Lifecycle {
    /** What moves a check. */
    public enum Trigger {
        APPROVE, DROP, CONFIRM, ASK_CORRECTION, REFUTE, NOTICE, DEFEND, REVOKE, UPHOLD
    }

    public static final Transitions<State, Trigger> TABLE = new Transitions<>(PLANNED,
            Set.of(CONFIRMED, REVOKED, UPHELD, DROPPED),
            List.of(new Row<>(PLANNED, Trigger.APPROVE, OPEN), new Row<>(PLANNED, Trigger.DROP, DROPPED),
                    new Row<>(OPEN, Trigger.CONFIRM, CONFIRMED), new Row<>(OPEN, Trigger.ASK_CORRECTION, CORRECTING),
                    new Row<>(OPEN, Trigger.REFUTE, REFUTED), new Row<>(CORRECTING, Trigger.CONFIRM, CONFIRMED),
                    new Row<>(CORRECTING, Trigger.REFUTE, REFUTED), new Row<>(REFUTED, Trigger.NOTICE, NOTICED),
                    new Row<>(REFUTED, Trigger.UPHOLD, UPHELD), new Row<>(NOTICED, Trigger.DEFEND, DEFENDED),
                    new Row<>(NOTICED, Trigger.REVOKE, REVOKED), new Row<>(NOTICED, Trigger.UPHOLD, UPHELD),
                    new Row<>(DEFENDED, Trigger.REVOKE, REVOKED), new Row<>(DEFENDED, Trigger.UPHOLD, UPHELD)));

    private Lifecycle() {}
}
