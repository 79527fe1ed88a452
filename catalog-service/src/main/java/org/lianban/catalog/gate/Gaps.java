package org.lianban.catalog.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.draft.Annex;
import org.lianban.catalog.publish.Content;
import org.lianban.catalog.publish.Fault;
import org.lianban.contracts.catalog.OneThing.Item;

/**
 * 差距: what a version misses by today's gate. Versions that were published by document before the gate existed have
 * gaps; they stay in force.
 *
 * @param ready whether the gate would let it pass
 * @param sixElements what each item lacks of 设定依据、受理条件、申请材料、办结时限、收费标准、办理结果
 * @param eight 一次告知、一表申请、一套材料、一本指南、一窗（端）受理、一网办理、限时办结、统一出件
 * @param repeatedFields fields that several single forms asked for and that are now asked once
 */
public record Gaps(boolean ready, List<ArtefactState> artefacts, List<ItemState> sixElements, List<EightState> eight,
        List<Fault> others, Map<String, Long> repeatedFields) {

    public record ArtefactState(Artefact artefact, String name, boolean there, List<Fault> missing) {}

    public record ItemState(String no, String name, List<String> missing) {}

    public record EightState(String name, boolean satisfied, String because) {}

    /** @param windows how many active windows of the region receive it */
    public static Gaps of(Content content, Annex annex, Gate.Surroundings around, int windows) {
        Map<Artefact, List<Fault>> artefacts = Artefacts.of(content, annex);
        List<Fault> beyond = Gate.beyondArtefacts(content, annex, around);
        List<Elements.Lack> lacking = Elements.lacking(content);
        boolean ready = beyond.isEmpty() && artefacts.values().stream().allMatch(List::isEmpty);
        return new Gaps(ready,
                Arrays.stream(Artefact.values()).map(a -> new ArtefactState(a, a.text(),
                        artefacts.getOrDefault(a, List.of()).isEmpty(), artefacts.getOrDefault(a, List.of())))
                        .toList(),
                content.items().stream().map(i -> elements(i, lacking)).filter(i -> !i.missing().isEmpty()).toList(),
                eight(content, artefacts, windows),
                beyond.stream().filter(f -> f.code() != Fault.Code.ELEMENT_MISSING).toList(), Lint.repeated(annex));
    }

    private static ItemState elements(Item item, List<Elements.Lack> lacking) {
        return new ItemState(item.no(), item.name(), lacking.stream().filter(l -> l.item().equals(item))
                .map(Elements.Lack::element).toList());
    }

    private static List<EightState> eight(Content content, Map<Artefact, List<Fault>> artefacts, int windows) {
        boolean limits = content.items().stream().allMatch(i -> i.promise() != null || i.statutory() != null);
        List<EightState> all = new ArrayList<>();
        all.add(state("一次告知", !content.materials().isEmpty(), "情形问题与材料清单一次算出"));
        all.add(artefact("一表申请", artefacts.get(Artefact.FORM)));
        all.add(artefact("一套材料", artefacts.get(Artefact.MATERIALS)));
        all.add(artefact("一本指南", artefacts.get(Artefact.GUIDE)));
        all.add(state("一窗（端）受理", windows > 0, "%d个窗口受理".formatted(windows)));
        all.add(state("一网办理", content.particulars().url() != null, "网办地址"));
        all.add(state("限时办结", limits, "每个事项的办结时限"));
        all.add(state("统一出件", content.form().stream().anyMatch(f -> "resultDelivery".equals(f.name())), "结果领取方式"));
        return List.copyOf(all);
    }

    private static EightState state(String name, boolean satisfied, String because) {
        return new EightState(name, satisfied, (satisfied ? "" : "缺少：") + because);
    }

    private static EightState artefact(String name, @Nullable List<Fault> missing) {
        int open = missing == null ? 0 : missing.size();
        return new EightState(name, open == 0, open == 0 ? "齐备" : "尚缺%d处".formatted(open));
    }
}
