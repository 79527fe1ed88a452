package org.lianban.catalog.guides;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lianban.contracts.catalog.OneThing;

/**
 * 咨询辅导知识 of one version for the 12345 hotline's knowledge base (新政文〔2024〕62号 附件3 四(二)1).
 *
 * @param key stable while the version is in force: what the hotline replaces when it imports again
 * @param entries questions as callers ask them, with complete answers
 */
public record Knowledge(String key, String code, String name, String region, String regionName, String lead,
        int version, String contentHash, Instant effectiveFrom, String address, List<Entry> entries) {

    /** @param category 办理条件 所需材料 办理流程 办理时限 收费 地点 联系方式 结果 救济 */
    public record Entry(String id, String category, String question, String answer) {}

    /** @param address where the current guide is found */
    public static Knowledge of(OneThing oneThing, Guide guide, String address) {
        Sheet sheet = new SheetWriter(oneThing, guide, address, oneThing.effectiveFrom()).write("", true, List.of(),
                null);
        String name = "“" + guide.name() + "”一件事";
        List<Entry> entries = new ArrayList<>();
        add(entries, "事项范围", name + "包括哪些事项？", String.join("；", guide.items().stream()
                .map(i -> i.no() + " " + i.name() + "（" + i.departments().getFirst().name() + "）").toList()));
        add(entries, "情形", "怎样确定需要办理哪些事项？", String.join("\n", sheet.questions()));
        add(entries, "所需材料", "办理" + name + "需要什么材料？", materials(guide));
        add(entries, "办理流程", name + "怎么办理？", String.join("\n", guide.steps()));
        add(entries, "办理时限", name + "多久能办好？", "承诺期限：%s；法定时限：%s".formatted(Wording.whole(guide.promised()),
                Wording.whole(guide.statutory())));
        for (Sheet.Fact fact : sheet.facts()) {
            if (!fact.value().equals(Wording.UNPUBLISHED) && !fact.label().endsWith("时限")
                    && !fact.label().equals("承诺期限")) {
                add(entries, fact.label(), name + "的" + fact.label() + "？", fact.value());
            }
        }
        add(entries, "受理条件", "办理" + name + "要符合什么条件？", String.join("\n", guide.items().stream()
                .filter(i -> !i.conditions().isEmpty()).map(i -> i.name() + "：" + String.join("；", i.conditions()))
                .toList()));
        add(entries, "办理结果", name + "办好后拿到什么？", String.join("；", guide.certificates()));
        add(entries, "权利救济", "对办理结果不服怎么办？", String.join("\n", guide.remedies()));
        return new Knowledge(guide.code() + "@" + guide.version(), guide.code(), guide.name(), guide.region(),
                sheet.region(), sheet.facts().get(1).value(), guide.version(), guide.contentHash(),
                guide.effectiveFrom(), address, List.copyOf(entries));
    }

    private static void add(List<Entry> entries, String category, String question, String answer) {
        if (!answer.isBlank()) {
            entries.add(new Entry("q%02d".formatted(entries.size() + 1), category, question, answer));
        }
    }

    private static String materials(Guide guide) {
        List<String> lines = new ArrayList<>();
        guide.materials().common().forEach(m -> lines.add("共性材料：" + material(m)));
        guide.materials().perItem().forEach(item -> item.materials()
                .forEach(
                        m -> lines.add("%s（%s）：%s".formatted(item.itemName(), item.department().name(), material(m)))));
        return String.join("\n", lines);
    }

    private static String material(Guide.GuideMaterial material) {
        List<String> ways = Wording.submission(material.rules());
        return material.name() + (material.required() ? "" : "（按需提供）")
                + (ways.isEmpty() ? "" : "（" + String.join("；", ways) + "）");
    }
}
