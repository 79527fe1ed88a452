package org.lianban.result.oversight.expiry;

import static org.lianban.result.oversight.expiry.State.CONSENTED;
import static org.lianban.result.oversight.expiry.State.DECLINED;
import static org.lianban.result.oversight.expiry.State.EXPIRED;
import static org.lianban.result.oversight.expiry.State.FILED;
import static org.lianban.result.oversight.expiry.State.REMINDED;
import static org.lianban.result.oversight.expiry.State.RENEWED;
import static org.lianban.result.oversight.expiry.State.REVOKED;
import static org.lianban.result.oversight.expiry.State.WATCHED;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lianban.command.Transitions;
import org.lianban.command.Transitions.Row;

/**
 * The transition table of a licence, once. A renewal is filed only after consent; once it is filed in time the licence
 * does not expire before the decision (行政许可法 50).
 */
public final class Lifecycle {
    /** What moves a licence. */
    public enum Trigger {
        REMIND, CONSENT, DECLINE, FILE, RENEW, EXPIRE, REVOKE
    }

    public static final Transitions<State, Trigger> TABLE = new Transitions<>(WATCHED,
            Set.of(RENEWED, EXPIRED, REVOKED), rows());

    private Lifecycle() {}

    private static List<Row<State, Trigger>> rows() {
        var rows = new ArrayList<>(List.of(new Row<>(WATCHED, Trigger.REMIND, REMINDED),
                new Row<>(REMINDED, Trigger.REMIND, REMINDED), new Row<>(WATCHED, Trigger.CONSENT, CONSENTED),
                new Row<>(REMINDED, Trigger.CONSENT, CONSENTED), new Row<>(DECLINED, Trigger.CONSENT, CONSENTED),
                new Row<>(REMINDED, Trigger.DECLINE, DECLINED), new Row<>(CONSENTED, Trigger.DECLINE, DECLINED),
                new Row<>(CONSENTED, Trigger.FILE, FILED), new Row<>(FILED, Trigger.RENEW, RENEWED),
                new Row<>(CONSENTED, Trigger.REMIND, CONSENTED)));
        for (State state : List.of(WATCHED, REMINDED, CONSENTED, DECLINED)) {
            rows.add(new Row<>(state, Trigger.EXPIRE, EXPIRED));
        }
        for (State state : List.of(WATCHED, REMINDED, CONSENTED, DECLINED, FILED)) {
            rows.add(new Row<>(state, Trigger.REVOKE, REVOKED));
        }
        return rows;
    }
}
