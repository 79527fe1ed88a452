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
import org.lianban.scenarios.demo.Application;
import org.lianban.scenarios.demo.Officer;
import org.lianban.scenarios.demo.Seen;
import tools.jackson.databind.JsonNode;

/** 公民身后: 正常死亡 or 非正常死亡, exactly one certificate, and nothing else before it. */
final class DeathCertificates {
    private DeathCertificates() {}

    static void exactlyOne(Scene scene) throws InterruptedException {
        OneThing oneThing = scene.oneThing();
        List<OneThing.Item> certificates = oneThing.items().stream()
                .filter(i -> i.group() != null && i.group().type() == Group.Type.EXACTLY_ONE).toList();
        OneThing.Item chosen = certificates.getLast();
        String question = chosen.group() == null ? "" : chosen.group().key();
        String answer = oneThing.questions().stream().filter(q -> q.id().equals(question))
                .flatMap(q -> q.options().stream()).filter(o -> o.items().contains(chosen.no())).findFirst()
                .orElseThrow().value();
        Application application = scene.prepare(Map.of(question, answer));
        scene.tell("申请人选择：" + chosen.name());
        scene.fileByHand(application, List.of(chosen.no()));
        Seen begun = scene.await("分发", seen -> seen.state() == CaseState.IN_PROGRESS || !seen.items().isEmpty());

        Set<String> all = certificates.stream().map(OneThing.Item::no).collect(Collectors.toSet());
        scene.checkEqual("办件中只有一个死亡证明事项", List.of(chosen.no()),
                begun.items().stream().map(Seen.Item::itemNo).filter(all::contains).toList());
        JsonNode plan = scene.offices().plan(scene.caseNo());
        scene.check("其余事项都等它", plan.path("items").valueStream()
                .filter(i -> !i.path("itemNo").asString().equals(chosen.no()))
                .allMatch(i -> !i.path("waitsFor").isEmpty()) && begun.items().size() > 1);
        scene.check("证明出具前没有事项办结", scene.await("在办", seen -> true).endedItems() == 0);

        Officer officer = scene.officerOf(chosen.no());
        scene.applied(() -> officer.accept(scene.task(chosen.no())));
        scene.approve(chosen.no());
        Seen settled = scene.awaitSettled();
        scene.check("证明出具后其余事项办结", settled.outcome() == CaseOutcome.APPROVED);
        var certificate = settled.item(chosen.no()).since();
        scene.check("没有事项先于证明办结", settled.items().stream().allMatch(i -> i.state() == ItemState.APPROVED
                || i.state() == ItemState.MATCHED)
                && settled.items().stream().allMatch(i -> certificate == null || i.since() == null
                        || !i.since().isBefore(certificate)));
    }
}
