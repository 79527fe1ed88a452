package org.lianban.intake.application.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Channel;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.OmitFalse;
import org.lianban.contracts.Party;
import org.lianban.contracts.event.Defect;
import org.lianban.contracts.event.IntakeEvent.Addressee;
import org.lianban.contracts.event.IntakeEvent.Exempted;
import org.lianban.contracts.event.IntakeEvent.FormShare;
import org.lianban.intake.application.Application;
import org.lianban.intake.application.CaseAnswer.Due;
import org.lianban.intake.application.Held;
import org.lianban.intake.checking.Extras;
import org.lianban.intake.checking.PromisePolicy;
import org.lianban.intake.checking.ReceiptPolicy.Review;
import org.lianban.text.Characters;
import tools.jackson.databind.JsonNode;

/** An application as it is shown; personal data are masked unless the role allows. */
public record ApplicationView(String caseNo, Application.Status state, String region, String oneThing,
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
    public record Line(String caseNo, Application.Status state, String oneThing, @Nullable String oneThingName,
            Channel channel,
            @Nullable String window, int round, Instant handedInAt, String applicant, Due due,
            @OmitFalse boolean priority, @OmitFalse boolean test) {}

    /**
     * What is special about an application, as it is shown; most have nothing of it.
     *
     * @param promises 容缺 and 承诺 as signed
     * @param debts 容缺材料 since the receipt, with what became of it
     * @param wishes 部门补正 that was asked for
     * @param reviews 收件核验 by the clerk
     * @param lapsedAt 补正不来办结
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record ExtrasView(@JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean test, @Nullable String priority,
            @Nullable Addressee addressee, List<PromisePolicy.Promise> promises, List<Held.Debt> debts,
            List<Exempted> exemptions,
            @Nullable FormShare form, List<Held.Wish> wishes, List<Review> reviews, List<String> acceptedOnReceipt,
            @Nullable Instant lapsedAt) {
        private static final ExtrasView NOTHING = new ExtrasView(false, null, null, List.of(), List.of(), List.of(),
                null, List.of(), List.of(), List.of(), null);

        /** @param open whether personal data are shown */
        static @Nullable ExtrasView of(Application.Filed state, boolean open) {
            Extras e = state.dossier().extras();
            Held held = state.held();
            Held.Receiving how = held.receiving() == null ? Held.Receiving.UNTOUCHED : held.receiving();
            Addressee to = e.addressee();
            ExtrasView view = new ExtrasView(e.test(), e.priority(), to == null || open ? to : masked(to), e.promises(),
                    held.debts(), e.exemptions(), e.form(), held.wishes(), how.reviews(), how.acceptedOnReceipt(),
                    state instanceof Application.Lapsed lapsed ? lapsed.at() : null);
            return view.equals(NOTHING) ? null : view;
        }

        private static Addressee masked(Addressee to) {
            return new Addressee(Characters.maskName(to.name()),
                    to.phone() == null ? null : Characters.maskPhone(to.phone()));
        }
    }
}
