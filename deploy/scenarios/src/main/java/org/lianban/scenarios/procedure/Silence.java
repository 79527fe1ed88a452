package org.lianban.scenarios.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.scenarios.client.CaseView;
import tools.jackson.databind.JsonNode;

/** 逾期不受理: the lead is told after a day, the ladder climbs, and after five the law accepts (行政许可法 32). */
final class Silence {
    private static final LocalDate BEGUN = LocalDate.of(2026, 9, 18);

    private Silence() {}

    static void deemedAcceptance(ScenarioContext context) throws InterruptedException {
        String item = context.oneThing().items().stream().filter(i -> i.kind() == ItemKind.LICENSE)
                .map(OneThing.Item::no)
                .findFirst().orElseThrow();
        context.fileByHand(context.prepare(Map.of()), List.of(item));
        Instant oneDay = ScenarioContext.due(context.deadline("ACCEPTANCE", item));
        JsonNode fiveDays = context.deadline("STATUTORY_NOTICE", item);
        context.checkDay("五个工作日届满日", BEGUN, LocalDate.of(2026, 9, 24), ScenarioContext.lastDay(fiveDays));

        context.at(oneDay.plusSeconds(1));
        JsonNode reminded = order(context, item, "REMINDED");
        context.found("一个工作日未受理，自动提醒");
        context.check("此时尚未视为受理", !context.await("在办", seen -> true).item(item).deemed());

        context.at(Instant.parse(reminded.path("dueAt").asString()).plusSeconds(1));
        JsonNode ordered = order(context, item, "ORDERED");
        context.check("提醒无效，升级督办", reminded.path("id").equals(ordered.path("id")));

        context.at(ScenarioContext.due(fiveDays).plusSeconds(1));
        CaseView seen = context.awaitItem("视为受理", item, CaseView.Item::deemed);
        context.check("五个工作日未告知，视为受理", seen.item(item).acceptedAt() != null);
        context.check("轨迹中可见超时和视为受理", context.happened("TimerBreached") && context.happened("AcceptanceDeemed")
                && context.happened("SupervisionIssued"));

        context.approve(item);
        context.checkEqual("部门补作决定", ItemState.APPROVED, context.awaitSettled().item(item).state());
        order(context, item, "CLEARED");
        context.found("事由消除，督办销号");
    }

    /** The order about this item's acceptance, once it is in that state. */
    private static JsonNode order(ScenarioContext context, String item, String state) throws InterruptedException {
        return context.until("督办单" + state, () -> context.offices().orders(context.caseNo()).valueStream()
                .filter(o -> o.path("itemNo").asString("").equals(item) && o.path("state").asString().equals(state))
                .findFirst().or(Optional::empty));
    }
}
