package org.lianban.scenarios.procedure;

import java.util.List;
import java.util.Map;
import org.lianban.contracts.ItemState;
import org.lianban.result.archive.Verifier;
import org.lianban.scenarios.demo.Officer;
import org.lianban.scenarios.demo.Seen;
import tools.jackson.databind.JsonNode;

/** 送达和归档: a package that proves itself, and no longer does once a byte is another. */
final class ArchivedCase {
    private ArchivedCase() {}

    static void deliveredAndVerified(Scene scene) throws InterruptedException {
        String caseNo = scene.file(scene.prepare(Map.of()).received());
        Seen settled = scene.awaitSettled();
        List<String> approved = settled.items().stream().filter(i -> i.state() == ItemState.APPROVED)
                .map(Seen.Item::itemNo).toList();
        scene.offices().chooseTogether(caseNo);
        for (String item : approved) {
            Officer officer = scene.officerOf(item);
            scene.applied(() -> officer.fileResult(scene.task(item), settled.item(item).name()));
        }
        scene.awaitHappened("ResultFiled");
        scene.check("统一领取：" + approved.size() + "项结果到发证窗口",
                scene.offices().takeToWindow(caseNo, approved).path("collectable").size() == approved.size());
        JsonNode delivered = scene.offices().handOut(caseNo, approved, "张三丰").ok();
        scene.check("一次送达，凭证登记", delivered.path("results").valueStream()
                .filter(r -> approved.contains(r.path("itemNo").asString()))
                .allMatch(r -> r.path("deliveredAt").isString()));

        String lead = String.valueOf(scene.oneThing().lead() == null
                ? scene.officerOf(approved.getFirst()).department()
                : scene.oneThing().lead());
        JsonNode archived = scene.offices().archive(caseNo, lead);
        scene.found("归档，摘要 " + archived.path("digest").asString().substring(0, 19) + "…");
        byte[] packed = scene.offices().packageOf(caseNo, lead);
        scene.check("归档包离线检验通过", Verifier.passed(Verifier.verify(packed)));
        scene.check("改动一个字节后检验不通过", !Verifier.passed(Verifier.verify(tampered(packed))));
    }

    /** One byte in the middle is another. */
    static byte[] tampered(byte[] packed) {
        byte[] changed = packed.clone();
        changed[changed.length / 2] ^= 1;
        return changed;
    }
}
