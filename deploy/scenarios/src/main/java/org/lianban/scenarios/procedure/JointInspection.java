package org.lianban.scenarios.procedure;

import java.util.List;
import java.util.Map;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.contracts.api.ReplyAnswer.Status;
import org.lianban.scenarios.client.Officer;
import tools.jackson.databind.JsonNode;

/** 联合勘验: once for all departments, at least two officers of each (行政许可法 34). */
final class JointInspection {
    private static final int MORNING = 9;

    private JointInspection() {}

    static void organisedByTheLead(ScenarioContext context) throws InterruptedException {
        List<String> items = List.of("02", "03");
        context.fileByHand(context.prepare(Map.of()), items);
        context.await("分发", seen -> seen.items().stream().filter(i -> items.contains(i.itemNo()))
                .filter(i -> i.state() != ItemState.BLOCKED).count() == items.size());
        for (String item : items) {
            Officer officer = context.officerOf(item);
            context.applied(() -> officer.accept(context.task(item)));
        }
        String lead = String.valueOf(context.oneThing().lead());
        var morning = ScenarioContext.day(context.now()).plusDays(3);
        String activity = context.offices().inspect(context.caseNo(), lead, items,
                morning.atTime(MORNING, 0).atZone(ScenarioContext.CHINA).toInstant(), "新乡县小冀镇经营场所").path("activity")
                .path("id")
                .asString();
        context.tell("牵头部门组织联合勘验 " + activity);
        context.awaitHappened("JointActivityScheduled");

        context.at(morning, MORNING);
        Officer first = context.officerOf(items.getFirst());
        ReplyAnswer alone = context
                .answered(() -> first.passes(context.task(items.getFirst()), activity, List.of("勘验员甲")));
        context.checkEqual("一名执法人员的结论被退回", Status.REJECTED, alone.status());
        context.checkEqual("退回理由", "TWO_OFFICERS_NEEDED", String.valueOf(alone.code()));
        for (String item : items) {
            Officer officer = context.officerOf(item);
            ReplyAnswer both = context.answered(
                    () -> officer.passes(context.task(item), activity, List.of("勘验员甲" + item, "勘验员乙" + item)));
            context.checkEqual("事项" + item + "两名执法人员的结论", Status.APPLIED, both.status());
        }
        JsonNode joint = context.until("联合勘验结论",
                () -> context.offices().view(context.caseNo()).path("extra").path("joints")
                        .valueStream().filter(j -> j.path("passed").isBoolean()).findFirst());
        context.check("办件总览可见一份共用的勘验结论：通过", joint.path("passed").asBoolean()
                && joint.path("items").size() == items.size());
        for (String item : items) {
            context.approve(item);
        }
        context.checkEqual("勘验后许可", ItemState.APPROVED, context.awaitSettled().item("02").state());
    }
}
