package org.lianban.catalog.listing.publication;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Faults;
import org.lianban.contracts.catalog.OneThing.Group;
import org.lianban.contracts.catalog.OneThing.Item;
import org.lianban.contracts.catalog.OneThing.Option;
import org.lianban.contracts.catalog.OneThing.Question;

/** 情形: every optional item and every alternative has its question, and every question decides something. */
final class ChoiceRule {
    private static final Set<String> YES_NO = Set.of("yes", "no");

    private ChoiceRule() {}

    static void check(Content content, Faults faults) {
        Map<String, Group.Type> types = new LinkedHashMap<>();
        Map<String, Set<String>> grouped = new LinkedHashMap<>();
        for (int i = 0; i < content.items().size(); i++) {
            Item item = content.items().get(i);
            Group group = item.group();
            if (group == null || item.no() == null) {
                continue;
            }
            String pointer = "/items/" + i + "/group";
            if (Defect.present(faults, group.key(), pointer + "/key", "情形问题编号")
                    & Defect.present(faults, group.type(), pointer + "/type", "选择方式")) {
                grouped.computeIfAbsent(group.key(), key -> new HashSet<>()).add(item.no());
                if (types.putIfAbsent(group.key(), group.type()) == null || types.get(group.key()) == group.type()) {
                    continue;
                }
                faults.add(Defect.QUESTION_MISMATCH.at(pointer, "情形问题%s同时用于可选与多选一", group.key()));
            }
        }
        grouped.forEach((key, items) -> alternatives(key, types.get(key), items, faults));
        questions(content.questions(), types, grouped, faults);
    }

    private static void alternatives(String key, Group.@Nullable Type type, Set<String> items, Faults faults) {
        if (type == Group.Type.EXACTLY_ONE && items.size() == 1) {
            faults.add(Defect.GROUP_OF_ONE.at("/items", "多选一“%s”只有一个事项%s", key, items.iterator().next()));
        }
    }

    private static void questions(List<Question> questions, Map<String, Group.Type> types,
            Map<String, Set<String>> grouped, Faults faults) {
        Map<String, Set<String>> unasked = new LinkedHashMap<>(grouped);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            String pointer = "/questions/" + i;
            if (!Defect.present(faults, question.id(), pointer + "/id", "情形问题编号")
                    | !Defect.present(faults, question.text(), pointer + "/text", "情形问题")) {
                continue;
            }
            Defect.where(!seen.add(question.id()), faults,
                    Defect.DUPLICATE.at(pointer + "/id", "情形问题%s重复", question.id()));
            Set<String> items = unasked.remove(question.id());
            if (items != null) {
                options(question, types.get(question.id()) == Group.Type.OPTIONAL, items, pointer, faults);
            } else if (!grouped.containsKey(question.id())) {
                faults.add(Defect.QUESTION_MISMATCH.at(pointer, "情形问题%s没有对应的事项", question.id()));
            }
        }
        unasked.forEach((key, items) -> faults
                .add(Defect.QUESTION_MISMATCH.at("/questions", "事项%s缺少情形问题%s", String.join("、", items), key)));
    }

    private static void options(Question question, boolean optional, Set<String> items, String pointer, Faults faults) {
        List<Option> options = question.options();
        Defect.each(pointer + "/options", options, (option, at) -> {
            Defect.present(faults, option.value(), at + "/value", "选项值");
            Defect.present(faults, option.label(), at + "/label", "选项标签");
        });
        Set<String> values = options.stream().map(Option::value).collect(Collectors.toSet());
        List<String> chosen = options.stream().flatMap(option -> option.items().stream()).toList();
        if (values.size() != options.size() || !Set.copyOf(chosen).equals(items) || chosen.size() != items.size()) {
            faults.add(Defect.QUESTION_MISMATCH.at(pointer + "/options", "情形问题%s的选项与事项%s不一致", question.id(),
                    items.stream().sorted().collect(Collectors.joining("、"))));
        }
        Defect.where(optional && !values.equals(YES_NO), faults,
                Defect.QUESTION_MISMATCH.at(pointer + "/options", "可选事项的问题%s应以yes、no作答", question.id()));
        boolean aloneEach = options.stream().allMatch(option -> option.items().size() == 1);
        Defect.where(!optional && !aloneEach, faults,
                Defect.QUESTION_MISMATCH.at(pointer + "/options", "多选一的问题%s每个选项应对应一个事项", question.id()));
        Defect.where(question.defaultAnswer() != null && !values.contains(question.defaultAnswer()), faults,
                Defect.QUESTION_MISMATCH.at(pointer + "/defaultAnswer", "情形问题%s的默认答案不在选项中", question.id()));
    }
}
