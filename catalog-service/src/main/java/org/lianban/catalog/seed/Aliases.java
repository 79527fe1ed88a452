package org.lianban.catalog.seed;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** 别名: what comparing characters does not find, written down by hand and reviewed. */
record Aliases(Map<String, String> oneThings, Map<String, List<String>> items,
        Map<String, Map<String, Set<Integer>>> alternatives, List<String> reserves) {

    static Aliases read(String text) {
        Yaml document = Yaml.parse(text);
        Map<String, String> oneThings = new HashMap<>();
        Yaml names = document.at("oneThings");
        names.keys().forEach(name -> names.strings(name).forEach(alias -> oneThings.put(Names.bare(alias), name)));
        Map<String, List<String>> items = new HashMap<>();
        Yaml flows = document.at("items");
        for (String flow : flows.keys()) {
            Yaml letters = flows.at(flow);
            letters.keys().forEach(letter -> items.put(flow + "/" + letter, letters.strings(letter)));
        }
        Map<String, Map<String, Set<Integer>>> alternatives = new HashMap<>();
        Yaml codes = document.at("alternatives");
        for (String code : codes.keys()) {
            Yaml groups = codes.at(code);
            alternatives.put(code, groups.keys().stream().collect(Collectors.toMap(key -> key,
                    key -> groups.strings(key).stream().map(Integer::valueOf).collect(Collectors.toSet()))));
        }
        return new Aliases(oneThings, items, alternatives, document.strings("reserves"));
    }

    /** The name under which a one-thing is compared across regions and with the reference flows. */
    String canonical(String printedName) {
        String bare = Names.bare(printedName);
        return oneThings.getOrDefault(bare, bare);
    }

    List<String> ofItem(String flow, String letter) {
        return items.getOrDefault(flow + "/" + letter, List.of());
    }

    /** Whether the list prints a reserve, so that the item takes part only when the applicant says so. */
    boolean reserved(String text) {
        return reserves.stream().anyMatch(text::contains);
    }

    /** Item numbers that exclude one another, by key of the alternative. */
    Map<String, Set<Integer>> alternativesOf(String code) {
        return alternatives.getOrDefault(code, Map.of());
    }

    /** Every name written down, for the check that none has become useless. */
    Set<String> allItemKeys() {
        return new HashSet<>(items.keySet());
    }
}
