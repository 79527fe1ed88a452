package org.lianban.catalog.guide;

import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.Item;

/** 流程图 as text: full arrows for hard prerequisites, dotted for results that are reused. */
final class Flowchart {
    private Flowchart() {}

    static String of(OneThing oneThing) {
        StringBuilder chart = new StringBuilder("flowchart LR\n  received([收件])\n  settled([办结])\n");
        for (Item item : oneThing.items()) {
            chart.append("  i%s[\"%s %s\"]\n".formatted(item.no(), item.no(), item.name().replace('"', '”')));
        }
        for (Item item : oneThing.items()) {
            if (item.hard().isEmpty()) {
                chart.append("  received --> i").append(item.no()).append('\n');
            }
            item.hard().forEach(no -> chart.append("  i%s --> i%s\n".formatted(no, item.no())));
            item.soft().forEach(no -> chart.append("  i%s -.-> i%s\n".formatted(no, item.no())));
            if (oneThing.items().stream().noneMatch(other -> other.hard().contains(item.no()))) {
                chart.append("  i").append(item.no()).append(" --> settled\n");
            }
        }
        return chart.toString();
    }
}
