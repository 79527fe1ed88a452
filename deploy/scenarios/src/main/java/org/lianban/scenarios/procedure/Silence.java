package org.lianban.scenarios.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.scenarios.demo.Seen;
import tools.jackson.databind.JsonNode;

/** 逾期不受理: the lead is told after a day, the ladder climbs, and after five the law accepts (行政许可法 32). */
final class Silence {
    private static final LocalDate BEGUN = LocalDate.of(2026, 9, 18);

    private Silence() {}

    static void deemedAcceptance(Scene scene) throws InterruptedException {
        String item = scene.oneThing().items().stream().filter(i -> i.kind() == ItemKind.LICENSE).map(OneThing.Item::no)
                .findFirst().orElseThrow();
        scene.fileByHand(scene.prepare(Map.of()), List.of(item));
        Instant oneDay = Scene.due(scene.deadline("ACCEPTANCE", item));
        JsonNode fiveDays = scene.deadline("STATUTORY_NOTICE", item);
        scene.checkDay("五个工作日届满日", BEGUN, LocalDate.of(2026, 9, 24), Scene.lastDay(fiveDays));

        scene.at(oneDay.plusSeconds(1));
        JsonNode reminded = order(scene, item, "REMINDED");
        scene.found("一个工作日未受理，自动提醒");
        scene.check("此时尚未视为受理", !scene.await("在办", seen -> true).item(item).deemed());

        scene.at(Instant.parse(reminded.path("dueAt").asString()).plusSeconds(1));
        JsonNode ordered = order(scene, item, "ORDERED");
        scene.check("提醒无效，升级督办", reminded.path("id").equals(ordered.path("id")));

        scene.at(Scene.due(fiveDays).plusSeconds(1));
        Seen seen = scene.awaitItem("视为受理", item, Seen.Item::deemed);
        scene.check("五个工作日未告知，视为受理", seen.item(item).acceptedAt() != null);
        scene.check("轨迹中可见超时和视为受理", scene.happened("TimerBreached") && scene.happened("AcceptanceDeemed")
                && scene.happened("SupervisionIssued"));

        scene.approve(item);
        scene.checkEqual("部门补作决定", ItemState.APPROVED, scene.awaitSettled().item(item).state());
        order(scene, item, "CLEARED");
        scene.found("事由消除，督办销号");
    }

    /** The order about this item's acceptance, once it is in that state. */
    private static JsonNode order(Scene scene, String item, String state) throws InterruptedException {
        return scene.until("督办单" + state, () -> scene.offices().orders(scene.caseNo()).valueStream()
                .filter(o -> o.path("itemNo").asString("").equals(item) && o.path("state").asString().equals(state))
                .findFirst().or(Optional::empty));
    }
}
