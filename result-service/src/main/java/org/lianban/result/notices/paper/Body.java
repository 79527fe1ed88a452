package org.lianban.result.notices.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.event.ResultEvent.Way;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.result.notices.Chinese;
import org.lianban.result.notices.Content;
import org.lianban.result.notices.Notice;

/** What the body of each kind is filled with. */
final class Body {
    private Body() {}

    static void fill(Model m, Notice notice, String reconsideration) {
        m.put("reconsideration", reconsideration);
        switch (notice.content()) {
            case Content.Receipt c -> receipt(m, c);
            case Content.Correction c -> m.rows("defects", c.defects(), (row, d) -> row.put("what", d.what())
                    .put("problem", d.problem()).put("remedy", d.remedy())).put("due", due(c.due()))
                    .put("mayLapse", c.mayLapse()).put("where", c.where());
            case Content.Tolerance c -> m.rows("owed", c.owed(), (row, o) -> row.put("material", o.material())
                    .put("waived", o.waived()).put("due", due(o.due())).names("items", o.items())
                    .put("consequence", o.consequence()).put("text", o.text()).time("signedAt", o.signedAt())
                    .put("signature", o.signature()));
            case Content.Acceptance c -> limits(m, c.promise(), c.statutory()).time("from", c.from())
                    .put("deemed", c.deemed()).put("window", c.window())
                    .put("noLimit", c.promise() == null && c.statutory() == null).names("waits", c.waits())
                    .names("procedures", c.procedures());
            case Content.Refusal c -> reasons(m, c.reasons()).put("competent", c.competent()).put("remedies",
                    c.remedies());
            case Content.Special c -> limits(m, c.promise(), c.statutory()).put("procedure", c.procedure())
                    .put("reason", c.reason()).put("basis", c.basis()).put("limit", c.limit())
                    .put("pausesPromise", c.pausesPromise()).put("pausesStatutory", c.pausesStatutory());
            case Content.Extension c -> limits(m, c.promise(), c.statutory()).put("workingDays", c.workingDays())
                    .put("government", c.government()).put("approver", c.approver()).put("reason", c.reason());
            case Content.Decision c -> reasons(m, c.reasons()).put("approved", c.outcome() == Outcome.APPROVED)
                    .put("certificate", c.certificate()).put("remedies", c.remedies());
            case Content.Ending c -> items(m, c.items()).put("hasItems", !c.items().isEmpty())
                    .put("cause", c.cause()).names("decided", c.decided()).names("returned", c.returned());
            case Content.Collection c -> items(m, c.items()).put("together", c.together()).put("place", c.place())
                    .put("window", c.way() == null || c.way() == Way.WINDOW).put("courier", c.way() == Way.COURIER)
                    .put("electronic", c.way() == Way.ELECTRONIC);
            case Content.Delivery c -> items(m, c.items()).put("way", words(c.way())).put("receiver", c.receiver())
                    .put("proof", c.proof()).put("proofName", c.way() == Way.COURIER ? "快递单号" : "签收凭据摘要")
                    .time("deliveredAt", c.deliveredAt());
            case Content.Order c -> order(m, c);
            case Content.Voiding c -> m.put("voided", c.voided()).put("voidedTitle", c.voidedTitle()).put("reason",
                    c.reason());
        }
    }

    private static void receipt(Model m, Content.Receipt c) {
        items(m, c.items())
                .rows("materials", c.materials(), (row, material) -> row.put("name", material.name()).put("how",
                        material.how()))
                .put("hasMaterials", !c.materials().isEmpty())
                .put("gaps", c.materials().stream()
                        .anyMatch(material -> material.how().startsWith("容缺") || material.how().startsWith("承诺")))
                .time("receivedAt", c.receivedAt()).put("window", c.window()).put("clerk", c.clerk())
                .put("query", c.query());
    }

    private static void order(Model m, Content.Order c) {
        m.put("department", c.department()).put("rule", c.rule()).time("replyDue", c.replyDue())
                .put("remind", c.level() == ResultEvent.Level.REMIND)
                .put("ordered", c.level() == ResultEvent.Level.ORDER)
                .put("circulate", c.level() == ResultEvent.Level.CIRCULATE)
                .put("accountability", c.level() == ResultEvent.Level.ACCOUNTABILITY);
    }

    private static Model items(Model m, List<Content.Item> items) {
        return m.rows("items", items,
                (row, item) -> row.put("no", item.no()).put("name", item.name()).put("department", item.department()));
    }

    private static Model reasons(Model m, List<String> reasons) {
        return m.rows("reasons", reasons, (row, reason) -> row.put("text", reason));
    }

    private static Model limits(Model m, Content.@Nullable Term promise, Content.@Nullable Term statutory) {
        return m.put("promise", limit(promise)).put("statutory", limit(statutory));
    }

    private static @Nullable Object limit(Content.@Nullable Term term) {
        return term == null
                ? null
                : new Model().put("limit", term.limit()).date("lastDay", term.lastDay())
                        .put("provisional", term.provisional()).values();
    }

    private static @Nullable String due(java.time.@Nullable LocalDateTime due) {
        return due == null ? null : Chinese.lastDay(due);
    }

    private static String words(Way way) {
        return switch (way) {
            case WINDOW -> "窗口直接送达";
            case COURIER -> "邮寄送达";
            case ELECTRONIC -> "电子送达";
        };
    }
}
