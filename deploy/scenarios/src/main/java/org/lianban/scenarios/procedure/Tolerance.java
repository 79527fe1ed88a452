package org.lianban.scenarios.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.catalog.OneThing.Material;
import org.lianban.scenarios.client.Application;
import org.lianban.scenarios.client.CaseView;
import org.lianban.scenarios.client.OfficeClient;
import tools.jackson.databind.JsonNode;

/** 容缺受理, and a supplement that comes too late. */
final class Tolerance {
    private static final LocalDate BEGUN = LocalDate.of(2026, 9, 18);

    private Tolerance() {}

    static void lateSupplement(ScenarioContext context) throws InterruptedException {
        Application whole = context.prepare(Map.of());
        Material missing = whole.oneThing().materials().stream().filter(m -> m.rules().deferral() != null).findFirst()
                .orElseThrow();
        String item = missing.items().getFirst();
        String lead = String.valueOf(whole.oneThing().lead());
        context.file(whole.without(missing.code())
                .with("commitments", List.of(commitment(missing, context.now()))).received());
        context.tell("缺“" + missing.name() + "”，签署容缺承诺书后收件");

        JsonNode term = context.deadline("TOLERANCE", null);
        context.checkDay("容缺补齐期限", BEGUN, LocalDate.of(2026, 9, 24), ScenarioContext.lastDay(term));
        context.await("其他事项办结", seen -> seen.items().size() > 1 && seen.items().stream()
                .allMatch(i -> i.itemNo().equals(item) || i.ended()));
        context.check("材料补齐前不作决定", !context.await("容缺事项在办", seen -> true).item(item).ended());

        context.at(ScenarioContext.due(term).plusSeconds(1));
        context.awaitItem("容缺逾期", item, i -> i.state() == ItemState.BLOCKED);
        context.awaitHappened("CommitmentOverdue");
        List<JsonNode> waiting = context.until("牵头部门待决定",
                () -> Optional.of(context.offices().blocked(lead, context.caseNo()))
                        .filter(found -> !found.isEmpty()));
        context.checkEqual("逾期未补齐，牵头部门看到所缺材料", missing.code(),
                waiting.getFirst().path("overdue").path(0).path("material").asString());

        context.client().supplement(context.caseNo(), whole.entries(missing.code())).ok();
        context.tell("申请人补交“" + missing.name() + "”");
        CaseView next = context.await("补齐后办理或牵头部门决定", seen -> seen.item(item).ended()
                || seen.item(item).state() != ItemState.BLOCKED
                || context.offices().blocked(lead, context.caseNo()).stream()
                        .anyMatch(b -> !b.path("supplied").isEmpty()));
        if (next.item(item).state() == ItemState.BLOCKED) {
            context.client().leadDecision(context.caseNo(), item, lead, "CONTINUE", "材料已补齐，继续办理").ok();
            context.tell("牵头部门决定继续办理");
        }
        context.tell("材料齐全，部门作出决定");
        context.checkEqual("补齐后作出许可决定", ItemState.APPROVED, context.awaitSettled().item(item).state());
    }

    private static Map<String, Object> commitment(Material material, Instant now) {
        return Map.of("material", material.code(), "type", "DEFER", "textId",
                material.rules().deferral() == null ? "" : material.rules().deferral().commitment(), "textVersion", 1,
                "signature", OfficeClient.SIGNATURE, "signedBy", "APPLICANT", "signedAt", now.toString());
    }
}
