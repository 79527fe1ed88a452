package org.lianban.catalog.listing.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.calendar.Moment;
import org.lianban.command.Fault;
import org.lianban.http.Problem;

/** Reads query parameters and names every bad one at once. */
public final class Parameters {
    public static final int MOST = 200;
    private static final Pattern REGION = Pattern.compile("[0-9]{6}");
    private static final int LONGEST = 100;

    private final List<Fault> faults = new ArrayList<>();

    private void add(String name, String code, String message) {
        faults.add(new Fault("?" + name, code, message));
    }

    @Nullable
    public String region(@Nullable String region) {
        if (region != null && !REGION.matcher(region).matches()) {
            add("region", "MALFORMED", "行政区划代码应为六位数字");
        }
        return region;
    }

    public String text(String name, @Nullable String text) {
        if (text != null && (text.length() > LONGEST || text.indexOf('\0') >= 0)) {
            add(name, "OUT_OF_RANGE", "%s不能超过%d字".formatted(name, LONGEST));
        }
        return text == null ? "" : text.strip();
    }

    /** Name of one of the values, or null where none was asked for. */
    @Nullable
    public <E extends Enum<E>> String oneOf(String name, @Nullable String value, Class<E> values) {
        List<String> names = Arrays.stream(values.getEnumConstants()).map(Enum::name).toList();
        if (value != null && !names.contains(value)) {
            add(name, "UNKNOWN", "%s应为%s之一".formatted(name, String.join("、", names)));
        }
        return value;
    }

    public int limit(@Nullable String limit, int otherwise) {
        return number("limit", limit, otherwise, MOST);
    }

    public int number(String name, @Nullable String value, int otherwise, int most) {
        if (value == null) {
            return otherwise;
        }
        if (value.matches("[0-9]{1,9}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= most) {
            return Integer.parseInt(value);
        }
        add(name, "OUT_OF_RANGE", "%s应为1至%d的整数".formatted(name, most));
        return otherwise;
    }

    /** @param otherwise where nothing is wanted; its type names the options, in lower case */
    public <E extends Enum<E>> E option(String name, @Nullable String value, E otherwise) {
        if (value == null) {
            return otherwise;
        }
        E[] options = otherwise.getDeclaringClass().getEnumConstants();
        for (E option : options) {
            if (option.name().toLowerCase(Locale.ROOT).equals(value)) {
                return option;
            }
        }
        add(name, "NOT_AN_OPTION", "%s应为%s之一".formatted(name,
                Arrays.toString(options).toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "")));
        return otherwise;
    }

    public Instant instant(String name, @Nullable String value, Instant otherwise) {
        if (value == null) {
            return otherwise;
        }
        try {
            return OffsetDateTime.parse(Moment.withPlus(value)).toInstant();
        } catch (DateTimeException unreadable) {
            add(name, "MALFORMED", "%s应为带时区的时刻，例如2026-10-01T00:00:00+08:00".formatted(name));
            return otherwise;
        }
    }

    /** @throws Problem 400 with all faults found so far */
    public void orRefuse() {
        if (!faults.isEmpty()) {
            throw Problem.badRequest(faults);
        }
    }
}
