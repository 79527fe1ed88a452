package org.lianban.scenarios.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.scenarios.client.Officer;
import tools.jackson.databind.JsonNode;

/** 法定期限 of a licence of twenty working days: 特别程序 does not count (行政许可法 45), 延期 once (行政许可法 42). */
final class LicenceTerms {
    private static final LocalDate BEGUN = LocalDate.of(2026, 9, 18);
    private static final int MORNING = 9;

    private LicenceTerms() {}

    /** The first licence of the one-thing, accepted by an officer. */
    private static String accepted(ScenarioContext context) throws InterruptedException {
        String item = context.oneThing().items().stream().filter(i -> i.kind() == ItemKind.LICENSE)
                .map(OneThing.Item::no)
                .findFirst().orElseThrow();
        context.fileByHand(context.prepare(Map.of()), List.of(item));
        Officer officer = context.officerOf(item);
        context.applied(() -> officer.accept(context.task(item)));
        context.awaitItem("受理", item, i -> i.acceptedAt() != null);
        JsonNode term = context.deadline("STATUTORY", item);
        context.checkDay("二十个工作日法定期限届满日", BEGUN, LocalDate.of(2026, 10, 22), ScenarioContext.lastDay(term));
        return item;
    }

    static void specialProcedure(ScenarioContext context) throws InterruptedException {
        String item = accepted(context);
        LocalDate before = ScenarioContext.lastDay(context.deadline("STATUTORY", item));
        Officer officer = context.officerOf(item);

        context.at(before.minusDays(14), MORNING);
        context.applied(() -> officer.suspend(context.task(item), "hearing", "申请人要求听证"));
        context.awaitItem("特别程序", item, i -> i.state() == ItemState.SUSPENDED);
        context.tell("国庆假期后进入听证程序，法定期限停止计算");
        context.deadline("STATUTORY", item, d -> !d.path("due").isString());
        context.found("停止期间没有届满日");

        context.at(before.minusDays(8), MORNING);
        context.applied(() -> officer.resume(context.task(item)));
        context.awaitItem("恢复办理", item, i -> i.state() != ItemState.SUSPENDED);
        LocalDate after = ScenarioContext.lastDay(context.deadline("STATUTORY", item, d -> d.path("due").isString()));
        context.checkDay("听证不计入，届满日顺延", BEGUN, LocalDate.of(2026, 10, 29), after);
        context.check("听证后的届满日晚于原届满日", after.isAfter(before));
        context.approve(item);
        context.checkEqual("听证后作出许可决定", ItemState.APPROVED, context.awaitSettled().item(item).state());
        context.check("特别程序告知书已制发", hasNotice(context, "SPECIAL"));
    }

    static void extension(ScenarioContext context) throws InterruptedException {
        String item = accepted(context);
        LocalDate before = ScenarioContext.lastDay(context.deadline("STATUTORY", item));
        Officer officer = context.officerOf(item);
        ReplyAnswer first = officer.extend(context.task(item), 10, "情况复杂，需进一步核实");
        context.checkEqual("本机关负责人批准延长十个工作日", ReplyAnswer.Status.APPLIED, first.status());
        LocalDate extended = ScenarioContext
                .lastDay(context.deadline("STATUTORY", item, d -> ScenarioContext.lastDay(d).isAfter(before)));
        context.checkDay("延期后的届满日", BEGUN, LocalDate.of(2026, 11, 5), extended);
        ReplyAnswer second = officer.extend(context.task(item), 5, "仍需核实");
        context.checkEqual("再次延期被拒绝", ReplyAnswer.Status.REJECTED, second.status());
        context.checkEqual("拒绝理由", "ALREADY_EXTENDED", String.valueOf(second.code()));
        context.check("延长办理期限告知书已制发", hasNotice(context, "EXTENSION"));
        context.approve(item);
        context.checkEqual("延长期内作出许可决定", ItemState.APPROVED, context.awaitSettled().item(item).state());
    }

    private static boolean hasNotice(ScenarioContext context, String kind) throws InterruptedException {
        return context.until("文书" + kind, () -> context.offices().notices(context.caseNo()).valueStream()
                .filter(n -> n.path("kind").asString().equals(kind)).findFirst()).path("no").isString();
    }
}
