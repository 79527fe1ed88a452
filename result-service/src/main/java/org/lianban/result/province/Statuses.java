package org.lianban.result.province;

import java.util.Optional;
import org.lianban.contracts.province.CaseStatus;
import org.lianban.result.bundle.CaseStates;
import org.lianban.result.bundle.change.CaseChange;

/** 办件状态: what the province is told of every change of state, test cases included. */
public final class Statuses {
    private Statuses() {}

    /** One status with every change of the transaction in order; empty where none shows, or nobody knows the filing yet. */
    public static Optional<CaseStatus> of(CaseChange change) {
        var after = change.after();
        var filing = after.filing();
        if (filing == null || change.states().isEmpty()) {
            return Optional.empty();
        }
        var origin = after.intake().origin();
        var settlement = after.book().settlement();
        return Optional.of(new CaseStatus(change.caseNo(), origin == null ? null : origin.provinceNo(), filing.region(),
                filing.oneThing(), CaseStates.of(after), settlement == null ? null : settlement.outcome(),
                change.states()));
    }
}
