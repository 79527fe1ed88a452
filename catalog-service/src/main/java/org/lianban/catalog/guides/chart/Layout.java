package org.lianban.catalog.guides.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianban.catalog.guides.chart.Drawing.Box;

/**
 * Lays a flow graph out for a portrait page. Steps that lines connect form blocks, each in rows from top to bottom; the
 * blocks and what nothing connects stand side by side in one frame, between 收件 and 统一出件: all of it begins at once.
 */
final class Layout {
    private static final double MOST = 640;
    private static final double LEAST = 480;
    private static final double MARGIN = 6;
    private static final double INSET = 16;
    private static final double CAPTION = 26;
    private static final double BETWEEN = 26;
    private static final double ARROW = 34;
    private static final String TOGETHER = "并联办理：没有箭头相连的事项同时办理";

    private final FlowGraph graph;
    private final Edges edges;
    private final List<Box> boxes = new ArrayList<>();
    private final List<Drawing.Frame> frames = new ArrayList<>();
    private final List<Drawing.Line> lines = new ArrayList<>();

    private Layout(FlowGraph graph) {
        this.graph = graph;
        this.edges = new Edges(graph);
    }

    static Drawing of(FlowGraph graph) {
        return new Layout(graph).drawing();
    }

    private Drawing drawing() {
        Box start = Drawing.Boxes.pill(graph.start());
        Box end = Drawing.Boxes.pill(graph.end());
        List<List<Block>> shelves = shelves(blocks());
        double inner = Math.max(Math.max(start.width(), end.width()),
                shelves.stream().mapToDouble(Layout::width).max().orElse(0));
        double caption = TextFit.width(TOGETHER, SvgChart.CAPTION_SIZE) + 2 * INSET;
        double width = Math.max(LEAST, Math.max(inner + 2 * INSET, caption) + 2 * MARGIN);
        double frameTop = MARGIN + start.height() + ARROW;
        double y = frameTop + CAPTION;
        for (List<Block> shelf : shelves) {
            y = shelf(shelf, width, y) + BETWEEN;
        }
        double frameBottom = y - BETWEEN + INSET;
        frames.addFirst(
                new Drawing.Frame(TOGETHER, false, MARGIN, frameTop, width - 2 * MARGIN, frameBottom - frameTop));
        Box first = Drawing.Boxes.at(start, (width - start.width()) / 2, MARGIN);
        Box last = Drawing.Boxes.at(end, (width - end.width()) / 2, frameBottom + ARROW);
        boxes.add(first);
        boxes.add(last);
        lines.add(down(first.key(), "", width / 2, first.bottom(), frameTop));
        lines.add(down("", last.key(), width / 2, frameBottom, last.y()));
        return new Drawing(width, last.bottom() + MARGIN, boxes, frames, lines);
    }

    private static Drawing.Line down(String from, String to, double x, double top, double bottom) {
        return new Drawing.Line(from, to, false, List.of(new Drawing.Point(x, top), new Drawing.Point(x, bottom)));
    }

    private List<Block> blocks() {
        List<Edges.Edge> drawn = edges.drawn();
        LinkedHashMap<String, Knot> knots = knots();
        Map<String, Integer> part = parts(knots, drawn);
        LinkedHashMap<Integer, LinkedHashMap<String, Knot>> byPart = new LinkedHashMap<>();
        LinkedHashMap<String, Knot> loose = new LinkedHashMap<>();
        knots.forEach((id, knot) -> {
            boolean connected = drawn.stream()
                    .anyMatch(e -> edges.knot(e.from()).equals(id) || edges.knot(e.to()).equals(id));
            (connected ? byPart.computeIfAbsent(part.getOrDefault(id, 0), p -> new LinkedHashMap<>()) : loose).put(id,
                    knot);
        });
        List<Block> blocks = new ArrayList<>();
        byPart.forEach((p, own) -> blocks.add(new Block(edges, own,
                drawn.stream().filter(e -> own.containsKey(edges.knot(e.from()))).toList(), MOST)));
        if (!loose.isEmpty()) {
            blocks.add(new Block(edges, loose, List.of(), MOST));
        }
        return blocks;
    }

    private LinkedHashMap<String, Knot> knots() {
        LinkedHashMap<String, Knot> knots = new LinkedHashMap<>();
        edges.steps().forEach((key, step) -> {
            String id = edges.knot(key);
            if (id.equals(key)) {
                knots.put(id, new Knot(id, List.of(Drawing.Boxes.of(step)), ""));
            } else if (!knots.containsKey(id)) {
                knots.put(id, new Knot(id, edges.frames().getOrDefault(id, List.of()).stream()
                        .map(m -> edges.steps().get(m)).map(Drawing.Boxes::of).toList(), Edges.caption(id)));
            }
        });
        return knots;
    }

    /** Which knots hang together. */
    private Map<String, Integer> parts(LinkedHashMap<String, Knot> knots, List<Edges.Edge> drawn) {
        Map<String, Integer> part = new HashMap<>();
        int next = 0;
        for (String id : knots.keySet()) {
            part.put(id, next++);
        }
        for (Edges.Edge edge : drawn) {
            int from = part.getOrDefault(edges.knot(edge.from()), 0);
            int to = part.getOrDefault(edges.knot(edge.to()), 0);
            part.replaceAll((id, p) -> p == Math.max(from, to) ? Math.min(from, to) : p);
        }
        return part;
    }

    private static List<List<Block>> shelves(List<Block> blocks) {
        List<List<Block>> shelves = new ArrayList<>();
        for (Block block : blocks) {
            if (shelves.isEmpty() || width(shelves.getLast()) + BETWEEN + block.width() > MOST) {
                shelves.add(new ArrayList<>());
            }
            shelves.getLast().add(block);
        }
        return shelves;
    }

    private static double width(List<Block> shelf) {
        return shelf.stream().mapToDouble(Block::width).sum() + Math.max(0, shelf.size() - 1) * BETWEEN;
    }

    private double shelf(List<Block> shelf, double width, double top) {
        double x = (width - width(shelf)) / 2;
        for (Block block : shelf) {
            add(block, x, top);
            x += block.width() + BETWEEN;
        }
        return top + shelf.stream().mapToDouble(Block::height).max().orElse(0);
    }

    private void add(Block block, double dx, double dy) {
        block.boxes().forEach(b -> boxes.add(Drawing.Boxes.at(b, b.x() + dx, b.y() + dy)));
        block.frames().forEach(f -> frames.add(
                new Drawing.Frame(f.caption(), f.alternatives(), f.x() + dx, f.y() + dy, f.width(), f.height())));
        block.lines().forEach(l -> lines.add(new Drawing.Line(l.from(), l.to(), l.soft(),
                l.points().stream().map(p -> new Drawing.Point(p.x() + dx, p.y() + dy)).toList())));
    }
}
