package org.lianban.catalog.seed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lianban.contracts.catalog.ItemKind;

/** 参考流程: prerequisites, kinds, groups and limits of a well-known one-thing, to be confirmed by its lead department. */
record Flow(String name, Map<String, Step> steps) {
    private static final String ALTERNATIVE = "XOR:";

    /**
     * @param hard letters, or {@code XOR:q} for whichever step of the group is chosen
     * @param group empty, {@code OPT}, {@code XOR:q}, or {@code JOINT:…} which is no choice but a joint inspection
     */
    record Step(String letter, String name, ItemKind kind, List<String> hard, List<String> soft, String group,
            String limitNote) {

        boolean optional() {
            return group.equals("OPT");
        }

        Optional<String> alternative() {
            return group.startsWith(ALTERNATIVE)
                    ? Optional.of(group.substring(ALTERNATIVE.length()))
                    : Optional.empty();
        }

        /** The note, with the joint inspection named in the group (联合勘验, 联合验收). */
        Optional<String> note() {
            String joint = group.startsWith("JOINT:") ? "联合" + group.substring("JOINT:".length()) : "";
            String note = limitNote.isEmpty() || joint.isEmpty() ? limitNote + joint : limitNote + "；" + joint;
            return note.isEmpty() ? Optional.empty() : Optional.of(note);
        }
    }

    static Map<String, Flow> read(String csv) {
        Map<String, Flow> flows = new LinkedHashMap<>();
        for (Map<String, String> row : Csv.rows(csv)) {
            String name = cell(row, "one_thing");
            Step step = new Step(cell(row, "item"), cell(row, "item_name"), ItemKind.valueOf(cell(row, "kind")),
                    letters(cell(row, "hard_prereqs")), letters(cell(row, "soft_prereqs")), cell(row, "group"),
                    cell(row, "limit_note"));
            flows.computeIfAbsent(name, n -> new Flow(n, new LinkedHashMap<>())).steps().put(step.letter(), step);
        }
        return flows;
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static List<String> letters(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(";"));
    }

    /** Letters that a prerequisite stands for: itself, or every step of the named alternative. */
    List<String> expand(String prerequisite) {
        if (!prerequisite.startsWith(ALTERNATIVE)) {
            return List.of(prerequisite);
        }
        String key = prerequisite.substring(ALTERNATIVE.length());
        return steps.values().stream().filter(s -> s.alternative().filter(key::equals).isPresent()).map(Step::letter)
                .toList();
    }

    Step step(String letter) {
        return Objects.requireNonNull(steps.get(letter), () -> name + " has no step " + letter);
    }
}
