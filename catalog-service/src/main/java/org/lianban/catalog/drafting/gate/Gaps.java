package org.lianban.catalog.drafting.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.listing.publication.Defect;
import org.lianban.command.Fault;
import org.lianban.contracts.catalog.OneThing.Item;

/**
 * 差距: what a version misses by today's gate. Versions that were published by document before the gate existed have
 * gaps; they stay in force.
 *
 * @param ready whether the gate would let it pass
 * @param sixElements what each item lacks of 设定依据、受理条件、申请材料、办结时限、收费标准、办理结果
 * @param repeatedFields fields that several single forms asked for and that are now asked once
 */
public record Gaps(boolean ready, List<ArtefactState> artefacts, List<ItemState> sixElements, List<Fault> others,
        Map<String, Long> repeatedFields) {

    public record ArtefactState(Gate.Artefact artefact, String name, boolean there, List<Fault> missing) {}

    public record ItemState(String no, String name, List<String> missing) {}

    public static Gaps of(Content content, Annex annex, Gate.Context context) {
        Map<Gate.Artefact, List<Fault>> artefacts = Artefacts.of(content, annex);
        List<Fault> beyond = Gate.beyondArtefacts(content, annex, context);
        List<Elements.Lack> lacking = Elements.lacking(content);
        boolean ready = beyond.isEmpty() && artefacts.values().stream().allMatch(List::isEmpty);
        return new Gaps(ready, Arrays.stream(Gate.Artefact.values()).map(a -> new ArtefactState(a, a.text(),
                artefacts.getOrDefault(a, List.of()).isEmpty(), artefacts.getOrDefault(a, List.of())))
                .toList(),
                content.items().stream().map(i -> elements(i, lacking)).filter(i -> !i.missing().isEmpty()).toList(),
                beyond.stream().filter(f -> !f.code().equals(Defect.ELEMENT_MISSING.name())).toList(),
                Lint.repeated(annex));
    }

    private static ItemState elements(Item item, List<Elements.Lack> lacking) {
        return new ItemState(item.no(), item.name(), lacking.stream().filter(l -> l.item().equals(item))
                .map(Elements.Lack::element).toList());
    }
}
