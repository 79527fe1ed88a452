package org.lianban.result.bundle.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.event.ResultEvent.CaseOutcome;
import org.lianban.result.bundle.view.CaseView;

/** A case in a list: what {@link CaseView} says, without the items. */
record CaseLine(String caseNo, long version, @Nullable String region, CaseView.@Nullable OneThingRef oneThing,
        CaseView.@Nullable DepartmentRef lead, CaseState state, String stateText, @Nullable CaseOutcome outcome,
        CaseView.Progress progress, CaseView.@Nullable DueView due, @Nullable Instant handedInAt) {
    static CaseLine of(CaseView view) {
        return new CaseLine(view.caseNo(), view.version(), view.region(), view.oneThing(), view.lead(), view.state(),
                view.stateText(), view.outcome(), view.progress(), view.due(), view.times().handedInAt());
    }
}
