package org.lianban.catalog.guides.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The lines of a graph: to known steps only, each once, and none that would run upward, since a soft one may close a
 * circle. Also which alternatives can stand in one frame, and where one line for all of a frame's steps says the same.
 */
final class Edges {
    static final String ALTERNATIVES = "任选其一";
    private static final String PARALLEL = "同时办理";
    private static final String GROUP = "group ";
    private static final String TOGETHER = "together ";
    private static final int MOST_FRAMED = 4;
    private static final int LEAST_TOGETHER = 5;

    /** @param from a step, or the id of a frame */
    record Edge(String from, String to, boolean soft) {}

    private final LinkedHashMap<String, FlowGraph.Step> steps = new LinkedHashMap<>();
    private final Set<Edge> edges = new LinkedHashSet<>();
    private final Map<String, Set<String>> next = new HashMap<>();
    private final LinkedHashMap<String, List<String>> frames = new LinkedHashMap<>();
    private final Map<String, String> frameOf = new HashMap<>();

    Edges(FlowGraph graph) {
        graph.steps().forEach(s -> steps.put(s.key(), s));
        graph.steps().forEach(s -> s.hard().forEach(h -> add(new Edge(h, s.key(), false))));
        graph.steps().forEach(s -> s.soft().forEach(h -> add(new Edge(h, s.key(), true))));
        Map<String, List<String>> groups = graph.steps().stream().filter(s -> s.alternative() != null)
                .collect(Collectors
                        .groupingBy(s -> GROUP + s.alternative(), LinkedHashMap::new,
                                Collectors.mapping(FlowGraph.Step::key, Collectors.toList())));
        groups.forEach(this::frame);
        together();
    }

    static String caption(String frame) {
        return frame.startsWith(GROUP) ? ALTERNATIVES : PARALLEL;
    }

    /** Many steps that wait for the same and are waited for by the same share a frame, and it their lines. */
    private void together() {
        Map<Set<Edge>, List<String>> alike = new LinkedHashMap<>();
        steps.keySet().stream().filter(key -> !frameOf.containsKey(key))
                .forEach(key -> alike.computeIfAbsent(lines(key), k -> new ArrayList<>()).add(key));
        alike.forEach((lines, members) -> {
            if (!lines.isEmpty() && members.size() >= LEAST_TOGETHER) {
                String id = TOGETHER + members.getFirst();
                frames.put(id, List.copyOf(members));
                members.forEach(m -> frameOf.put(m, id));
            }
        });
    }

    /** The lines of a step with its own name left out. */
    private Set<Edge> lines(String key) {
        return edges.stream().filter(e -> e.from().equals(key) || e.to().equals(key))
                .map(e -> e.from().equals(key) ? new Edge("", e.to(), e.soft()) : new Edge(e.from(), "", e.soft()))
                .collect(Collectors.toSet());
    }

    private void add(Edge edge) {
        boolean known = steps.containsKey(edge.from()) && steps.containsKey(edge.to());
        boolean again = next.getOrDefault(edge.from(), Set.of()).contains(edge.to());
        if (known && !again && !below(edge.to(), List::of).contains(edge.from())) {
            edges.add(edge);
            next.computeIfAbsent(edge.from(), from -> new LinkedHashSet<>()).add(edge.to());
        }
    }

    /** @param together everything that is reached where one step is reached */
    private Set<String> below(String start, Function<String, List<String>> together) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(together.apply(start));
        while (!open.isEmpty()) {
            String at = open.removeFirst();
            if (reached.add(at)) {
                next.getOrDefault(at, Set.of()).forEach(to -> open.addAll(together.apply(to)));
            }
        }
        return reached;
    }

    /** Only where no way leads out of the frame and back into it. */
    private void frame(String id, List<String> members) {
        if (members.size() < 2 || members.size() > MOST_FRAMED) {
            return;
        }
        Set<String> own = new HashSet<>(members);
        Function<String, List<String>> together = step -> own.contains(step) ? List.of() : withFrame(step);
        boolean returns = edges.stream().filter(e -> own.contains(e.from())).anyMatch(e -> own.contains(e.to())
                || below(e.to(), together).stream()
                        .anyMatch(at -> next.getOrDefault(at, Set.of()).stream().anyMatch(own::contains)));
        if (!returns) {
            frames.put(id, List.copyOf(members));
            members.forEach(m -> frameOf.put(m, id));
        }
    }

    private List<String> withFrame(String step) {
        String frame = frameOf.get(step);
        return frame == null ? List.of(step) : frames.getOrDefault(frame, List.of());
    }

    Map<String, FlowGraph.Step> steps() {
        return steps;
    }

    LinkedHashMap<String, List<String>> frames() {
        return frames;
    }

    /** The knot a step belongs to: its frame, or itself. */
    String knot(String stepOrFrame) {
        return frameOf.getOrDefault(stepOrFrame, stepOrFrame);
    }

    /** Lines between steps; those that all steps of a frame share begin or end at the frame. */
    List<Edge> drawn() {
        Set<Edge> drawn = new LinkedHashSet<>(edges);
        frames.forEach((id, members) -> {
            for (Edge edge : List.copyOf(drawn)) {
                if (edge.from().equals(members.getFirst())) {
                    replace(drawn, members.stream().map(m -> new Edge(m, edge.to(), edge.soft())).toList(),
                            new Edge(id, edge.to(), edge.soft()));
                }
                if (edge.to().equals(members.getFirst())) {
                    replace(drawn, members.stream().map(m -> new Edge(edge.from(), m, edge.soft())).toList(),
                            new Edge(edge.from(), id, edge.soft()));
                }
            }
        });
        return List.copyOf(drawn);
    }

    private static void replace(Set<Edge> drawn, List<Edge> several, Edge one) {
        if (drawn.containsAll(several)) {
            several.forEach(drawn::remove);
            drawn.add(one);
        }
    }
}
