package org.lianban.result.oversight.push;

import static org.lianban.result.oversight.push.State.FED_BACK;
import static org.lianban.result.oversight.push.State.PUSHED;
import static org.lianban.result.oversight.push.State.RECEIVED;

import java.util.List;
import java.util.Set;
import org.lianban.command.Transitions;
import org.lianban.command.Transitions.Row;

/** The transition table of a push, once: feedback without a receipt is a receipt too, and there may be more of it. */
public final class Lifecycle {
    /** What moves a push. */
    public enum Trigger {
        RECEIVE, FEED_BACK
    }

    public static final Transitions<State, Trigger> TABLE = new Transitions<>(PUSHED, Set.of(),
            List.of(new Row<>(PUSHED, Trigger.RECEIVE, RECEIVED), new Row<>(PUSHED, Trigger.FEED_BACK, FED_BACK),
                    new Row<>(RECEIVED, Trigger.FEED_BACK, FED_BACK),
                    new Row<>(FED_BACK, Trigger.FEED_BACK, FED_BACK)));

    private Lifecycle() {}
}
