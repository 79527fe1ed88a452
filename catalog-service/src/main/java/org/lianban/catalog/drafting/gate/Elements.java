package org.lianban.catalog.drafting.gate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.listing.publication.Defect;
import org.lianban.command.Faults;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.OneThing.Item;

/** 设定依据、受理条件、申请材料、办结时限、收费标准、办理结果 of every item (清涧县工作方案 六(十三)). */
final class Elements {
    /** @param element which of the six */
    record Lack(Item item, String pointer, String element) {}

    private Elements() {}

    static void check(Content content, Faults faults) {
        lacking(content).forEach(l -> faults.add(
                Defect.ELEMENT_MISSING.at(l.pointer(), "事项%s“%s”缺少%s", l.item().no(), l.item().name(), l.element())));
    }

    static List<Lack> lacking(Content content) {
        List<Lack> found = new ArrayList<>();
        for (int i = 0; i < content.items().size(); i++) {
            item(content, content.items().get(i), "/items/" + i, found);
        }
        return found;
    }

    private static void item(Content content, Item item, String pointer, List<Lack> found) {
        boolean automatic = item.kind() == ItemKind.VERIFY;
        where(item.rules().legalBasis().isEmpty(), found, new Lack(item, pointer + "/rules/legalBasis", "设定依据"));
        where(item.rules().conditions().isEmpty() && !automatic, found,
                new Lack(item, pointer + "/rules/conditions", "受理条件"));
        boolean materials = content.materials().stream()
                .anyMatch(m -> m.items().isEmpty() || m.items().contains(item.no()));
        where(!materials && !automatic, found, new Lack(item, pointer, "申请材料"));
        where(item.promise() == null && item.statutory() == null, found, new Lack(item, pointer + "/promise", "办结时限"));
        where(blank(item.rules().fee()), found, new Lack(item, pointer + "/rules/fee", "收费标准"));
        where(blank(item.rules().resultName()), found, new Lack(item, pointer + "/rules/resultName", "办理结果"));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static void where(boolean lacking, List<Lack> found, Lack lack) {
        if (lacking) {
            found.add(lack);
        }
    }
}
