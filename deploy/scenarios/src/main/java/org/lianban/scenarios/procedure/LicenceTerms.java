package org.lianban.scenarios.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.scenarios.demo.Officer;
import tools.jackson.databind.JsonNode;

/** 法定期限 of a licence of twenty working days: 特别程序 does not count (行政许可法 45), 延期 once (行政许可法 42). */
final class LicenceTerms {
    private static final LocalDate BEGUN = LocalDate.of(2026, 9, 18);
    private static final int MORNING = 9;

    private LicenceTerms() {}

    /** The first licence of the one-thing, accepted by an officer. */
    private static String accepted(Scene scene) throws InterruptedException {
        String item = scene.oneThing().items().stream().filter(i -> i.kind() == ItemKind.LICENSE).map(OneThing.Item::no)
                .findFirst().orElseThrow();
        scene.fileByHand(scene.prepare(Map.of()), List.of(item));
        Officer officer = scene.officerOf(item);
        scene.applied(() -> officer.accept(scene.task(item)));
        scene.awaitItem("受理", item, i -> i.acceptedAt() != null);
        JsonNode term = scene.deadline("STATUTORY", item);
        scene.checkDay("二十个工作日法定期限届满日", BEGUN, LocalDate.of(2026, 10, 22), Scene.lastDay(term));
        return item;
    }

    static void specialProcedure(Scene scene) throws InterruptedException {
        String item = accepted(scene);
        LocalDate before = Scene.lastDay(scene.deadline("STATUTORY", item));
        Officer officer = scene.officerOf(item);

        scene.at(before.minusDays(14), MORNING);
        scene.applied(() -> officer.suspend(scene.task(item), "hearing", "申请人要求听证"));
        scene.awaitItem("特别程序", item, i -> i.state() == ItemState.SUSPENDED);
        scene.tell("国庆假期后进入听证程序，法定期限停止计算");
        scene.deadline("STATUTORY", item, d -> !d.path("due").isString());
        scene.found("停止期间没有届满日");

        scene.at(before.minusDays(8), MORNING);
        scene.applied(() -> officer.resume(scene.task(item)));
        scene.awaitItem("恢复办理", item, i -> i.state() != ItemState.SUSPENDED);
        LocalDate after = Scene.lastDay(scene.deadline("STATUTORY", item, d -> d.path("due").isString()));
        scene.checkDay("听证不计入，届满日顺延", BEGUN, LocalDate.of(2026, 10, 29), after);
        scene.check("听证后的届满日晚于原届满日", after.isAfter(before));
        scene.approve(item);
        scene.checkEqual("听证后作出许可决定", ItemState.APPROVED, scene.awaitSettled().item(item).state());
        scene.check("特别程序告知书已制发", hasNotice(scene, "SPECIAL"));
    }

    static void extension(Scene scene) throws InterruptedException {
        String item = accepted(scene);
        LocalDate before = Scene.lastDay(scene.deadline("STATUTORY", item));
        Officer officer = scene.officerOf(item);
        ReplyAnswer first = officer.extend(scene.task(item), 10, "情况复杂，需进一步核实");
        scene.checkEqual("本机关负责人批准延长十个工作日", ReplyAnswer.Status.APPLIED, first.status());
        LocalDate extended = Scene.lastDay(scene.deadline("STATUTORY", item, d -> Scene.lastDay(d).isAfter(before)));
        scene.checkDay("延期后的届满日", BEGUN, LocalDate.of(2026, 11, 5), extended);
        ReplyAnswer second = officer.extend(scene.task(item), 5, "仍需核实");
        scene.checkEqual("再次延期被拒绝", ReplyAnswer.Status.REJECTED, second.status());
        scene.checkEqual("拒绝理由", "ALREADY_EXTENDED", String.valueOf(second.code()));
        scene.check("延长办理期限告知书已制发", hasNotice(scene, "EXTENSION"));
        scene.approve(item);
        scene.checkEqual("延长期内作出许可决定", ItemState.APPROVED, scene.awaitSettled().item(item).state());
    }

    private static boolean hasNotice(Scene scene, String kind) throws InterruptedException {
        return scene.until("文书" + kind, () -> scene.offices().notices(scene.caseNo()).valueStream()
                .filter(n -> n.path("kind").asString().equals(kind)).findFirst()).path("no").isString();
    }
}
