package org.lianban.scenarios.procedure;

import java.util.List;
import java.util.Map;
import org.lianban.contracts.ItemState;
import org.lianban.result.records.archive.Verifier;
import org.lianban.scenarios.client.CaseView;
import org.lianban.scenarios.client.Officer;
import tools.jackson.databind.JsonNode;

/** 送达和归档: a package that proves itself, and no longer does once a byte is another. */
final class ArchivedCase {
    private ArchivedCase() {}

    static void deliveredAndVerified(ScenarioContext context) throws InterruptedException {
        String caseNo = context.file(context.prepare(Map.of()).received());
        CaseView settled = context.awaitSettled();
        List<String> approved = settled.items().stream().filter(i -> i.state() == ItemState.APPROVED)
                .map(CaseView.Item::itemNo).toList();
        context.offices().chooseTogether(caseNo);
        for (String item : approved) {
            Officer officer = context.officerOf(item);
            context.applied(() -> officer.fileResult(context.task(item), settled.item(item).name()));
        }
        context.awaitHappened("ResultFiled");
        context.check("统一领取：" + approved.size() + "项结果到发证窗口",
                context.offices().takeToWindow(caseNo, approved).path("collectable").size() == approved.size());
        JsonNode delivered = context.offices().handOut(caseNo, approved, "张三丰").ok();
        context.check("一次送达，凭证登记", delivered.path("results").valueStream()
                .filter(r -> approved.contains(r.path("itemNo").asString()))
                .allMatch(r -> r.path("deliveredAt").isString()));

        String lead = String.valueOf(context.oneThing().lead() == null
                ? context.officerOf(approved.getFirst()).department()
                : context.oneThing().lead());
        JsonNode archived = context.offices().archive(caseNo, lead);
        context.found("归档，摘要 " + archived.path("digest").asString().substring(0, 19) + "…");
        byte[] packed = context.offices().packageOf(caseNo, lead);
        context.check("归档包离线检验通过", Verifier.passed(Verifier.verify(packed)));
        context.check("改动一个字节后检验不通过", !Verifier.passed(Verifier.verify(tampered(packed))));
    }

    /** One byte in the middle is another. */
    static byte[] tampered(byte[] packed) {
        byte[] changed = packed.clone();
        changed[changed.length / 2] ^= 1;
        return changed;
    }
}
