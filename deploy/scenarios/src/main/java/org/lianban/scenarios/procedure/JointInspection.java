package org.lianban.scenarios.procedure;

import java.util.List;
import java.util.Map;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.contracts.api.ReplyAnswer.Status;
import org.lianban.scenarios.demo.Officer;
import tools.jackson.databind.JsonNode;

/** 联合勘验: once for all departments, at least two officers of each (行政许可法 34). */
final class JointInspection {
    private static final int MORNING = 9;

    private JointInspection() {}

    static void organisedByTheLead(Scene scene) throws InterruptedException {
        List<String> items = List.of("02", "03");
        scene.fileByHand(scene.prepare(Map.of()), items);
        scene.await("分发", seen -> seen.items().stream().filter(i -> items.contains(i.itemNo()))
                .filter(i -> i.state() != ItemState.BLOCKED).count() == items.size());
        for (String item : items) {
            Officer officer = scene.officerOf(item);
            scene.applied(() -> officer.accept(scene.task(item)));
        }
        String lead = String.valueOf(scene.oneThing().lead());
        var morning = Scene.day(scene.now()).plusDays(3);
        String activity = scene.offices().inspect(scene.caseNo(), lead, items,
                morning.atTime(MORNING, 0).atZone(Scene.CHINA).toInstant(), "新乡县小冀镇经营场所").path("activity").path("id")
                .asString();
        scene.tell("牵头部门组织联合勘验 " + activity);
        scene.awaitHappened("JointActivityScheduled");

        scene.at(morning, MORNING);
        Officer first = scene.officerOf(items.getFirst());
        ReplyAnswer alone = scene
                .answered(() -> first.passes(scene.task(items.getFirst()), activity, List.of("勘验员甲")));
        scene.checkEqual("一名执法人员的结论被退回", Status.REJECTED, alone.status());
        scene.checkEqual("退回理由", "TWO_OFFICERS_NEEDED", String.valueOf(alone.code()));
        for (String item : items) {
            Officer officer = scene.officerOf(item);
            ReplyAnswer both = scene.answered(
                    () -> officer.passes(scene.task(item), activity, List.of("勘验员甲" + item, "勘验员乙" + item)));
            scene.checkEqual("事项" + item + "两名执法人员的结论", Status.APPLIED, both.status());
        }
        JsonNode joint = scene.until("联合勘验结论", () -> scene.offices().view(scene.caseNo()).path("extra").path("joints")
                .valueStream().filter(j -> j.path("passed").isBoolean()).findFirst());
        scene.check("办件总览可见一份共用的勘验结论：通过", joint.path("passed").asBoolean()
                && joint.path("items").size() == items.size());
        for (String item : items) {
            scene.approve(item);
        }
        scene.checkEqual("勘验后许可", ItemState.APPROVED, scene.awaitSettled().item("02").state());
    }
}
