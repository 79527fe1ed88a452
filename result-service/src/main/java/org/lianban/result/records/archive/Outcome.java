package org.lianban.result.records.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.event.ResultEvent.CaseOutcome;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.CaseStates;

/** 办结情况 as archived: the join, and how every item ended. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Outcome(CaseState state, @Nullable CaseOutcome outcome, @Nullable Instant settledAt, List<End> items) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record End(String itemNo, String department, org.lianban.contracts.@Nullable Outcome outcome, @Nullable Instant at,
            @Nullable String decisionNo, @Nullable String licence, @Nullable Instant deliveredAt) {}

    /** @param only of one item; null: all */
    static Outcome of(Bundle bundle, @Nullable String only) {
        var ends = new ArrayList<End>();
        for (String no : bundle.expected()) {
            if (only != null && !only.equals(no)) {
                continue;
            }
            var item = bundle.item(no);
            var task = item.task();
            var end = item.end();
            var licence = item.handout().licence();
            var delivered = item.handout().delivered();
            ends.add(new End(no, task == null ? "" : task.department(), end == null ? null : end.outcome(),
                    end == null ? null : end.at(), end == null ? null : end.decisionNo(),
                    licence == null ? null : licence.id(), delivered == null ? null : delivered.at()));
        }
        var settlement = bundle.book().settlement();
        return new Outcome(CaseStates.of(bundle), settlement == null ? null : settlement.outcome(),
                settlement == null ? null : settlement.at(), ends);
    }
}
