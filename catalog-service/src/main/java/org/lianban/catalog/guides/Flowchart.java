package org.lianban.catalog.guides;

import java.util.List;
import org.lianban.catalog.guides.chart.FlowGraph;
import org.lianban.catalog.guides.chart.SvgChart;
import org.lianban.contracts.catalog.OneThing;

/** 流程图 from the graph that cases run through: as text in Mermaid's notation, and as a drawing. */
public final class Flowchart {
    /** Fits the width of an A4 page within its margins, and leaves room for the heading above it. */
    private static final double PAGE_WIDTH = 650;
    private static final double PAGE_HEIGHT = 880;

    private Flowchart() {}

    static String of(OneThing oneThing) {
        StringBuilder chart = new StringBuilder("flowchart LR\n  received([收件])\n  settled([办结])\n");
        for (OneThing.Item item : oneThing.items()) {
            chart.append("  i%s[\"%s %s\"]\n".formatted(item.no(), item.no(), item.name().replace('"', '”')));
        }
        for (OneThing.Item item : oneThing.items()) {
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

    /** @param guide of the same version: its names of departments are shown */
    public static String svg(OneThing oneThing, Guide guide) {
        return svg(oneThing, guide, PAGE_HEIGHT);
    }

    static String svg(OneThing oneThing, Guide guide, double mostHeight) {
        List<FlowGraph.Step> steps = oneThing.items().stream().map(item -> step(item, guide)).toList();
        return SvgChart.svg(new FlowGraph("一窗（端）收件", "统一出件", steps), PAGE_WIDTH, mostHeight);
    }

    private static FlowGraph.Step step(OneThing.Item item, Guide guide) {
        OneThing.Group group = item.group();
        String offices = guide.items().stream().filter(i -> i.no().equals(item.no())).map(Guide.GuideItem::departments)
                .flatMap(List::stream).map(Guide.Office::name).distinct().reduce((a, b) -> a + "、" + b).orElse("");
        return new FlowGraph.Step(item.no(), item.no() + " " + item.name(), offices, note(item),
                group != null && group.type() == OneThing.Group.Type.OPTIONAL,
                group != null && group.type() == OneThing.Group.Type.EXACTLY_ONE ? group.key() : null, item.hard(),
                item.soft());
    }

    private static String note(OneThing.Item item) {
        String limit = item.promise() != null
                ? "承诺" + Wording.within(item.promise())
                : item.statutory() != null ? "法定" + Wording.within(item.statutory()) : "";
        boolean optional = item.group() != null && item.group().type() == OneThing.Group.Type.OPTIONAL;
        return optional ? limit.isEmpty() ? "可选" : "可选 · " + limit : limit;
    }
}
