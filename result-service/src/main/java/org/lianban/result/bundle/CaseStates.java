package org.lianban.result.bundle;

import org.lianban.contracts.CaseState;
import org.lianban.contracts.result.ResultEvent.CaseOutcome;

/** 办件状态: the projection of intake's facts and of the items. */
public final class CaseStates {
    private CaseStates() {}

    public static CaseState of(Bundle b) {
        var settlement = b.book().settlement();
        if (settlement != null) {
            return settlement.outcome() == CaseOutcome.WITHDRAWN ? CaseState.WITHDRAWN : CaseState.SETTLED;
        }
        if (b.items().values().stream().anyMatch(i -> i.isAccepted() || i.end() != null)) {
            return CaseState.IN_PROGRESS;
        }
        if (b.frozen() != null) {
            return CaseState.DISPATCHED;
        }
        if (b.intake().receipt() != null) {
            return CaseState.RECEIVED;
        }
        return b.intake().correctedAt() != null ? CaseState.CORRECTION_NOTIFIED : CaseState.SUBMITTED;
    }
}
