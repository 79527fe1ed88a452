package org.lianban.intake.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.intake.application.Application.CorrectionNotified;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.application.Application.Received;
import org.lianban.intake.application.Application.Settled;
import org.lianban.intake.application.Application.Submitted;
import org.lianban.intake.application.Application.Withdrawn;
import org.lianban.intake.application.Status;

/**
 * What every command on an application answers.
 *
 * @param items 办理事项 chosen by the answers
 * @param withdrawn of those, what was taken back
 */
public record CaseAnswer(String caseNo, Status state, int round, List<String> items, @Nullable List<String> withdrawn,
        @Nullable String receiptNo, @Nullable String noticeNo, Due due) {

    /**
     * 收件时限: two service hours from hand-in.
     *
     * @param intakeDue null while no calendar has arrived
     * @param provisional whether days were counted whose holiday arrangement is not published
     */
    public record Due(@Nullable Instant intakeDue, boolean provisional, @Nullable String note) {}

    static CaseAnswer of(Filed state, Due due) {
        return switch (state) {
            case Submitted s -> answer(state, null, null, null, due);
            case CorrectionNotified s -> answer(state, null, null, s.notice().number(), due);
            case Received s -> answer(state, s.withdrawn().isEmpty() ? null : s.withdrawn(), s.receipt().number(), null,
                    due);
            case Withdrawn s -> answer(state, s.dossier().items(), s.receipt() == null ? null : s.receipt().number(),
                    null, due);
            case Settled s -> answer(state, null, s.receipt() == null ? null : s.receipt().number(), null, due);
        };
    }

    private static CaseAnswer answer(Filed state, @Nullable List<String> withdrawn, @Nullable String receiptNo,
            @Nullable String noticeNo, Due due) {
        return new CaseAnswer(state.dossier().caseNo(), state.status(), state.dossier().round(),
                state.dossier().items(), withdrawn, receiptNo, noticeNo, due);
    }
}
