package org.lianban.contracts.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;

/** Topic {@code lianban.result.events.v1}; subject and key are the case number; one sequence per case. */
public sealed interface ResultEvent extends CaseEvent {
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
            @Nullable String responsible, @Nullable String detail) implements ResultEvent {

        public TimerWarned(String caseNo, Timer timer, @Nullable String itemNo, Instant dueAt, Instant warnedAt,
                @Nullable String responsible) {
            this(caseNo, timer, itemNo, dueAt, warnedAt, responsible, null);
        }
    }

    /** 超时. @param detail round of a correction, code of an owed material, key of a procedure */
    record TimerBreached(String caseNo, Timer timer, @Nullable String itemNo, Instant dueAt, Instant breachedAt,
            @Nullable String responsible, @Nullable String detail) implements ResultEvent {

        public TimerBreached(String caseNo, Timer timer, @Nullable String itemNo, Instant dueAt, Instant breachedAt,
                @Nullable String responsible) {
            this(caseNo, timer, itemNo, dueAt, breachedAt, responsible, null);
        }
    }

    /**
     * 视为受理 (行政许可法 32): nobody spoke for five working days. A command to the adapter, which decides whether the
     * department was first.
     */
    record AcceptanceDeemed(String caseNo, String itemNo, Instant effectiveAt, Instant at) implements ResultEvent {}

    /** 补正告知 on a department's request: tells intake what the applicant was asked for. */
    record CorrectionAsked(String caseNo, String itemNo, String noticeNo, List<Defect> defects,
            @Nullable Instant dueAt, Instant at) implements ResultEvent {}

    /** 领取方式: changeable until the first delivery. */
    record DeliveryChosen(String caseNo, Choice choice, Way way, Instant at) implements ResultEvent {}

    enum Choice {
        /** 统一领取. */
        ALL_AT_ONCE,
        /** 分别领取. */
        PER_ITEM
    }

    enum Way {
        /** 窗口领取. */
        WINDOW,
        /** 寄递. */
        COURIER,
        /** 电子送达. */
        ELECTRONIC
    }

    /** 结果到窗: the certificate window has it. */
    record ResultReceived(String caseNo, String itemNo, String window, Instant at) implements ResultEvent {}

    /**
     * 已送达.
     *
     * @param receiver masked
     * @param proof 送达凭证: digest of a signature, or number of the courier's receipt
     */
    record DeliveryCompleted(String caseNo, List<String> items, Way way, String receiver, String proof, Instant at)
            implements
            ResultEvent {}

    /** 电子证照已签发. @param validUntil last day; null: without end */
    record LicenceIssued(String caseNo, String itemNo, String licenceId, String name, String digest,
            @Nullable LocalDate validUntil, Instant at) implements ResultEvent {}

    /** 已归档. @param digest of the package */
    record CaseArchived(String caseNo, String digest, Instant at) implements ResultEvent {}

    /**
     * 督办: somebody has to answer.
     *
     * @param itemNo null: of the whole case
     * @param rule what it rests on, {@code PROMISE} or a text
     */
    record SupervisionIssued(String caseNo, @Nullable String itemNo, String orderId, Level level, String department,
            String rule, @Nullable Instant replyDue, Instant at) implements ResultEvent {}

    /** 督办级别. */
    enum Level {
        /** 提醒. */
        REMIND,
        /** 督办. */
        ORDER,
        /** 通报. */
        CIRCULATE,
        /** 问责建议: people decide. */
        ACCOUNTABILITY
    }

    /** 督办销号. */
    record SupervisionCleared(String caseNo, String orderId, Instant at) implements ResultEvent {}

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
        STATUTORY,
        /** T6 特别程序: its own published limit. */
        SPECIAL_PROCEDURE,
        /** T7 补正期限: the applicant's. */
        CORRECTION,
        /** T8 容缺补齐: the applicant's. */
        TOLERANCE,
        /** T9 预审. */
        PRE_REVIEW,
        /** T10 即时决定 after the last prerequisite's result. */
        IMMEDIATE_DECISION,
        /** T11 结果反馈 to the certificate window (行政许可法 44). */
        RESULT_FILING,
        /** T12 当天送达. */
        SAME_DAY_DELIVERY,
        /** T13 差评 handling. */
        RATING,
        /** T14 督办 reply. */
        SUPERVISION,
        /** T15 进度陈旧 of a department without a connected system. */
        PROGRESS,
        /** T16 证照到期. */
        CERTIFICATE_EXPIRY
    }
}
