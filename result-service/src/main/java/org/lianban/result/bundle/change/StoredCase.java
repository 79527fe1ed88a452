package org.lianban.result.bundle.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CaseState;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.clock.Clocks;

/**
 * A case as it lies in the table.
 *
 * @param state null for a case that is not stored yet
 * @param nextDue when the poller looks at it
 */
public record StoredCase(Bundle bundle, @Nullable CaseState state, @Nullable Instant nextDue, Clocks.Alarms alarms) {
    public static StoredCase none(String caseNo) {
        return new StoredCase(Bundle.empty(caseNo), null, null, Clocks.Alarms.NONE);
    }
}
