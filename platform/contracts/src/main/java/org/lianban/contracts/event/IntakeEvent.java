package org.lianban.contracts.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.Channel;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.OmitEmpty;
import org.lianban.contracts.OmitFalse;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.catalog.MaterialRules;
import tools.jackson.databind.JsonNode;

/** Topic {@code lianban.intake.events.v1}; subject and key are the case number; one sequence per case. */
public sealed interface IntakeEvent extends CaseEvent {
    /**
     * 已提交. Starts the two-hour intake clock.
     *
     * @param applicantName masked
     * @param round 0, then one more with every resubmission
     * @param handedInAt when the applicant handed the application in
     * @param test 测试办件: out of every statistic
     * @param priority 绿色通道
     */
    record CaseSubmitted(String caseNo, String region, String oneThing, String catalogHash, Channel channel,
            @Nullable String window, String applicantName, @Nullable String provinceNo, int round,
            Instant handedInAt, @OmitFalse boolean test,
            @OmitFalse boolean priority,
            @Nullable Addressee addressee) implements IntakeEvent {

        public CaseSubmitted(String caseNo, String region, String oneThing, String catalogHash, Channel channel,
                @Nullable String window, String applicantName, @Nullable String provinceNo, int round,
                Instant handedInAt) {
            this(caseNo, region, oneThing, catalogHash, channel, window, applicantName, provinceNo, round, handedInAt,
                    false, false, null);
        }
    }

    /** 文书接收人: whom notices are addressed to. Personal data. */
    record Addressee(String name, @Nullable String phone) {
        @Override
        public String toString() {
            return "Addressee[***]";
        }
    }

    /**
     * 一次告知: every defect in one notice; stops the intake clock.
     *
     * @param dueAt 补正期限; null: none was set
     * @param mayLapse whether the case ends when the term runs out
     */
    record CorrectionNotified(String caseNo, String noticeNo, int round, List<Defect> defects, Instant notifiedAt,
            @Nullable Instant dueAt, @OmitFalse boolean mayLapse) implements IntakeEvent {

        public CorrectionNotified(String caseNo, String noticeNo, int round, List<Defect> defects, Instant notifiedAt) {
            this(caseNo, noticeNo, round, defects, notifiedAt, null, false);
        }
    }

    /**
     * 已收件 with receipt. The departments' statutory notice clock (行政许可法 32) runs from {@code receivedAt}.
     *
     * @param items 办理事项: the item numbers that the scenario answers chose, ascending, never empty
     */
    record CaseReceived(String caseNo, String region, String oneThing, String catalogHash, String receiptNo,
            List<String> items, Instant handedInAt, Instant receivedAt, CasePack pack,
            @Nullable ReceiptFacts facts) implements IntakeEvent {

        public CaseReceived(String caseNo, String region, String oneThing, String catalogHash, String receiptNo,
                List<String> items, Instant handedInAt, Instant receivedAt, CasePack pack) {
            this(caseNo, region, oneThing, catalogHash, receiptNo, items, handedInAt, receivedAt, pack, null);
        }

        /** What was special about the receipt; nothing where nothing was said. */
        public ReceiptFacts said() {
            return facts == null ? ReceiptFacts.NONE : facts;
        }
    }

    /**
     * 收件情况: what was special about a receipt.
     *
     * @param commitments 容缺 and 承诺: what is owed or replaced, signed
     * @param exemptions 免提交: what data or certificates stood for
     * @param form how much of the form was filled in beforehand; null: not counted
     * @param clerk account of the clerk; null: nobody touched it
     * @param acceptedOnReceipt 收件即受理: items that the window accepted in the departments' name
     */
    record ReceiptFacts(@OmitFalse boolean test,
            @OmitEmpty List<Commitment> commitments,
            @OmitEmpty List<Exempted> exemptions, @Nullable FormShare form,
            @Nullable String clerk, @Nullable String window,
            @OmitEmpty List<String> acceptedOnReceipt) {
        public static final ReceiptFacts NONE = new ReceiptFacts(false, List.of(), List.of(), null, null, null,
                List.of());

        public ReceiptFacts {
            commitments = commitments == null ? List.of() : List.copyOf(commitments);
            exemptions = exemptions == null ? List.of() : List.copyOf(exemptions);
            acceptedOnReceipt = acceptedOnReceipt == null ? List.of() : List.copyOf(acceptedOnReceipt);
        }
    }

    /**
     * 承诺: signed by the applicant.
     *
     * @param material code of the list
     * @param dueAt 补齐期限, for DEFER
     * @param items item numbers that need the material
     * @param textId which commitment text, in which version
     * @param signature digest of the signed text
     * @param consequence 后果, as signed
     */
    record Commitment(String material, Type type, @Nullable Instant dueAt, List<String> items, String textId,
            int textVersion, Instant signedAt, String signature, String consequence) {
        public enum Type {
            /** 容缺后补. */
            DEFER,
            /** 承诺免交. */
            WAIVE
        }
    }

    /**
     * 免提交 of one material, with what has to be accounted for.
     *
     * @param mode null for an electronic certificate
     * @param digest of what the source answered
     * @param consent 授权同意编号
     */
    record Exempted(String material, MaterialRules.Reason reason, MaterialRules.@Nullable Mode mode, String source,
            Instant at, String digest, @Nullable String consent, @Nullable String legalBasis) {}

    /**
     * 表单自动生成.
     *
     * @param fields of the merged form that this case needed
     * @param prefilled of these, filled in beforehand
     * @param kept of these, left unchanged by the applicant
     */
    record FormShare(int fields, int prefilled, int kept) {}

    /**
     * 补交 after the receipt.
     *
     * @param items item numbers that the materials are for
     * @param form fields that a department asked to be corrected, by name; null: none
     */
    record MaterialsSupplemented(String caseNo, SupplementPurpose purpose, List<String> items,
            List<MaterialRef> materials, Instant at, @Nullable JsonNode form) implements IntakeEvent {

        public MaterialsSupplemented(String caseNo, SupplementPurpose purpose, List<String> items,
                List<MaterialRef> materials, Instant at) {
            this(caseNo, purpose, items, materials, at, null);
        }
    }

    /** 容缺逾期: what the commitment promised did not come. */
    record CommitmentOverdue(String caseNo, String material, List<String> items, Instant at)
            implements
            IntakeEvent {}

    /** 补正不来办结: the term of the round's correction notice ran out. */
    record CaseLapsed(String caseNo, int round, Instant at) implements IntakeEvent {}

    /** 原件移交 to the lead department. */
    record OriginalsTransferred(String caseNo, List<String> materials, String from, String to, String receiver,
            Instant at) implements IntakeEvent {}

    /** 原件退还 to the applicant. @param signature digest of the signed list */
    record OriginalsReturned(String caseNo, List<String> materials, String receiver, @Nullable String signature,
            Instant at) implements IntakeEvent {}

    /**
     * 撤回申请.
     *
     * @param items item numbers to withdraw; empty: the whole case
     */
    record CaseWithdrawn(String caseNo, List<String> items, String reason,
            Instant withdrawnAt) implements IntakeEvent {}
}
