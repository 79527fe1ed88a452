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
    /** Gives the template of the kind what it asks for. */
    void fill(LetterFields fields);

    /** 标题 as it is printed. @param licence whether it is about a 行政许可 */
    default String title(Kind kind, boolean licence) {
        return kind.title();
    }

    /** 交由发证窗口送达: a refusal, which nobody comes to collect by himself. */
    default boolean handedOver() {
        return false;
    }

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
            List<Material> materials, List<Item> items, String query) implements Content {
        @Override
        public void fill(LetterFields fields) {
            fields.items(items)
                    .rows("materials", materials,
                            (row, material) -> row.put("name", material.name()).put("how", material.how()))
                    .put("hasMaterials", !materials.isEmpty())
                    .put("gaps", materials.stream()
                            .anyMatch(m -> m.how().startsWith("容缺") || m.how().startsWith("承诺")))
                    .time("receivedAt", receivedAt).put("window", window).put("clerk", clerk).put("query", query);
        }
    }

    /**
     * 补正告知.
     *
     * @param round of intake, from 0; null: a department asked
     * @param due 补正期限; null: none was set
     * @param mayLapse whether the case ends when the term runs out
     * @param where where and how to hand in
     */
    record Correction(@Nullable Integer round, List<Defect> defects, @Nullable LocalDateTime due, boolean mayLapse,
            String where) implements Content {
        @Override
        public void fill(LetterFields fields) {
            fields.rows("defects", defects, (row, d) -> row.put("what", d.what()).put("problem", d.problem())
                    .put("remedy", d.remedy())).due(due).put("mayLapse", mayLapse).put("where", where);
        }
    }

    /** 容缺、承诺. */
    record Tolerance(List<Owed> owed) implements Content {
        @Override
        public void fill(LetterFields fields) {
            fields.rows("owed", owed, (row, o) -> row.put("material", o.material()).put("waived", o.waived())
                    .due(o.due()).names("items", o.items()).put("consequence", o.consequence())
                    .put("text", o.text()).time("signedAt", o.signedAt()).put("signature", o.signature()));
        }
    }

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
            @Nullable Term statutory, List<String> waits, List<String> procedures) implements Content {
        @Override
        public void fill(LetterFields fields) {
            fields.limits(promise, statutory).time("from", from).put("deemed", deemed).put("window", window)
                    .put("noLimit", promise == null && statutory == null).names("waits", waits)
                    .names("procedures", procedures);
        }

        @Override
        public String title(Kind kind, boolean licence) {
            return licence ? "行政许可申请受理通知书" : "受理通知书";
        }
    }

    /** 不予受理. @param competent 有权机关, where this one is not */
    record Refusal(List<String> reasons, @Nullable String competent, boolean remedies) implements Content {
        @Override
        public void fill(LetterFields fields) {
            fields.reasons(reasons).put("competent", competent).put("remedies", remedies);
        }

        @Override
        public String title(Kind kind, boolean licence) {
            return licence ? "行政许可申请不予受理决定书" : "不予受理决定书";
        }

        @Override
        public boolean handedOver() {
            return true;
        }
    }

    /**
     * 特别程序.
     *
     * @param limit 所需时间
     * @param promise the promised limit if the procedure takes all of its time
     * @param statutory as {@code promise}
     */
    record Special(String procedure, String reason, @Nullable String basis, @Nullable String limit,
            boolean pausesPromise, boolean pausesStatutory, @Nullable Term promise,
            @Nullable Term statutory) implements Content {
        @Override
        public void fill(LetterFields fields) {
            fields.limits(promise, statutory).put("procedure", procedure).put("reason", reason).put("basis", basis)
                    .put("limit", limit).put("pausesPromise", pausesPromise)
                    .put("pausesStatutory", pausesStatutory);
        }
    }

    /** 延期. @param government approved by the head of the government, otherwise by the head of the agency */
    record Extension(int workingDays, boolean government, String approver, String reason, @Nullable Term promise,
            @Nullable Term statutory) implements Content {
        @Override
        public void fill(LetterFields fields) {
            fields.limits(promise, statutory).put("workingDays", workingDays).put("government", government)
                    .put("approver", approver).put("reason", reason);
        }
    }

    /**
     * 决定.
     *
     * @param outcome APPROVED or DENIED
     * @param certificate name of what it yields
     * @param remedies whether the right to 复议 and 诉讼 is told
     */
    record Decision(Outcome outcome, @Nullable String decisionNo, List<String> reasons, @Nullable String certificate,
            boolean remedies) implements Content {
        @Override
        public void fill(LetterFields fields) {
            fields.reasons(reasons).put("approved", outcome == Outcome.APPROVED).put("certificate", certificate)
                    .put("remedies", remedies);
        }

        @Override
        public String title(Kind kind, boolean licence) {
            return (outcome == Outcome.APPROVED ? "准予" : "不予") + (licence ? "行政许可决定书" : "办理决定书");
        }

        @Override
        public boolean handedOver() {
            return outcome == Outcome.DENIED;
        }
    }

    /**
     * 终止、撤回.
     *
     * @param cause why, in Chinese
     * @param items what ended; empty: the whole application before any item was begun
     * @param decided what was decided before and stands
     * @param returned materials that only the ended items needed
     */
    record Ending(String cause, List<Item> items, List<String> decided, List<String> returned) implements Content {
        @Override
        public void fill(LetterFields fields) {
            fields.items(items).put("hasItems", !items.isEmpty()).put("cause", cause).names("decided", decided)
                    .names("returned", returned);
        }

        @Override
        public String title(Kind kind, boolean licence) {
            return cause.contains("撤回申请") && !cause.contains("视为") ? "撤回申请确认书" : kind.title();
        }
    }

    /** 领取通知. @param way null while the applicant has not chosen @param place certificate window */
    record Collection(List<Item> items, ResultEvent.@Nullable Way way, boolean together,
            String place) implements Content {
        @Override
        public void fill(LetterFields fields) {
            fields.items(items).put("together", together).put("place", place)
                    .put("window", way == null || way == ResultEvent.Way.WINDOW)
                    .put("courier", way == ResultEvent.Way.COURIER)
                    .put("electronic", way == ResultEvent.Way.ELECTRONIC);
        }
    }

    /** 送达. @param receiver masked */
    record Delivery(List<Item> items, ResultEvent.Way way, String receiver, String proof,
            LocalDateTime deliveredAt) implements Content {
        @Override
        public void fill(LetterFields fields) {
            fields.items(items).put("way", switch (way) {
                case WINDOW -> "窗口直接送达";
                case COURIER -> "邮寄送达";
                case ELECTRONIC -> "电子送达";
            }).put("receiver", receiver).put("proof", proof)
                    .put("proofName", way == ResultEvent.Way.COURIER ? "快递单号" : "签收凭据摘要")
                    .time("deliveredAt", deliveredAt);
        }
    }

    /** 督办. @param department whom it is addressed to, as printed */
    record Order(String orderId, ResultEvent.Level level, String department, String rule,
            @Nullable LocalDateTime replyDue) implements Content {
        @Override
        public void fill(LetterFields fields) {
            fields.put("department", department).put("rule", rule).time("replyDue", replyDue)
                    .put("remind", level == ResultEvent.Level.REMIND)
                    .put("ordered", level == ResultEvent.Level.ORDER)
                    .put("circulate", level == ResultEvent.Level.CIRCULATE)
                    .put("accountability", level == ResultEvent.Level.ACCOUNTABILITY);
        }

        @Override
        public String title(Kind kind, boolean licence) {
            return switch (level) {
                case REMIND -> "办理提醒";
                case ORDER -> "督办单";
                case CIRCULATE -> "情况通报";
                case ACCOUNTABILITY -> "启动问责程序建议书";
            };
        }
    }

    /** 作废. @param voided number of the notice that no longer counts */
    record Voiding(String voided, String voidedTitle, String reason) implements Content {
        @Override
        public void fill(LetterFields fields) {
            fields.put("voided", voided).put("voidedTitle", voidedTitle).put("reason", reason);
        }
    }
}
