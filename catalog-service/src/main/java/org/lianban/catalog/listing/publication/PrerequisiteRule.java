package org.lianban.catalog.listing.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Faults;
import org.lianban.contracts.catalog.OneThing.Group;
import org.lianban.contracts.catalog.OneThing.Item;

/** 前后置关系: prerequisites exist, never lead back to themselves, and can be in the same case. */
final class PrerequisiteRule {
    private PrerequisiteRule() {}

    static void check(Content content, Faults faults) {
        Map<String, Item> byNo = content.items().stream().filter(i -> i.no() != null)
                .collect(Collectors.toMap(Item::no, i -> i, (first, second) -> first, LinkedHashMap::new));
        Map<String, List<String>> hard = new LinkedHashMap<>();
        Defect.each("/items", content.items(), (item, at) -> {
            references(item, item.hard(), at + "/hard", byNo, faults);
            references(item, item.soft(), at + "/soft", byNo, faults);
            alternatives(item, at + "/hard", byNo, faults);
            if (item.no() != null) {
                hard.putIfAbsent(item.no(), item.hard().stream().filter(no -> !no.equals(item.no())).toList());
            }
        });
        Cycles.find(hard).forEach(path -> faults.add(Defect.CYCLE.at("/items", "前置关系成环：%s", String.join(" → ", path))));
    }

    private static void references(Item item, List<String> nos, String pointer, Map<String, Item> byNo, Faults faults) {
        Defect.each(pointer, nos, (no, at) -> {
            if (no.equals(item.no())) {
                faults.add(Defect.SELF_PREREQUISITE.at(at, "事项%s以自身为前置", no));
            } else if (!byNo.containsKey(no)) {
                faults.add(Defect.UNKNOWN_PREREQUISITE.at(at, "事项%s的前置事项%s不存在", item.no(), no));
            }
        });
    }

    /** Items that exclude one another are never in one case, so neither can wait for the other. */
    private static void alternatives(Item item, String pointer, Map<String, Item> byNo, Faults faults) {
        for (String no : item.hard()) {
            Item prerequisite = byNo.get(no);
            if (prerequisite != null && prerequisite != item && exclude(item.group(), prerequisite.group())) {
                faults.add(Defect.PREREQUISITE_OF_ALTERNATIVE.at(pointer, "事项%s与%s互斥，不能互为前置", item.no(), no));
            }
        }
    }

    private static boolean exclude(@Nullable Group a, @Nullable Group b) {
        return a != null && a.type() == Group.Type.EXACTLY_ONE && a.equals(b);
    }
}
