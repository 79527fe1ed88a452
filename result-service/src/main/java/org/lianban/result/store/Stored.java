package org.lianban.result.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CaseState;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.clock.Alarms;

/**
 * A case as it lies in the table.
 *
 * @param state null for a case that is not stored yet
 * @param nextDue when the poller looks at it
 */
public record Stored(Bundle bundle, @Nullable CaseState state, @Nullable Instant nextDue, Alarms alarms) {
    public static Stored none(String caseNo) {
        return new Stored(Bundle.empty(caseNo), null, null, Alarms.NONE);
    }
}
