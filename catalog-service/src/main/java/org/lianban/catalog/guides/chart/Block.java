package org.lianban.catalog.guides.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.lianban.catalog.guides.chart.Drawing.Box;
import org.lianban.catalog.guides.chart.Drawing.Frame;
import org.lianban.catalog.guides.chart.Drawing.Point;
import org.lianban.catalog.guides.chart.Edges.Edge;

/** Steps that lines connect, laid out with its upper left corner at 0, 0. */
final class Block {
    private static final double LINE_GAP = 44;
    private static final double PLAIN_GAP = 14;
    private static final double SPREAD = 0.7;
    private static final double FRAMED_SPREAD = 0.2;

    private final List<Edge> edges;
    private final Edges graph;
    private final Layers.Rows layered;
    private final Map<String, Double> middles;
    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final Map<String, Frame> frames = new LinkedHashMap<>();
    private final Map<String, Double> rowTop = new HashMap<>();
    private final Map<String, Double> rowBottom = new HashMap<>();

    Block(Edges graph, LinkedHashMap<String, Knot> knots, List<Edge> edges, double most) {
        this.graph = graph;
        this.edges = edges;
        Map<String, Set<String>> before = new LinkedHashMap<>();
        edges.forEach(e -> before.computeIfAbsent(graph.knot(e.to()), k -> new LinkedHashSet<>())
                .add(graph.knot(e.from())));
        this.layered = Layers.of(knots, before, most);
        this.middles = Placement.middles(layered);
        rows();
    }

    private void rows() {
        double y = 0;
        for (List<Knot> row : layered.rows()) {
            double boxHeight = row.stream().flatMap(k -> k.boxes().stream()).mapToDouble(Box::height).max().orElse(0);
            double top = y;
            double height = row.stream().mapToDouble(k -> k.height(boxHeight)).max().orElse(0);
            row.forEach(knot -> knot(knot, top, top + height, boxHeight));
            y += height + (layered.chains().isEmpty() ? PLAIN_GAP : LINE_GAP);
        }
    }

    private void knot(Knot knot, double top, double bottom, double boxHeight) {
        rowTop.put(knot.id(), top);
        rowBottom.put(knot.id(), bottom);
        double left = middles.getOrDefault(knot.id(), 0.0) - knot.width() / 2;
        for (int i = 0; i < knot.boxes().size(); i++) {
            Box box = Drawing.Boxes.as(knot.boxes().get(i), boxHeight);
            boxes.put(box.key(), Drawing.Boxes.at(box, left + knot.left(i), top + knot.top(i, boxHeight)));
        }
        if (knot.framed()) {
            frames.put(knot.id(), new Frame(knot.caption(), knot.caption().equals(Edges.ALTERNATIVES), left, top,
                    knot.width(), knot.height(boxHeight)));
        }
    }

    double width() {
        return layered.rows().stream().flatMap(List::stream)
                .mapToDouble(k -> middles.getOrDefault(k.id(), 0.0) + k.width() / 2).max().orElse(0);
    }

    double height() {
        return rowBottom.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    List<Box> boxes() {
        return List.copyOf(boxes.values());
    }

    List<Frame> frames() {
        return List.copyOf(frames.values());
    }

    List<Drawing.Line> lines() {
        Map<Edge, Double> starts = ports(true);
        Map<Edge, Double> ends = ports(false);
        return edges.stream().map(e -> line(e, starts.getOrDefault(e, 0.0), ends.getOrDefault(e, 0.0))).toList();
    }

    /** Lines leave and reach a box side by side, in the order of where they go to or come from. */
    private Map<Edge, Double> ports(boolean start) {
        Map<String, List<Edge>> byBox = new LinkedHashMap<>();
        edges.forEach(e -> byBox.computeIfAbsent(start ? e.from() : e.to(), k -> new ArrayList<>()).add(e));
        Map<Edge, Double> ports = new HashMap<>();
        byBox.forEach((key, own) -> {
            own.sort(Comparator.comparing(e -> next(e, start)));
            boolean framed = !graph.knot(key).equals(key);
            double reach = area(key).width() * (framed ? FRAMED_SPREAD : SPREAD);
            for (int i = 0; i < own.size(); i++) {
                ports.put(own.get(i), area(key).middle() - reach / 2 + reach * (i + 1) / (own.size() + 1));
            }
        });
        return ports;
    }

    /** Where the line is in the neighbouring row. */
    private double next(Edge edge, boolean start) {
        List<String> chain = chain(edge);
        String neighbour = start ? chain.get(1) : chain.get(chain.size() - 2);
        return chain.size() > 2 ? middles.getOrDefault(neighbour, 0.0) : area(start ? edge.to() : edge.from()).middle();
    }

    private List<String> chain(Edge edge) {
        String from = graph.knot(edge.from());
        String to = graph.knot(edge.to());
        return layered.chains().stream().filter(c -> c.getFirst().equals(from) && c.getLast().equals(to)).findFirst()
                .orElseThrow();
    }

    /** Where lines begin and end. */
    private Drawing.Area area(String key) {
        Box box = boxes.get(key);
        return box != null ? box : Objects.requireNonNull(frames.get(key));
    }

    private Drawing.Line line(Edge edge, double from, double to) {
        List<String> chain = chain(edge);
        List<Point> points = new ArrayList<>();
        points.add(new Point(from, area(edge.from()).bottom()));
        points.add(new Point(from, rowBottom.getOrDefault(chain.getFirst(), 0.0)));
        for (String lane : chain.subList(1, chain.size() - 1)) {
            points.add(new Point(middles.getOrDefault(lane, 0.0), rowTop.getOrDefault(lane, 0.0)));
            points.add(new Point(middles.getOrDefault(lane, 0.0), rowBottom.getOrDefault(lane, 0.0)));
        }
        points.add(new Point(to, rowTop.getOrDefault(chain.getLast(), 0.0)));
        points.add(new Point(to, area(edge.to()).y()));
        return new Drawing.Line(edge.from(), edge.to(), edge.soft(), points.stream().distinct().toList());
    }
}
