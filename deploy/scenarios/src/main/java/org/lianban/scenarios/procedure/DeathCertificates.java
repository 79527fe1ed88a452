package org.lianban.scenarios.procedure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.Group;
import org.lianban.contracts.event.ResultEvent.CaseOutcome;
import org.lianban.scenarios.client.Application;
import org.lianban.scenarios.client.CaseView;
import org.lianban.scenarios.client.Officer;
import tools.jackson.databind.JsonNode;

/** 公民身后: 正常死亡 or 非正常死亡, exactly one certificate, and nothing else before it. */
final class DeathCertificates {
    private DeathCertificates() {}

    static void exactlyOne(ScenarioContext context) throws InterruptedException {
        OneThing oneThing = context.oneThing();
        List<OneThing.Item> certificates = oneThing.items().stream()
                .filter(i -> i.group() != null && i.group().type() == Group.Type.EXACTLY_ONE).toList();
        OneThing.Item chosen = certificates.getLast();
        String question = chosen.group() == null ? "" : chosen.group().key();
        String answer = oneThing.questions().stream().filter(q -> q.id().equals(question))
                .flatMap(q -> q.options().stream()).filter(o -> o.items().contains(chosen.no())).findFirst()
                .orElseThrow().value();
        Application application = context.prepare(Map.of(question, answer));
        context.tell("申请人选择：" + chosen.name());
        context.fileByHand(application, List.of(chosen.no()));
        CaseView begun = context.await("分发", seen -> seen.state() == CaseState.IN_PROGRESS || !seen.items().isEmpty());

        Set<String> all = certificates.stream().map(OneThing.Item::no).collect(Collectors.toSet());
        context.checkEqual("办件中只有一个死亡证明事项", List.of(chosen.no()),
                begun.items().stream().map(CaseView.Item::itemNo).filter(all::contains).toList());
        JsonNode plan = context.offices().plan(context.caseNo());
        context.check("其余事项都等它", plan.path("items").valueStream()
                .filter(i -> !i.path("itemNo").asString().equals(chosen.no()))
                .allMatch(i -> !i.path("waitsFor").isEmpty()) && begun.items().size() > 1);
        context.check("证明出具前没有事项办结", context.await("在办", seen -> true).endedItems() == 0);

        Officer officer = context.officerOf(chosen.no());
        context.applied(() -> officer.accept(context.task(chosen.no())));
        context.approve(chosen.no());
        CaseView settled = context.awaitSettled();
        context.check("证明出具后其余事项办结", settled.outcome() == CaseOutcome.APPROVED);
        var certificate = settled.item(chosen.no()).since();
        context.check("没有事项先于证明办结", settled.items().stream().allMatch(i -> i.state() == ItemState.APPROVED
                || i.state() == ItemState.MATCHED)
                && settled.items().stream().allMatch(i -> certificate == null || i.since() == null
                        || !i.since().isBefore(certificate)));
    }
}
