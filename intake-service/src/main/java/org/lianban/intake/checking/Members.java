package org.lianban.intake.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the members of one JSON object; each wrong type is a fault with its pointer, and reading goes on. */
public final class Members {
    private final JsonNode node;
    private final String pointer;
    private final Faults faults;

    public Members(JsonNode node, String pointer, Faults faults) {
        this.node = node;
        this.pointer = pointer;
        this.faults = faults;
    }

    boolean has(String name) {
        return node.has(name);
    }

    /** Stripped; null when it is not there or blank. */
    public @Nullable String text(String name, int maxLength) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            faults.add(at(name), Code.WRONG_TYPE, "应为文本");
            return null;
        }
        String text = value.stringValue().strip();
        if (text.length() > maxLength) {
            faults.add(at(name), Code.TOO_LONG, "最长 " + maxLength + " 个字符");
        } else if (control(text)) {
            faults.add(at(name), Code.MALFORMED, "不得含有控制字符");
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    public @Nullable Boolean flag(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isBoolean()) {
            faults.add(at(name), Code.WRONG_TYPE, "应为 true 或 false");
            return null;
        }
        return value == null ? null : value.booleanValue();
    }

    public @Nullable Integer integer(String name) {
        JsonNode value = value(name);
        if (value != null && !(value.isIntegralNumber() && value.canConvertToInt())) {
            faults.add(at(name), Code.WRONG_TYPE, "应为整数");
            return null;
        }
        return value == null ? null : value.intValue();
    }

    /** A member that is an object itself; null when it is not there. */
    public <T> @Nullable T object(String name, String expected, Function<Members, T> reader) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            faults.add(at(name), Code.WRONG_TYPE, "应为对象：" + expected);
            return null;
        }
        return reader.apply(new Members(value, at(name), faults));
    }

    /** A list of objects; those that are none are left out, with a fault. */
    public <T> List<T> objects(String name, int max, String expected, Function<Members, T> reader) {
        return list(name, max, (element, at) -> {
            if (!element.isObject()) {
                faults.add(at, Code.WRONG_TYPE, "应为对象：" + expected);
                return null;
            }
            return reader.apply(new Members(element, at, faults));
        });
    }

    public List<String> texts(String name, int max, int maxLength) {
        return list(name, max, (element, at) -> {
            if (!element.isString() || element.stringValue().isBlank() || element.stringValue().length() > maxLength
                    || control(element.stringValue())) {
                faults.add(at, Code.WRONG_TYPE, "应为 1 至 " + maxLength + " 个字符的文本");
                return null;
            }
            return element.stringValue().strip();
        });
    }

    private <T> List<T> list(String name, int max, BiFunction<JsonNode, String, @Nullable T> reader) {
        JsonNode value = value(name);
        List<T> read = new ArrayList<>();
        if (value == null) {
            return read;
        }
        if (!value.isArray()) {
            faults.add(at(name), Code.WRONG_TYPE, "应为列表");
        } else if (value.size() > max) {
            faults.add(at(name), Code.TOO_MANY, "最多 " + max + " 项");
        } else {
            for (int i = 0; i < value.size(); i++) {
                T one = reader.apply(value.get(i), at(name) + "/" + i);
                if (one != null) {
                    read.add(one);
                }
            }
        }
        return read;
    }

    private static boolean control(String text) {
        return text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    }

    private @Nullable JsonNode value(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private String at(String name) {
        return pointer + Faults.step(name);
    }
}
