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
public record CaseAnswer(String caseNo, Application.Status state, int round, List<String> items,
        @Nullable List<String> withdrawn,
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
    public record Owed(String material, @Nullable Instant dueAt, Held.Debt.State state) {}

    public static CaseAnswer of(Application.Filed state, Due due) {
        List<Owed> owed = state.held().debts().stream().filter(d -> d.state().open())
                .map(d -> new Owed(d.commitment().material(), d.commitment().dueAt(), d.state())).toList();
        Held.Receiving how = state.held().receiving();
        List<String> back = switch (state) {
            case Application.Received s -> s.withdrawn();
            case Application.Withdrawn s -> s.dossier().items();
            case Application.Submitted s -> List.of();
            case Application.CorrectionNotified s -> List.of();
            case Application.Lapsed s -> List.of();
            case Application.Settled s -> List.of();
        };
        Application.Notice notice = state instanceof Application.CorrectionNotified s ? s.notice() : null;
        Application.Receipt receipt = state.receipt();
        return new CaseAnswer(state.dossier().caseNo(), state.status(), state.dossier().round(),
                state.dossier().items(), orNull(back), receipt == null ? null : receipt.number(),
                notice == null ? null : notice.number(), due, orNull(owed),
                how == null ? null : orNull(how.acceptedOnReceipt()), notice == null ? null : notice.dueAt());
    }

    private static <T> @Nullable List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
