package org.lianban.contracts.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.Channel;

/** Topic {@code lianban.intake.events.v1}; subject and key are the case number; one sequence per case. */
public sealed interface IntakeEvent {
    String caseNo();

    /**
     * 已提交. Starts the two-hour intake clock.
     *
     * @param applicantName masked
     * @param round 0, then one more with every resubmission
     * @param handedInAt when the applicant handed the application in
     */
    record CaseSubmitted(String caseNo, String region, String oneThing, String catalogHash, Channel channel,
            @Nullable String window, String applicantName, @Nullable String provinceNo, int round,
            Instant handedInAt) implements IntakeEvent {}

    /** 一次告知: every defect in one notice; stops the intake clock. */
    record CorrectionNotified(String caseNo, String noticeNo, int round, List<Defect> defects,
            Instant notifiedAt) implements IntakeEvent {}

    /**
     * 已收件 with receipt. The departments' statutory notice clock (行政许可法 32) runs from {@code receivedAt}.
     *
     * @param items 办理事项: the item numbers that the scenario answers chose, ascending, never empty
     */
    record CaseReceived(String caseNo, String region, String oneThing, String catalogHash, String receiptNo,
            List<String> items, Instant handedInAt, Instant receivedAt, CasePack pack) implements IntakeEvent {}

    /**
     * 撤回申请.
     *
     * @param items item numbers to withdraw; empty: the whole case
     */
    record CaseWithdrawn(String caseNo, List<String> items, String reason,
            Instant withdrawnAt) implements IntakeEvent {}
}
