package org.lianban.scenarios.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.scenarios.client.Application;
import org.lianban.scenarios.client.CaseView;
import tools.jackson.databind.JsonNode;

/** 撤回: what was decided and issued stays, what is open ends, originals go back. */
final class MidwayWithdrawal {
    private MidwayWithdrawal() {}

    static void issuedLicenceStays(ScenarioContext context) throws InterruptedException {
        OneThing oneThing = context.oneThing();
        String licence = oneThing.items().stream().filter(i -> i.rules().certificateType() != null)
                .map(OneThing.Item::no).findFirst().orElseThrow();
        Application application = context.prepare(Map.of());
        List<String> open = application.items().stream()
                .filter(no -> !no.equals(licence)
                        && !oneThing.item(licence).orElseThrow().hard().contains(no))
                .toList();
        OneThing.Material paper = oneThing.materials().stream()
                .filter(m -> !m.items().isEmpty() && open.containsAll(m.items())).findFirst().orElseThrow();
        context.fileByHand(application.onPaper(paper.code()).atWindow(), open);
        CaseView midway = context.awaitItem("许可办结", licence, CaseView.Item::ended);
        context.checkEqual("许可已经作出", ItemState.APPROVED, midway.item(licence).state());
        String number = context.until("电子证照", () -> licence(context, licence));
        context.found("电子证照已签发 " + number);

        List<String> all = new ArrayList<>(open);
        all.add(licence);
        context.client().withdraw(context.caseNo(), all, "不再开业").ok();
        context.tell("申请人撤回，许可证已经领到");
        CaseView settled = context.awaitSettled();
        context.check("在办事项终止", open.stream().allMatch(no -> settled.item(no).state() == ItemState.WITHDRAWN));
        context.checkEqual("已作出的许可不受影响", ItemState.APPROVED, settled.item(licence).state());
        context.checkEqual("电子证照仍然有效", number, context.until("电子证照", () -> licence(context, licence)));

        context.until("窗口知悉办结", () -> Optional.of(context.client().application(context.caseNo()))
                .filter(a -> a.path("state").asString().equals("SETTLED")));
        context.offices().giveBack(context.caseNo(), List.of(paper.code()), "李四").ok();
        JsonNode view = context.until("撤回清单", () -> Optional
                .of(context.offices().view(context.caseNo()).path("extra").path("withdrawal"))
                .filter(w -> !w.path("returned").isEmpty()));
        context.checkEqual("撤回清单：终止的事项", open, numbers(view.path("stopped")));
        context.check("撤回清单：保留的结果", numbers(view.path("kept")).contains(licence));
        context.checkEqual("撤回清单：退还的原件", paper.code(), view.path("returned").path(0).path("code").asString());
    }

    private static List<String> numbers(JsonNode items) {
        return items.valueStream().map(i -> i.path("itemNo").asString()).sorted().toList();
    }

    private static Optional<String> licence(ScenarioContext context, String item) {
        return context.offices().results(context.caseNo()).path("results").valueStream()
                .filter(r -> r.path("itemNo").asString().equals(item)).map(r -> r.path("licence").path("id"))
                .filter(JsonNode::isString).map(JsonNode::asString).findFirst();
    }
}
