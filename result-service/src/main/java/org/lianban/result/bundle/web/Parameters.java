package org.lianban.result.bundle.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.contracts.CaseState;
import org.lianban.http.Problem;

/** Reads query parameters and names every bad one at once. */
public final class Parameters {
    static final int MOST = 200;
    private static final Pattern REGION = Pattern.compile("[0-9]{6}");
    private static final Pattern KEY = Pattern.compile("[0-9A-Za-z-]{1,64}");

    private final List<Fault> faults = new ArrayList<>();

    public @Nullable String region(@Nullable String region) {
        return matching("region", region, REGION, "行政区划代码应为六位数字");
    }

    /** A case number or a department id. */
    public @Nullable String key(String name, @Nullable String value) {
        return matching(name, value, KEY, name + "应为 1 至 64 位字母、数字或连字符");
    }

    @Nullable
    CaseState state(@Nullable String state) {
        return choice("state", state, CaseState.values());
    }

    /** Names are taken in either case and with hyphens: {@code due-soon}. */
    public <E extends Enum<E>> @Nullable E choice(String name, @Nullable String value, E[] choices) {
        if (value == null) {
            return null;
        }
        var wanted = value.toUpperCase(Locale.ROOT).replace('-', '_');
        for (E choice : choices) {
            if (choice.name().equals(wanted)) {
                return choice;
            }
        }
        add(name, "UNKNOWN", name + "应为以下之一：" + String.join("、", List.of(choices).stream().map(Enum::name).toList()));
        return null;
    }

    public int limit(@Nullable String limit, int otherwise) {
        return (int) number("limit", limit, otherwise, 1, MOST);
    }

    long version(String name, @Nullable String value) {
        return number(name, value, 0, 0, Long.MAX_VALUE);
    }

    private long number(String name, @Nullable String value, long otherwise, long least, long most) {
        if (value == null || value.isEmpty()) {
            return otherwise;
        }
        if (value.matches("[0-9]{1,18}") && Long.parseLong(value) >= least && Long.parseLong(value) <= most) {
            return Long.parseLong(value);
        }
        add(name, "OUT_OF_RANGE", most == Long.MAX_VALUE
                ? name + "应为不小于%d的整数".formatted(least)
                : name + "应为%d至%d的整数".formatted(least, most));
        return otherwise;
    }

    public void required(String name, @Nullable Object value) {
        if (value == null && faults.stream().noneMatch(fault -> fault.pointer().equals("?" + name))) {
            add(name, "MISSING", "缺少参数" + name);
        }
    }

    private @Nullable String matching(String name, @Nullable String value, Pattern pattern, String message) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (!pattern.matcher(value).matches()) {
            add(name, "MALFORMED", message);
        }
        return value;
    }

    private void add(String name, String code, String message) {
        faults.add(new Fault("?" + name, code, message));
    }

    /** @throws Problem 400 with all faults found so far */
    public void orRefuse() {
        if (!faults.isEmpty()) {
            throw Problem.badRequest(faults);
        }
    }
}
