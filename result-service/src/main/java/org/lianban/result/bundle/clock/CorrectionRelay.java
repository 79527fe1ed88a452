package org.lianban.result.bundle.clock;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.DepartmentEvent.CorrectionRequested;
import org.lianban.contracts.event.ResultEvent.CorrectionAsked;
import org.lianban.time.Ledger;

/** 补正告知 on a department's request: the applicant hears of it from the window, with one number and one term. */
public final class CorrectionRelay {
    private CorrectionRelay() {}

    /**
     * @param terms null while they are not known: then no term is set, rather than the notice held up
     */
    public static CorrectionAsked asked(CorrectionRequested request, @Nullable Terms terms) {
        return new CorrectionAsked(request.caseNo(), request.itemNo(),
                request.caseNo() + "-" + request.itemNo() + "-BZ1", List.copyOf(request.defects()),
                due(request.at(), terms), request.at());
    }

    private static @Nullable Instant due(Instant at, @Nullable Terms terms) {
        var budget = terms == null ? null : terms.rules().further().correction();
        return terms == null || budget == null || terms.calendar().dateOf(at).isBefore(terms.calendar().firstDay())
                ? null
                : Ledger.started(budget, at, "部门补正告知").deadline(terms.calendar(), at).due();
    }
}
