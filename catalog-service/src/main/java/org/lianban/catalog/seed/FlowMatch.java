package org.lianban.catalog.seed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.lianban.catalog.seed.Flow.Step;

/**
 * Which items of a list are which steps of a reference flow: by equal names, else by equal names without brackets, else
 * by one name containing the other. Two steps that fit equally well fit not at all.
 */
final class FlowMatch {
    private final Flow flow;
    private final Map<String, String> letterByItem = new LinkedHashMap<>();

    private FlowMatch(Flow flow) {
        this.flow = flow;
    }

    static FlowMatch of(Flow flow, Aliases aliases, List<RegionList.ListedItem> items) {
        FlowMatch match = new FlowMatch(flow);
        for (RegionList.ListedItem item : items) {
            match.find(aliases, item.name()).ifPresent(step -> match.letterByItem.put(item.no(), step.letter()));
        }
        return match;
    }

    private Optional<Step> find(Aliases aliases, String itemName) {
        List<BiPredicate<String, String>> ways = List.of((a, b) -> Names.full(a).equals(Names.full(b)),
                (a, b) -> Names.bare(a).equals(Names.bare(b)), FlowMatch::contains);
        for (BiPredicate<String, String> way : ways) {
            List<Candidate> found = candidates(aliases, itemName, way);
            if (!found.isEmpty()) {
                return best(found);
            }
        }
        return Optional.empty();
    }

    private record Candidate(Step step, int length) {}

    private List<Candidate> candidates(Aliases aliases, String itemName, BiPredicate<String, String> way) {
        List<Candidate> found = new ArrayList<>();
        for (Step step : flow.steps().values()) {
            List<String> names = new ArrayList<>(aliases.ofItem(flow.name(), step.letter()));
            names.add(step.name());
            names.stream().filter(name -> way.test(name, itemName)).mapToInt(name -> Names.bare(name).length()).max()
                    .ifPresent(length -> found.add(new Candidate(step, length)));
        }
        found.sort(Comparator.comparingInt(Candidate::length).reversed());
        return found;
    }

    private static Optional<Step> best(List<Candidate> found) {
        boolean tie = found.size() > 1 && found.get(0).length() == found.get(1).length();
        return tie ? Optional.empty() : Optional.of(found.getFirst().step());
    }

    private static boolean contains(String step, String item) {
        String s = Names.bare(step);
        String i = Names.bare(item);
        return i.contains(s) || s.contains(i);
    }

    Optional<Step> step(String no) {
        return Optional.ofNullable(letterByItem.get(no)).map(flow::step);
    }

    /** Item numbers of a step, in list order; empty where the region does not list it. */
    List<String> items(String letter) {
        return letterByItem.entrySet().stream().filter(e -> e.getValue().equals(letter)).map(Map.Entry::getKey)
                .toList();
    }

    /** Hard prerequisites of an item; a step the region does not list hands its own prerequisites on. */
    List<String> hard(String no) {
        Set<String> found = new LinkedHashSet<>();
        step(no).ifPresent(step -> step.hard().forEach(token -> collect(token, found)));
        found.remove(no);
        return found.stream().sorted().toList();
    }

    private void collect(String token, Set<String> found) {
        for (String letter : flow.expand(token)) {
            List<String> items = items(letter);
            if (items.isEmpty() && !listedElsewhere(token)) {
                flow.step(letter).hard().forEach(next -> collect(next, found));
            }
            found.addAll(items);
        }
    }

    /** Of an alternative only some choices may be listed; the missing ones then hand nothing on. */
    private boolean listedElsewhere(String token) {
        return flow.expand(token).stream().anyMatch(letter -> !items(letter).isEmpty());
    }

    List<String> soft(String no) {
        List<String> hard = hard(no);
        return step(no).stream().flatMap(step -> step.soft().stream()).flatMap(token -> flow.expand(token).stream())
                .flatMap(letter -> items(letter).stream()).filter(other -> !other.equals(no) && !hard.contains(other))
                .distinct().sorted().toList();
    }

    /** Item numbers of an alternative that the region lists. */
    List<String> alternatives(String key) {
        return flow.expand("XOR:" + key).stream().flatMap(letter -> items(letter).stream()).sorted().toList();
    }

    int matched() {
        return letterByItem.size();
    }

    Flow flow() {
        return flow;
    }

    /** Which step of the reference flow each item was taken for, to be read by a person. */
    static List<String> report(RegionList.ListedOneThing listed, Optional<FlowMatch> match) {
        return match.stream().flatMap(m -> listed.items().stream()
                .map(item -> "%s %s %s -> %s".formatted(listed.code(), item.no(), item.name(), m.step(item.no())
                        .map(s -> m.flow().name() + "/" + s.letter() + " " + s.name() + " hard=" + m.hard(item.no())
                                + " soft=" + m.soft(item.no()))
                        .orElse("-"))))
                .toList();
    }
}
