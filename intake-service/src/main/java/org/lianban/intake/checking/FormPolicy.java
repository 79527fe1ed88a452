package org.lianban.intake.checking;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Faults;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.FormField;
import tools.jackson.databind.JsonNode;

/** 一张表: required fields of the chosen items filled in, no unknown fields; its values are read before. */
public final class FormPolicy implements Checker.Policy {
    /** The contract's limit of a form, in bytes of JSON. */
    static final int MAX_BYTES = 64 * 1024;

    @Override
    public void check(Checker.Examined application, Faults faults) {
        OneThing oneThing = application.oneThing();
        JsonNode form = application.filing().form();
        if (tooLarge(form)) {
            Code.TOO_LONG.add(faults, "/form", "表单最大 64 KB");
            return;
        }
        if (oneThing == null) {
            return;
        }
        Map<String, FormField> fields = oneThing.form().stream()
                .collect(Collectors.toMap(FormField::name, Function.identity(), (a, b) -> a));
        form.propertyNames().forEach(name -> {
            if (!fields.containsKey(name)) {
                Code.UNKNOWN.add(faults, "/form" + Faults.step(name), "表单中没有此字段");
            }
        });
        for (FormField field : oneThing.form()) {
            field(application, field, form.get(field.name()), faults);
        }
    }

    static boolean tooLarge(JsonNode form) {
        if (form.size() * 3 > MAX_BYTES) {
            return true;
        }
        String text = form.toString();
        return text.length() * 3L > MAX_BYTES
                && text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MAX_BYTES;
    }

    private static void field(Checker.Examined application, FormField field, @Nullable JsonNode value, Faults faults) {
        String pointer = "/form" + Faults.step(field.name());
        if (value == null || value.isNull() || value.isString() && value.stringValue().isEmpty()) {
            if (field.required() && application.choice().needs(field.items())) {
                Code.MISSING.add(faults, pointer, "请填写“" + field.label() + "”");
            }
        }
    }
}
