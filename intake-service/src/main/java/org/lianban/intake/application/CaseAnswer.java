package org.lianban.intake.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every command on an application answers.
 *
 * @param items 办理事项 chosen by the answers
 * @param withdrawn of those, what was taken back
 * @param owed 容缺材料 that is still owed
 * @param acceptedOnReceipt 收件即受理
 * @param correctionDue 补正期限; null: none
 */
public record CaseAnswer(String caseNo, Status state, int round, List<String> items, @Nullable List<String> withdrawn,
        @Nullable String receiptNo, @Nullable String noticeNo, Due due, @Nullable List<Owed> owed,
        @Nullable List<String> acceptedOnReceipt, @Nullable Instant correctionDue) {

    /**
     * 收件时限: two service hours from hand-in.
     *
     * @param intakeDue null while no calendar has arrived
     * @param provisional whether days were counted whose holiday arrangement is not published
     */
    public record Due(@Nullable Instant intakeDue, boolean provisional, @Nullable String note) {}

    /** 容缺材料 that is owed. */
    public record Owed(String material, @Nullable Instant dueAt, Debt.State state) {}

    public static CaseAnswer of(Application.Filed state, Due due) {
        return switch (state) {
            case Application.Submitted s -> answer(state, null, due);
            case Application.CorrectionNotified s ->
                new CaseAnswer(s.dossier().caseNo(), s.status(), s.dossier().round(),
                        s.dossier().items(), null, null, s.notice().number(), due, null, null, s.notice().dueAt());
            case Application.Lapsed s -> answer(state, null, due);
            case Application.Received s -> received(s, due);
            case Application.Withdrawn s -> new CaseAnswer(s.dossier().caseNo(), s.status(), s.dossier().round(),
                    s.dossier().items(), s.dossier().items(), s.receipt() == null ? null : s.receipt().number(), null,
                    due, null, null, null);
            case Application.Settled s -> answer(state, s.receipt(), due);
        };
    }

    private static CaseAnswer received(Application.Received s, Due due) {
        List<Owed> owed = s.held().debts().stream().filter(d -> d.state().open())
                .map(d -> new Owed(d.commitment().material(), d.commitment().dueAt(), d.state())).toList();
        Held.Receiving how = s.held().receiving();
        return new CaseAnswer(s.dossier().caseNo(), s.status(), s.dossier().round(), s.dossier().items(),
                s.withdrawn().isEmpty() ? null : s.withdrawn(), s.receipt().number(), null, due,
                owed.isEmpty() ? null : owed,
                how == null || how.acceptedOnReceipt().isEmpty() ? null : how.acceptedOnReceipt(), null);
    }

    private static CaseAnswer answer(Application.Filed state, Application.@Nullable Receipt receipt, Due due) {
        return new CaseAnswer(state.dossier().caseNo(), state.status(), state.dossier().round(),
                state.dossier().items(), null, receipt == null ? null : receipt.number(), null, due, null, null, null);
    }
}
