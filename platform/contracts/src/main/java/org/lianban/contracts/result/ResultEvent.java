package org.lianban.contracts.result;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;

/** Topic {@code lianban.result.events.v1}; subject and key are the case number; one sequence per case. */
public sealed interface ResultEvent {
    String caseNo();

    /** 办件结论. */
    enum CaseOutcome {
        APPROVED, PARTLY, DENIED, WITHDRAWN, TERMINATED, NOT_ACCEPTED
    }

    /** 全部办结: the join found every expected item ended. */
    record CaseSettled(String caseNo, CaseOutcome outcome, Instant settledAt, List<ItemEnd> items)
            implements
                ResultEvent {}

    record ItemEnd(String itemNo, Outcome outcome, Instant at) {}

    /** Amber: the limit is near. {@code itemNo} null: of the whole case. */
    record TimerWarned(String caseNo, Timer timer, @Nullable String itemNo, Instant dueAt, Instant warnedAt,
            @Nullable String responsible) implements ResultEvent {}

    /** 超时. */
    record TimerBreached(String caseNo, Timer timer, @Nullable String itemNo, Instant dueAt, Instant breachedAt,
            @Nullable String responsible) implements ResultEvent {}

    /**
     * 视为受理 (行政许可法 32): nobody spoke for five working days. A command to the adapter, which decides whether the
     * department was first.
     */
    record AcceptanceDeemed(String caseNo, String itemNo, Instant effectiveAt, Instant at) implements ResultEvent {}

    /** The clocks of a case. */
    enum Timer {
        /** T1 收件: two service hours from hand-in to dispatch or correction notice. */
        INTAKE,
        /** T2 法定告知: five working days from receipt (行政许可法 32). */
        STATUTORY_NOTICE,
        /** T3 部门受理: one working day from dispatch. */
        ACCEPTANCE,
        /** T4 承诺期限. */
        PROMISE,
        /** T5 法定期限. */
        STATUTORY
    }
}
