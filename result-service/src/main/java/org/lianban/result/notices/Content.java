package org.lianban.result.notices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.event.ResultEvent;

/** What one kind of notice says beyond its head. Times are local to the region. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Content {

    /** @param department as printed */
    record Item(String no, String name, String department) {}

    /** @param how 原件、电子件、免提交 …, in Chinese */
    record Material(String name, String how) {}

    /** @param what is wrong, as named on list or form */
    record Defect(String what, String problem, @Nullable String remedy) {}

    /**
     * 收件回执.
     *
     * @param clerk account of the clerk; null: nobody touched it
     * @param query how the case is looked up
     */
    record Receipt(String receiptNo, LocalDateTime receivedAt, @Nullable String window, @Nullable String clerk,
            List<Material> materials, List<Item> items, String query) implements Content {}

    /**
     * 补正告知.
     *
     * @param round of intake, from 0; null: a department asked
     * @param due 补正期限; null: none was set
     * @param mayLapse whether the case ends when the term runs out
     * @param where where and how to hand in
     */
    record Correction(@Nullable Integer round, List<Defect> defects, @Nullable LocalDateTime due, boolean mayLapse,
            String where) implements Content {}

    /** 容缺、承诺. */
    record Tolerance(List<Owed> owed) implements Content {}

    /**
     * @param waived 承诺免交; otherwise to be supplied by {@code due}
     * @param items names of the items that need it
     * @param text id and version of the commitment signed
     * @param signature digest of the signed text
     */
    record Owed(String material, boolean waived, @Nullable LocalDateTime due, List<String> items, String consequence,
            String text, LocalDateTime signedAt, String signature) {}

    /**
     * 办理期限.
     *
     * @param limit 5个工作日
     * @param lastDay null while it is not known because the clock stands still
     * @param provisional days were counted whose arrangement is not published yet
     */
    record Term(String limit, @Nullable LocalDate lastDay, boolean provisional) {}

    /**
     * 受理.
     *
     * @param from 受理时间: the limits run from it
     * @param deemed 视为受理 by silence
     * @param window 收件即受理: the window that accepted in the department's name
     * @param waits 前置事项 that have to end first
     * @param procedures 特别程序 published for the item, as far as known to lie ahead
     */
    record Acceptance(LocalDateTime from, boolean deemed, @Nullable String window, @Nullable Term promise,
            @Nullable Term statutory, List<String> waits, List<String> procedures) implements Content {}

    /** 不予受理. @param competent 有权机关, where this one is not */
    record Refusal(List<String> reasons, @Nullable String competent, boolean remedies) implements Content {}

    /**
     * 特别程序.
     *
     * @param limit 所需时间
     * @param promise the promised limit if the procedure takes all of its time
     * @param statutory as {@code promise}
     */
    record Special(String procedure, String reason, @Nullable String basis, @Nullable String limit,
            boolean pausesPromise, boolean pausesStatutory, @Nullable Term promise,
            @Nullable Term statutory) implements Content {}

    /** 延期. @param government approved by the head of the government, otherwise by the head of the agency */
    record Extension(int workingDays, boolean government, String approver, String reason, @Nullable Term promise,
            @Nullable Term statutory) implements Content {}

    /**
     * 决定.
     *
     * @param outcome APPROVED or DENIED
     * @param certificate name of what it yields
     * @param remedies whether the right to 复议 and 诉讼 is told
     */
    record Decision(Outcome outcome, @Nullable String decisionNo, List<String> reasons, @Nullable String certificate,
            boolean remedies) implements Content {}

    /**
     * 终止、撤回.
     *
     * @param cause why, in Chinese
     * @param items what ended; empty: the whole application before any item was begun
     * @param decided what was decided before and stands
     * @param returned materials that only the ended items needed
     */
    record Ending(String cause, List<Item> items, List<String> decided, List<String> returned) implements Content {}

    /** 领取通知. @param way null while the applicant has not chosen @param place certificate window */
    record Collection(List<Item> items, ResultEvent.@Nullable Way way, boolean together,
            String place) implements Content {}

    /** 送达. @param receiver masked */
    record Delivery(List<Item> items, ResultEvent.Way way, String receiver, String proof,
            LocalDateTime deliveredAt) implements Content {}

    /** 督办. @param department whom it is addressed to, as printed */
    record Order(String orderId, ResultEvent.Level level, String department, String rule,
            @Nullable LocalDateTime replyDue) implements Content {}

    /** 作废. @param voided number of the notice that no longer counts */
    record Voiding(String voided, String voidedTitle, String reason) implements Content {}

    /** The type that a kind's content has. */
    static Class<? extends Content> of(Kind kind) {
        return switch (kind) {
            case RECEIPT -> Receipt.class;
            case CORRECTION -> Correction.class;
            case TOLERANCE -> Tolerance.class;
            case ACCEPTANCE -> Acceptance.class;
            case REFUSAL -> Refusal.class;
            case SPECIAL -> Special.class;
            case EXTENSION -> Extension.class;
            case DECISION -> Decision.class;
            case ENDING -> Ending.class;
            case COLLECTION -> Collection.class;
            case DELIVERY -> Delivery.class;
            case ORDER -> Order.class;
            case VOIDING -> Voiding.class;
        };
    }
}
