package org.lianban.intake.checking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lianban.contracts.catalog.OneThing;

/**
 * 情形: what the answers choose.
 *
 * @param answers with the defaults of questions that were not answered
 * @param items item numbers, ascending
 */
public record Choice(Map<String, String> answers, List<String> items) {
    static final Choice NOTHING = new Choice(Map.of(), List.of());

    static Choice of(OneThing oneThing, Map<String, String> given) {
        Map<String, String> answers = new LinkedHashMap<>();
        Set<String> items = new TreeSet<>();
        oneThing.items().stream().filter(item -> item.group() == null).forEach(item -> items.add(item.no()));
        for (OneThing.Question question : oneThing.questions()) {
            String answer = given.getOrDefault(question.id(), question.defaultAnswer());
            if (answer != null) {
                question.options().stream().filter(option -> option.value().equals(answer)).forEach(option -> {
                    answers.put(question.id(), answer);
                    items.addAll(option.items());
                });
            }
        }
        return new Choice(answers, List.copyOf(items));
    }

    /**
     * Whether something is needed for the chosen items.
     *
     * @param ofItems empty: for all
     */
    boolean needs(List<String> ofItems) {
        return ofItems.isEmpty() || ofItems.stream().anyMatch(items::contains);
    }
}
