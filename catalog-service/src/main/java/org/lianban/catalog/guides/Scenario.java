package org.lianban.catalog.guides;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Decision;
import org.lianban.command.Fault;
import org.lianban.command.Faults;
import org.lianban.command.Refusal;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.Option;

/**
 * 情形: what the answers leave of a one-thing. The same answers choose the same items when an application is filed.
 *
 * @param answers what was asked and answered, defaults included
 * @param oneThing the version with only the chosen items and what they need
 */
public record Scenario(List<Answer> answers, OneThing oneThing) {
    private static final int MOST_ANSWERS = 200;

    /** @param value null where the question has no default and was not answered */
    public record Answer(String id, String question, String value, String label) {}

    /** @param given answer by question id */
    public static Decision<Scenario> choose(OneThing oneThing, Map<String, String> given) {
        List<Fault> faults = faults(oneThing, given);
        if (!faults.isEmpty()) {
            return Decision.refused(Refusal.unacceptable(faults));
        }
        Set<String> items = new TreeSet<>();
        oneThing.items().stream().filter(item -> item.group() == null).forEach(item -> items.add(item.no()));
        List<Answer> answers = new ArrayList<>();
        for (OneThing.Question question : oneThing.questions()) {
            Option option = option(question, given.getOrDefault(question.id(), question.defaultAnswer()));
            if (option != null) {
                answers.add(new Answer(question.id(), question.text(), option.value(), option.label()));
                items.addAll(option.items());
            }
        }
        if (items.isEmpty()) {
            return Decision.refused(Refusal.unacceptable(new Fault("/answers", "NO_ITEM_CHOSEN", "所选情形没有任何需要办理的事项")));
        }
        return Decision.accepted(new Scenario(answers, only(oneThing, items)));
    }

    private static List<Fault> faults(OneThing oneThing, Map<String, String> given) {
        List<Fault> faults = new ArrayList<>();
        if (given.size() > MOST_ANSWERS) {
            return List.of(new Fault("/answers", "TOO_MANY", "答案不能超过%d个".formatted(MOST_ANSWERS)));
        }
        given.keySet().stream().filter(id -> oneThing.questions().stream().noneMatch(q -> q.id().equals(id))).sorted()
                .forEach(id -> faults.add(new Fault("/answers" + Faults.step(id), "UNKNOWN", "没有这个情形问题")));
        for (OneThing.Question question : oneThing.questions()) {
            String answer = given.getOrDefault(question.id(), question.defaultAnswer());
            if (answer == null) {
                faults.add(new Fault("/answers" + Faults.step(question.id()), "MISSING", "请回答：" + question.text()));
            } else if (option(question, answer) == null) {
                faults.add(new Fault("/answers" + Faults.step(question.id()), "NOT_AN_OPTION", "“%s”的答案应为：%s".formatted(
                        question.text(),
                        String.join("、",
                                question.options().stream().map(o -> o.value() + "（" + o.label() + "）").toList()))));
            }
        }
        return faults;
    }

    private static @Nullable Option option(OneThing.Question question, @Nullable String answer) {
        return question.options().stream().filter(o -> o.value().equals(answer)).findFirst().orElse(null);
    }

    private static OneThing only(OneThing o, Set<String> chosen) {
        List<OneThing.Item> items = o.items().stream().filter(i -> chosen.contains(i.no())).map(i -> item(i, chosen))
                .toList();
        List<OneThing.FormField> form = o.form().stream().filter(f -> needed(f.items(), chosen)).toList();
        List<OneThing.Material> materials = o.materials().stream().filter(m -> needed(m.items(), chosen)).toList();
        return new OneThing(o.code(), o.region(), o.version(), o.contentHash(), o.effectiveFrom(), o.name(),
                o.printedName(), o.subject(), o.stage(), o.batch(), o.lead(), o.coLeads(), o.plannedCompletion(),
                o.uncertain(), o.borrowedFrom(), o.source(), items, List.of(), form, materials, o.particulars());
    }

    private static OneThing.Item item(OneThing.Item i, Set<String> chosen) {
        return new OneThing.Item(i.no(), i.name(), i.departments(), i.level(), i.kind(),
                i.hard().stream().filter(chosen::contains).toList(),
                i.soft().stream().filter(chosen::contains).toList(), null, i.promise(), i.statutory(),
                i.waitingStopsPromise(), i.flow(), i.limitNote(), i.remark(), i.sourceText(), i.uncertain(),
                i.printedDepartments(), i.rules());
    }

    private static boolean needed(List<String> of, Set<String> chosen) {
        return of.isEmpty() || of.stream().anyMatch(chosen::contains);
    }
}
