package org.lianban.intake.application.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Channel;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.OmitFalse;
import org.lianban.contracts.Party;
import org.lianban.contracts.event.Defect;
import org.lianban.intake.application.CaseAnswer.Due;
import org.lianban.intake.application.Status;
import tools.jackson.databind.JsonNode;

/** An application as it is shown; personal data are masked unless the role allows. */
public record ApplicationView(String caseNo, Status state, String region, String oneThing,
        @Nullable String oneThingName,
        String catalogHash, Channel channel, @Nullable String window, @Nullable String provinceNo, int round,
        Instant handedInAt, List<Item> items, Party applicant, @Nullable Party agent, Map<String, String> answers,
        JsonNode form, List<MaterialRef> materials, @Nullable Receipt receipt, List<Notice> notices,
        @Nullable Instant withdrawnAt, @Nullable String withdrawalReason, @Nullable String outcome,
        @Nullable Instant settledAt, Due due, @Nullable ExtrasView extras) {

    public record Item(String no, @Nullable String name, boolean withdrawn) {}

    /**
     * 收件回执: number, time and who received; the materials are the application's.
     *
     * @param query how to ask after the case
     */
    public record Receipt(String receiptNo, Instant receivedAt, String receivedBy, String query) {}

    /**
     * 一次告知书 (行政许可法 32).
     *
     * @param howToCorrect where the correction is handed in, and what follows if it is not
     * @param dueAt 补正期限; null: none
     */
    public record Notice(String noticeNo, int round, Instant notifiedAt, String notifiedBy, List<Defect> defects,
            String howToCorrect, @Nullable Instant dueAt) {}

    /**
     * One line of a clerk's list.
     *
     * @param priority 绿色通道
     */
    public record Line(String caseNo, Status state, String oneThing, @Nullable String oneThingName, Channel channel,
            @Nullable String window, int round, Instant handedInAt, String applicant, Due due,
            @OmitFalse boolean priority, @OmitFalse boolean test) {}

}
