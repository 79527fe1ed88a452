package org.lianban.scenarios.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.scenarios.demo.Application;
import org.lianban.scenarios.demo.Seen;
import tools.jackson.databind.JsonNode;

/** 撤回: what was decided and issued stays, what is open ends, originals go back. */
final class MidwayWithdrawal {
    private MidwayWithdrawal() {}

    static void issuedLicenceStays(Scene scene) throws InterruptedException {
        OneThing oneThing = scene.oneThing();
        String licence = oneThing.items().stream().filter(i -> i.rules().certificateType() != null)
                .map(OneThing.Item::no).findFirst().orElseThrow();
        Application application = scene.prepare(Map.of());
        List<String> open = application.items().stream()
                .filter(no -> !no.equals(licence)
                        && !oneThing.item(licence).orElseThrow().hard().contains(no))
                .toList();
        OneThing.Material paper = oneThing.materials().stream()
                .filter(m -> !m.items().isEmpty() && open.containsAll(m.items())).findFirst().orElseThrow();
        scene.fileByHand(application.onPaper(paper.code()).atWindow(), open);
        Seen midway = scene.awaitItem("许可办结", licence, Seen.Item::ended);
        scene.checkEqual("许可已经作出", ItemState.APPROVED, midway.item(licence).state());
        String number = scene.until("电子证照", () -> licence(scene, licence));
        scene.found("电子证照已签发 " + number);

        List<String> all = new ArrayList<>(open);
        all.add(licence);
        scene.town().withdraw(scene.caseNo(), all, "不再开业").ok();
        scene.tell("申请人撤回，许可证已经领到");
        Seen settled = scene.awaitSettled();
        scene.check("在办事项终止", open.stream().allMatch(no -> settled.item(no).state() == ItemState.WITHDRAWN));
        scene.checkEqual("已作出的许可不受影响", ItemState.APPROVED, settled.item(licence).state());
        scene.checkEqual("电子证照仍然有效", number, scene.until("电子证照", () -> licence(scene, licence)));

        scene.until("窗口知悉办结", () -> Optional.of(scene.town().application(scene.caseNo()))
                .filter(a -> a.path("state").asString().equals("SETTLED")));
        scene.offices().giveBack(scene.caseNo(), List.of(paper.code()), "李四").ok();
        JsonNode view = scene.until("撤回清单", () -> Optional
                .of(scene.offices().view(scene.caseNo()).path("extra").path("withdrawal"))
                .filter(w -> !w.path("returned").isEmpty()));
        scene.checkEqual("撤回清单：终止的事项", open, numbers(view.path("stopped")));
        scene.check("撤回清单：保留的结果", numbers(view.path("kept")).contains(licence));
        scene.checkEqual("撤回清单：退还的原件", paper.code(), view.path("returned").path(0).path("code").asString());
    }

    private static List<String> numbers(JsonNode items) {
        return items.valueStream().map(i -> i.path("itemNo").asString()).sorted().toList();
    }

    private static Optional<String> licence(Scene scene, String item) {
        return scene.offices().results(scene.caseNo()).path("results").valueStream()
                .filter(r -> r.path("itemNo").asString().equals(item)).map(r -> r.path("licence").path("id"))
                .filter(JsonNode::isString).map(JsonNode::asString).findFirst();
    }
}
