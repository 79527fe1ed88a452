package org.lianban.catalog.seed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lianban.contracts.catalog.OneThing.Group;
import org.lianban.contracts.catalog.OneThing.Option;
import org.lianban.contracts.catalog.OneThing.Question;

/** 情形: which items of a one-thing are chosen by answers, and the questions that ask for them. */
final class Choices {
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Question> questions = new LinkedHashMap<>();

    static Choices of(RegionList.ListedOneThing listed, Optional<FlowMatch> match, Aliases aliases) {
        Choices choices = new Choices();
        for (RegionList.ListedItem item : listed.items()) {
            if (aliases.reserved(item.remark() + item.name())) {
                choices.optional(item, "no");
            } else if (match.flatMap(m -> m.step(item.no())).filter(Flow.Step::optional).isPresent()) {
                choices.optional(item, "yes");
            }
        }
        match.ifPresent(m -> m.flow().steps().values().stream().flatMap(step -> step.alternative().stream()).distinct()
                .forEach(key -> choices.exactlyOne(key, listed, m.alternatives(key))));
        aliases.alternativesOf(listed.code()).forEach((key, numbers) -> choices.exactlyOne(key, listed,
                listed.items().stream().filter(i -> numbers.contains(i.number())).map(RegionList.ListedItem::no)
                        .toList()));
        return choices;
    }

    private void optional(RegionList.ListedItem item, String defaultAnswer) {
        String id = "item-" + item.no();
        groups.put(item.no(), new Group(Group.Type.OPTIONAL, id));
        questions.put(id, new Question(id, "是否同时办理“" + item.name() + "”？",
                List.of(new Option("yes", "是", List.of(item.no())), new Option("no", "否", List.of())), defaultAnswer));
    }

    /** A choice of one is no choice: the item is then in every case. */
    private void exactlyOne(String key, RegionList.ListedOneThing listed, List<String> nos) {
        if (nos.size() < 2) {
            return;
        }
        String id = "group-" + key;
        List<Option> options = new ArrayList<>();
        for (RegionList.ListedItem item : listed.items()) {
            if (nos.contains(item.no())) {
                groups.put(item.no(), new Group(Group.Type.EXACTLY_ONE, id));
                options.add(new Option(item.no(), item.name(), List.of(item.no())));
            }
        }
        questions.put(id, new Question(id, "请选择其中一种情形", options, null));
    }

    Optional<Group> group(String no) {
        return Optional.ofNullable(groups.get(no));
    }

    /** Alternatives first: they must be answered. */
    List<Question> questions() {
        Collection<Question> all = questions.values();
        return Stream.concat(all.stream().filter(q -> q.defaultAnswer() == null),
                all.stream().filter(q -> q.defaultAnswer() != null)).toList();
    }
}
