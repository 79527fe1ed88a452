package org.lianban.result.bundle;

import org.lianban.contracts.CaseState;
import org.lianban.contracts.event.ResultEvent.CaseOutcome;

/** 办件状态: the projection of intake's facts and of the items. */
public final class CaseStates {
    private CaseStates() {}

    public static CaseState of(Bundle b) {
        var settlement = b.book().settlement();
        if (settlement != null) {
            return settlement.outcome() == CaseOutcome.WITHDRAWN ? CaseState.WITHDRAWN : afterwards(b);
        }
        if (b.isLapsed()) {
            return CaseState.LAPSED;
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

    /** 送达与归档: of what was approved, as far as it yields something that can be handed out. */
    private static CaseState afterwards(Bundle b) {
        if (b.outlet().archived() != null) {
            return CaseState.ARCHIVED;
        }
        var deliverable = b.deliverable();
        long delivered = deliverable.stream().filter(no -> b.item(no).handout().delivered() != null).count();
        if (!deliverable.isEmpty() && delivered == deliverable.size()) {
            return CaseState.DELIVERED;
        }
        return delivered > 0 || deliverable.stream().anyMatch(no -> b.item(no).handout().receivedAt() != null)
                ? CaseState.DELIVERING
                : CaseState.SETTLED;
    }
}
