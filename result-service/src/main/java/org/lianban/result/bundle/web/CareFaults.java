package org.lianban.result.bundle.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.http.Problem;

/** Gathers everything that is wrong with a body before any of it is said. */
public final class CareFaults {
    public static final String KEY_HEADER = "Idempotency-Key";
    private static final int MAX_KEY = 128;
    private static final int MAX_LIST = 50;
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z.-]{1,128}");

    private final List<Fault> found = new ArrayList<>();

    public void add(String pointer, String code, String message) {
        found.add(new Fault(pointer, code, message));
    }

    void addAll(List<Fault> faults) {
        found.addAll(faults);
    }

    /** A name of the enumeration; the last one, which is never used, where there is a fault. */
    public <E extends Enum<E>> E choice(String pointer, @Nullable String value, E[] choices) {
        for (E choice : choices) {
            if (choice.name().equals(value)) {
                return choice;
            }
        }
        add(pointer, value == null ? "MISSING" : "UNKNOWN",
                "应为下列之一：" + String.join("、", List.of(choices).stream().map(Enum::name).toList()));
        return choices[choices.length - 1];
    }

    public <E extends Enum<E>> E choice(String pointer, @Nullable String value, E[] choices, E otherwise) {
        return value == null ? otherwise : choice(pointer, value, choices);
    }

    public String text(String pointer, @Nullable String value, int max, String what) {
        if (value == null || value.isBlank()) {
            add(pointer, "MISSING", "请填写" + what + "。");
            return "";
        }
        return Objects.requireNonNull(optional(pointer, value, max));
    }

    public @Nullable String optional(String pointer, @Nullable String value, int max) {
        if (value == null) {
            return null;
        }
        if (value.length() > max) {
            add(pointer, "TOO_LONG", "最长 " + max + " 字。");
        }
        if (value.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
            add(pointer, "CONTROL_CHARACTER", "不得含控制字符。");
        }
        return value.strip();
    }

    /** A number or an id: letters, digits, hyphens and dots. */
    public @Nullable String number(String pointer, @Nullable String value) {
        if (value != null && !NUMBER.matcher(value).matches()) {
            add(pointer, "MALFORMED", "应为 1 至 128 位字母、数字、点或连字符。");
        }
        return value;
    }

    public List<String> list(String pointer, @Nullable List<@Nullable String> values, int max) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > MAX_LIST) {
            add(pointer, "TOO_MANY", "最多 " + MAX_LIST + " 项。");
            return List.of();
        }
        var texts = new ArrayList<String>();
        for (int i = 0; i < values.size(); i++) {
            texts.add(text(pointer + "/" + i, values.get(i), max, "内容"));
        }
        return texts;
    }

    public @Nullable String key(@Nullable String key) {
        if (key != null
                && (key.isBlank() || key.length() > MAX_KEY || key.chars().anyMatch(c -> c <= ' ' || c > '~'))) {
            add(KEY_HEADER, "BAD_KEY", "应为 1 至 " + MAX_KEY + " 个可见 ASCII 字符。");
        }
        return key;
    }

    boolean any() {
        return !found.isEmpty();
    }

    /** @throws Problem 422 with all of them, if there are any */
    public void raise() {
        if (!found.isEmpty()) {
            throw Problem.unprocessable(found);
        }
    }
}
