package org.lianban.department.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.http.Problem;

/** Reads query parameters and finds every fault before it complains. */
final class Query {
    private final List<Fault> faults = new ArrayList<>();

    int number(String name, @Nullable String text, int min, int max, int otherwise) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException unreadable) {
            // Told below, as a value out of range is.
        }
        faults.add(new Fault("?" + name, "OUT_OF_RANGE", name + " 须为 " + min + " 至 " + max + " 的整数"));
        return otherwise;
    }

    /** A key to page from: at most 128 printable characters, or empty. */
    String key(String name, String text) {
        if (text.length() <= 128 && text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        faults.add(new Fault("?" + name, "BAD_KEY", name + " 最长 128 个字符，不得含控制字符"));
        return "";
    }

    <E extends Enum<E>> @Nullable E choice(String name, @Nullable String text, Class<E> type) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(text)) {
                return value;
            }
        }
        faults.add(new Fault("?" + name, "UNKNOWN_VALUE", name + " 须为以下之一："
                + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining("、"))));
        return null;
    }

    void check() {
        if (!faults.isEmpty()) {
            throw Problem.badRequest(faults);
        }
    }
}
