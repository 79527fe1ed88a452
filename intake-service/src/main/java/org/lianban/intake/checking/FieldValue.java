package org.lianban.intake.checking;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.OneThing.FormField;
import org.lianban.intake.parties.identity.CreditCode;
import org.lianban.intake.parties.identity.Phone;
import org.lianban.intake.parties.identity.ResidentId;
import tools.jackson.databind.JsonNode;

/** 字段值: one value against the type of its field. Numbers may come as numbers or as text, as forms send them. */
public final class FieldValue {
    record Fault(Code code, String message) {}

    private FieldValue() {}

    static Optional<Fault> fault(FormField field, JsonNode value, LocalDate today) {
        if (!value.isValueNode()) {
            return fault(Code.WRONG_TYPE, "应为单个值");
        }
        String text = value.isString() ? value.stringValue().strip() : value.asString();
        if (text.codePointCount(0, text.length()) > field.maxLength()) {
            return fault(Code.TOO_LONG, "最长 " + field.maxLength() + " 字");
        }
        return switch (field.type()) {
            case TEXT -> string(value, () -> null);
            case DATE -> string(value, () -> date(text) ? null : "应为日期，例如 2026-03-02");
            case INTEGER -> number(value, text, true);
            case DECIMAL -> number(value, text, false);
            case BOOLEAN -> value.isBoolean() || text.equals("true") || text.equals("false")
                    ? Optional.empty()
                    : fault(Code.WRONG_TYPE, "应为是（true）或者否（false）");
            case CHOICE -> field.choices().contains(text)
                    ? Optional.empty()
                    : fault(Code.NOT_A_CHOICE, "应为：" + String.join("、", field.choices()));
            case ID_NUMBER -> checked(value, ResidentId.fault(text, today));
            case CREDIT_CODE -> checked(value, CreditCode.fault(text));
            case PHONE -> string(value, () -> Phone.valid(text) ? null : "应为手机号码或者带区号的固定电话");
        };
    }

    private interface Finding {
        @Nullable
        String find();
    }

    private static Optional<Fault> string(JsonNode value, Finding finding) {
        if (!value.isString()) {
            return fault(Code.WRONG_TYPE, "应为文本");
        }
        String found = finding.find();
        return found == null ? Optional.empty() : fault(Code.MALFORMED, found);
    }

    private static Optional<Fault> checked(JsonNode value, Optional<String> found) {
        return value.isString()
                ? found.map(what -> new Fault(Code.BAD_CHECK_DIGIT, "：" + what))
                : fault(Code.WRONG_TYPE, "应为文本");
    }

    private static boolean date(String text) {
        try {
            return LocalDate.parse(text).getYear() >= 1800;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Optional<Fault> number(JsonNode value, String text, boolean whole) {
        String expected = whole ? "应为整数" : "应为数字";
        if (!value.isNumber() && !value.isString()) {
            return fault(Code.WRONG_TYPE, expected);
        }
        try {
            Object parsed = whole ? new BigInteger(text) : new BigDecimal(text);
            return parsed.toString().isEmpty() ? fault(Code.MALFORMED, expected) : Optional.empty();
        } catch (NumberFormatException e) {
            return fault(Code.MALFORMED, expected);
        }
    }

    private static Optional<Fault> fault(Code code, String message) {
        return Optional.of(new Fault(code, message));
    }
}
