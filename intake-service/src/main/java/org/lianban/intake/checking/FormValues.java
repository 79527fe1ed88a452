package org.lianban.intake.checking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Faults;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.FormField;
import org.lianban.intake.parties.identity.CreditCode;
import org.lianban.intake.parties.identity.Phone;
import org.lianban.intake.parties.identity.ResidentId;
import org.lianban.text.Text;
import org.lianban.text.TextKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * 字段值: every value of a form as its field has it, clean; the same for every channel. Numbers may come as numbers or as
 * text, as forms send them.
 */
record FormValues(LocalDate today, Faults faults) {
    /** From here on a field is no line any more but a text. */
    private static final int LONG = 100;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 6;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    /** With the values repaired where there is nothing to ask; what is wrong with the others is told. */
    static JsonNode read(OneThing oneThing, JsonNode form, LocalDate today, Faults faults) {
        if (form.isEmpty()) {
            return form;
        }
        ObjectNode values = (ObjectNode) form.deepCopy();
        FormValues reading = new FormValues(today, faults);
        for (FormField field : oneThing.form()) {
            JsonNode value = values.get(field.name());
            if (value != null && !value.isNull()) {
                values.set(field.name(), reading.value(field, value));
            }
        }
        return values;
    }

    private JsonNode value(FormField field, JsonNode value) {
        if (!value.isValueNode()) {
            return wrong(field, Code.WRONG_TYPE, "应为单个值", value);
        }
        return switch (field.type()) {
            case TEXT -> text(field, value, field.maxLength() > LONG ? TextKind.LINES : TextKind.LINE, t -> null);
            case DATE -> text(field, value, TextKind.DOCUMENT_NUMBER,
                    t -> date(t) ? null : "应为 1900 至 2100 年的日期，例如 2026-03-02");
            case INTEGER -> number(field, value, 0, "应为不带符号的整数，最多 " + MOST_DIGITS + " 位");
            case DECIMAL -> number(field, value, MOST_DECIMALS, "应为不带符号的数字，整数最多 " + MOST_DIGITS + " 位，小数最多 "
                    + MOST_DECIMALS + " 位");
            case BOOLEAN -> value.isBoolean() || value.asString().equals("true") || value.asString().equals("false")
                    ? value
                    : wrong(field, Code.WRONG_TYPE, "应为是（true）或者否（false）", value);
            case CHOICE -> choice(field, value);
            case ID_NUMBER -> identity(field, value, t -> ResidentId.fault(t, today));
            case CREDIT_CODE -> identity(field, value, CreditCode::fault);
            case PHONE -> text(field, value, TextKind.PHONE, t -> Phone.valid(t) ? null : "应为手机号码或者带区号的固定电话");
        };
    }

    /** @param finding what is wrong with a clean text; null: nothing */
    private JsonNode text(FormField field, JsonNode value, TextKind kind, Function<String, @Nullable String> finding) {
        return text(field, value, kind, Code.MALFORMED, finding);
    }

    private JsonNode text(FormField field, JsonNode value, TextKind kind, Code code,
            Function<String, @Nullable String> finding) {
        if (!value.isString()) {
            return wrong(field, Code.WRONG_TYPE, "应为文本", value);
        }
        return switch (Text.read(kind, value.stringValue(), field.maxLength())) {
            case Text.Refused refused -> {
                faults.add(refused.code().saying(at(field), "“" + field.label() + "”" + refused.message()));
                yield value;
            }
            case Text.Taken(String clean, var repairs) -> {
                String found = clean.isEmpty() ? null : finding.apply(clean);
                yield found == null ? JsonNodeFactory.instance.stringNode(clean) : wrong(field, code, found, value);
            }
        };
    }

    private JsonNode identity(FormField field, JsonNode value, Function<String, Optional<String>> check) {
        return text(field, value, TextKind.DOCUMENT_NUMBER, Code.BAD_CHECK_DIGIT,
                t -> check.apply(t).map(fault -> "：" + fault).orElse(null));
    }

    private JsonNode choice(FormField field, JsonNode value) {
        String chosen = value.asString().strip();
        return chosen.isEmpty() || field.choices().contains(chosen)
                ? JsonNodeFactory.instance.stringNode(chosen)
                : wrong(field, Code.NOT_A_CHOICE, "应为：" + String.join("、", field.choices()), value);
    }

    private static boolean date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return !date.isBefore(EARLIEST) && !date.isAfter(LATEST);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private JsonNode number(FormField field, JsonNode value, int decimals, String expected) {
        if (value.isNumber()) {
            return fits(value.decimalValue(), decimals) ? value : wrong(field, Code.MALFORMED, expected, value);
        }
        if (!value.isString()) {
            return wrong(field, Code.WRONG_TYPE, expected, value);
        }
        String digits = "[0-9]{1," + MOST_DIGITS + "}" + (decimals == 0 ? "" : "(\\.[0-9]{1," + decimals + "})?");
        return text(field, value, TextKind.DOCUMENT_NUMBER, t -> t.matches(digits) ? null : expected);
    }

    /** Compared before it is written out: 1E+999999999 has one digit and would fill the memory. */
    private static boolean fits(BigDecimal number, int decimals) {
        return number.signum() == 0 || number.signum() > 0
                && (long) number.precision() - number.scale() <= MOST_DIGITS
                && number.precision() <= 2 * MOST_DIGITS && number.stripTrailingZeros().scale() <= decimals;
    }

    private JsonNode wrong(FormField field, Code code, String message, JsonNode value) {
        code.add(faults, at(field), "“" + field.label() + "”" + message);
        return value;
    }

    private static String at(FormField field) {
        return "/form" + Faults.step(field.name());
    }

    /** 一张表: required fields of the chosen items filled in, no unknown fields; its values are read before. */
    public static final class FormPolicy implements Checker.Policy {
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

        private static void field(Checker.Examined application, FormField field, @Nullable JsonNode value,
                Faults faults) {
            String pointer = "/form" + Faults.step(field.name());
            if (value == null || value.isNull() || value.isString() && value.stringValue().isEmpty()) {
                if (field.required() && application.choice().needs(field.items())) {
                    Code.MISSING.add(faults, pointer, "请填写“" + field.label() + "”");
                }
            }
        }
    }
}
