package org.lianban.intake.checking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lianban.command.Faults;
import org.lianban.contracts.catalog.OneThing;

/** 情形问答: questions known, options allowed, mandatory ones answered, at least one item chosen. */
public final class ScenarioPolicy implements Checker.Policy {
    @Override
    public void check(Checker.Examined application, Faults faults) {
        OneThing oneThing = application.oneThing();
        if (oneThing == null) {
            return;
        }
        Map<String, String> given = application.filing().answers();
        boolean complete = true;
        for (Map.Entry<String, String> answer : given.entrySet()) {
            complete &= known(oneThing.questions(), answer, faults);
        }
        for (OneThing.Question question : oneThing.questions()) {
            if (!given.containsKey(question.id()) && question.defaultAnswer() == null) {
                Code.MISSING.add(faults, "/answers" + Faults.step(question.id()), "请回答：" + question.text());
                complete = false;
            }
        }
        if (complete && application.choice().items().isEmpty()) {
            Code.NO_ITEM_CHOSEN.add(faults, "/answers", "所选情形没有任何需要办理的事项");
        }
    }

    private static boolean known(List<OneThing.Question> questions, Map.Entry<String, String> answer, Faults faults) {
        String pointer = "/answers" + Faults.step(answer.getKey());
        Optional<OneThing.Question> question = questions.stream().filter(q -> q.id().equals(answer.getKey()))
                .findFirst();
        if (question.isEmpty()) {
            Code.UNKNOWN.add(faults, pointer, "没有这个情形问题");
            return false;
        }
        List<OneThing.Option> options = question.get().options();
        if (options.stream().noneMatch(option -> option.value().equals(answer.getValue()))) {
            Code.NOT_AN_OPTION.add(faults, pointer, "“" + question.get().text() + "”的答案应为："
                    + options.stream().map(o -> o.value() + "（" + o.label() + "）").collect(Collectors.joining("、")));
            return false;
        }
        return true;
    }
}
