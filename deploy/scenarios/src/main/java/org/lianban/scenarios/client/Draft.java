package org.lianban.scenarios.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.FormField;
import org.lianban.contracts.catalog.OneThing.Material;
import org.lianban.contracts.catalog.OneThing.Question;
import org.lianban.contracts.catalog.OneThing.Subject;

/** 填表: fills in any one-thing from what its catalogue version asks, as one applicant would. */
final class Draft {
    private final OneThing oneThing;
    private final int number;
    private final Map<String, String> answers;
    private final Set<String> items;

    /**
     * @param number whose identity is used
     * @param given answers that matter; every other question takes its default, else its first option
     */
    Draft(OneThing oneThing, int number, Map<String, String> given) {
        this.oneThing = oneThing;
        this.number = number;
        this.answers = answers(oneThing, given);
        this.items = items(oneThing, answers);
    }

    private static Map<String, String> answers(OneThing oneThing, Map<String, String> given) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Question question : oneThing.questions()) {
            String usual = question.defaultAnswer() == null
                    ? question.options().getFirst().value()
                    : question.defaultAnswer();
            answers.put(question.id(), given.getOrDefault(question.id(), usual));
        }
        return answers;
    }

    private static Set<String> items(OneThing oneThing, Map<String, String> answers) {
        Set<String> items = new TreeSet<>();
        oneThing.items().stream().filter(item -> item.group() == null).forEach(item -> items.add(item.no()));
        oneThing.questions().forEach(question -> question.options().stream()
                .filter(option -> option.value().equals(answers.get(question.id())))
                .forEach(option -> items.addAll(option.items())));
        return items;
    }

    List<Material> materials() {
        return oneThing.materials().stream().filter(Material::required).filter(m -> needed(m.items())).toList();
    }

    String applicantName() {
        return enterprise() ? "示例" + Identities.name(number) + "商贸有限公司" : Identities.name(number);
    }

    /** @param digests of the uploaded files, by material code */
    Application application(Map<String, String> digests) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("region", oneThing.region());
        body.put("oneThing", oneThing.code());
        body.put("channel", "ONLINE");
        body.put("applicant", applicant());
        body.put("answers", answers);
        body.put("form", form());
        body.put("materials", materials().stream().map(m -> Map.of("code", m.code(), "form", "ELECTRONIC", "digest",
                digests.getOrDefault(m.code(), ""))).toList());
        return new Application(oneThing, List.copyOf(items), body);
    }

    private Map<String, String> applicant() {
        return Map.of("name", applicantName(), "idType", enterprise() ? "CREDIT_CODE" : "RESIDENT_ID", "idNumber",
                enterprise()
                        ? Identities.creditCode(oneThing.region(), number)
                        : Identities.residentId(oneThing.region(), number),
                "phone", Identities.phone(number));
    }

    /** A firm that is yet to be founded has no credit code: its founder applies. */
    private boolean enterprise() {
        return oneThing.subject() == Subject.ENTERPRISE && oneThing.items().stream()
                .noneMatch(item -> items.contains(item.no()) && item.name().contains("设立登记"));
    }

    private Map<String, Object> form() {
        Map<String, Object> form = new LinkedHashMap<>();
        oneThing.form().stream().filter(field -> needed(field.items()))
                .forEach(field -> form.put(field.name(), value(field)));
        return form;
    }

    private Object value(FormField field) {
        return switch (field.type()) {
            case TEXT -> cut(text(field.label()), field.maxLength());
            case DATE -> "2026-03-02";
            case INTEGER -> 12;
            case DECIMAL -> "86.50";
            case BOOLEAN -> true;
            case CHOICE -> field.choices().getFirst();
            case ID_NUMBER -> Identities.residentId(oneThing.region(), number + 500);
            case CREDIT_CODE -> Identities.creditCode(oneThing.region(), number + 500);
            case PHONE -> Identities.phone(number);
        };
    }

    private String text(String label) {
        if (label.contains("姓名") || label.contains("联系人")) {
            return Identities.name(number + 7);
        }
        if (label.contains("地址") || label.contains("住所") || label.contains("坐落")) {
            return "幸福路" + (number + 1) + "号";
        }
        return label.contains("号") ? "%08d".formatted(number + 10_000) : label + "（示例）";
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    /** @param ofItems empty: of every item */
    private boolean needed(List<String> ofItems) {
        return ofItems.isEmpty() || ofItems.stream().anyMatch(items::contains);
    }
}
