package org.lianban.result.bundle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.contracts.event.ResultEvent.CaseOutcome;

/**
 * 汇总: a case is settled exactly when the frozen set is known and every item of it has ended. Both are compared as
 * sets, so neither a repeated end nor the end of an item outside the set can bring it forward.
 */
public final class Join {
    private static final List<CaseOutcome> BY_WEIGHT = List.of(CaseOutcome.DENIED, CaseOutcome.NOT_ACCEPTED,
            CaseOutcome.TERMINATED, CaseOutcome.WITHDRAWN);

    private Join() {}

    /** The settlement that the bundle has earned and not yet published. */
    public static Optional<ResultEvent.CaseSettled> decide(Bundle b) {
        if (b.isSettled()) {
            return Optional.empty();
        }
        if (b.frozen() == null) {
            // Withdrawn before it was received: no department ever had it, so nothing is awaited.
            return b.receivedAt().isPresent()
                    ? Optional.empty()
                    : b.withdrawnAt().map(at -> new ResultEvent.CaseSettled(b.caseNo(), CaseOutcome.WITHDRAWN, at,
                            java.util.List.of()));
        }
        var expected = b.expected();
        if (expected.isEmpty()) {
            throw new IllegalStateException("The frozen set of " + b.caseNo() + " is empty");
        }
        if (!b.ended().containsAll(expected)) {
            return Optional.empty();
        }
        var ends = new ArrayList<ResultEvent.ItemEnd>();
        var last = Instant.MIN;
        var outcomes = new ArrayList<Outcome>();
        for (String no : expected) {
            var end = b.item(no).end();
            if (end != null) {
                ends.add(new ResultEvent.ItemEnd(no, end.outcome(), end.at()));
                outcomes.add(end.outcome());
                last = end.at().isAfter(last) ? end.at() : last;
            }
        }
        return Optional.of(new ResultEvent.CaseSettled(b.caseNo(), outcome(outcomes), last, ends));
    }

    /** Items that ended although the dispatcher never sent them: a fault of another service, to be counted. */
    public static Set<String> strangers(Bundle b) {
        if (b.frozen() == null) {
            return Set.of();
        }
        var strangers = b.ended();
        strangers.removeAll(b.expected());
        return strangers;
    }

    /**
     * 办件结论. Every item positive: APPROVED; some: PARTLY. None positive: the first of DENIED, NOT_ACCEPTED,
     * TERMINATED, WITHDRAWN that any item has, because a refusal is what the others followed from, and an applicant
     * who withdrew the rest after a refusal was refused.
     */
    static CaseOutcome outcome(Collection<Outcome> outcomes) {
        var kinds = EnumSet.noneOf(CaseOutcome.class);
        outcomes.forEach(outcome -> kinds.add(alone(outcome)));
        if (kinds.remove(CaseOutcome.APPROVED)) {
            return kinds.isEmpty() ? CaseOutcome.APPROVED : CaseOutcome.PARTLY;
        }
        return BY_WEIGHT.stream().filter(kinds::contains).findFirst().orElse(CaseOutcome.WITHDRAWN);
    }

    /** What a case of this item alone comes to. */
    private static CaseOutcome alone(Outcome outcome) {
        return switch (outcome) {
            case APPROVED, MATCHED -> CaseOutcome.APPROVED;
            case DENIED, MISMATCHED -> CaseOutcome.DENIED;
            case NOT_ACCEPTED -> CaseOutcome.NOT_ACCEPTED;
            case TERMINATED -> CaseOutcome.TERMINATED;
            case WITHDRAWN -> CaseOutcome.WITHDRAWN;
        };
    }
}
