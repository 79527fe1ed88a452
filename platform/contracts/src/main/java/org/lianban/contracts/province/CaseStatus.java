package org.lianban.contracts.province;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.event.ResultEvent.CaseOutcome;

/**
 * 办件状态回传 on {@code province.case-status.v1}: every change of case and item, in order; changes that were committed
 * together travel together.
 */
public record CaseStatus(String caseNo, @Nullable String provinceNo, String region, String oneThing, CaseState state,
        @Nullable CaseOutcome outcome, List<Change> changes) {

    /** @param itemNo null for a change of the case itself; exactly one of caseState and itemState is set */
    public record Change(@Nullable String itemNo, @Nullable CaseState caseState, @Nullable ItemState itemState,
            Instant at) {}
}
