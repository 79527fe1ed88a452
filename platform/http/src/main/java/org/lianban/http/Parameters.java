package org.lianban.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;
import org.lianban.text.Text;
import org.lianban.text.TextKind;

/**
 * Reads query parameters, and those of a path, and names every bad one at once. An empty one is as if it were not there;
 * what a bad one is read as is of no use, for {@link #orRefuse} refuses.
 */
public final class Parameters {
    /** The most entries that one page of any list has. */
    public static final int MOST = 200;
    static final int LONGEST_KEY = 128;
    static final Pattern KEY = Pattern.compile("[0-9A-Za-z._:@/+=~-]+");
    private static final LocalDate FROM = LocalDate.of(1900, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2100, 12, 31);

    private final Faults faults = new Faults();

    /** 行政区划代码. */
    public @Nullable String region(@Nullable String region) {
        return text("region", region, TextKind.REGION, TextKind.REGION.limit());
    }

    /** A case number, an id of a department, where a page starts: letters, digits and some punctuation. */
    public @Nullable String key(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (value.length() > LONGEST_KEY || !KEY.matcher(value).matches()) {
            fault(name, FaultCode.MALFORMED, name, " 1 至 " + LONGEST_KEY + " 位字母、数字、点或连字符");
        }
        return value;
    }

    /** Where the page starts that comes after this one. */
    public @Nullable String after(@Nullable String value) {
        return key("after", value);
    }

    /** What is looked for, cleaned; null where nothing is. */
    public @Nullable String text(String name, @Nullable String value) {
        return text(name, value, TextKind.LINE, 100);
    }

    /** Of another kind than a line; null where it is missing or empty. */
    public @Nullable String text(String name, @Nullable String value, TextKind kind, int max) {
        if (value == null) {
            return null;
        }
        return switch (Text.read(kind, value, max)) {
            case Text.Taken taken -> taken.value().isEmpty() ? null : taken.value();
            case Text.Refused refused -> {
                faults.add(refused.code().saying("?" + name, name + refused.message()));
                yield null;
            }
        };
    }

    /** Names are taken in either case and with hyphens: {@code due-soon}. Null where none was asked for. */
    public <E extends Enum<E>> @Nullable E choice(String name, @Nullable String value, Class<E> type) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        String wanted = value.toUpperCase(Locale.ROOT).replace('-', '_');
        E[] choices = Objects.requireNonNull(type.getEnumConstants());
        for (E choice : choices) {
            if (choice.name().equals(wanted)) {
                return choice;
            }
        }
        fault(name, FaultCode.UNKNOWN, name, Arrays.stream(choices).map(Enum::name).collect(Collectors.joining("、")));
        return null;
    }

    /** @param otherwise where none was asked for */
    public <E extends Enum<E>> E choice(String name, @Nullable String value, E otherwise) {
        E choice = choice(name, value, otherwise.getDeclaringClass());
        return choice == null ? otherwise : choice;
    }

    /** 1 to {@link #MOST}. */
    public int limit(@Nullable String limit, int otherwise) {
        return limit("limit", limit, otherwise, MOST);
    }

    /** 1 to {@code most}. */
    public int limit(String name, @Nullable String limit, int otherwise, int most) {
        return (int) number(name, limit, otherwise, 1, most);
    }

    public long number(String name, @Nullable String value, long otherwise, long least, long most) {
        if (value == null || value.isEmpty()) {
            return otherwise;
        }
        if (value.matches("-?[0-9]{1,18}") && Long.parseLong(value) >= least && Long.parseLong(value) <= most) {
            return Long.parseLong(value);
        }
        fault(name, FaultCode.OUT_OF_RANGE, name + " ", least, most + " 的整数");
        return otherwise;
    }

    public boolean flag(String name, @Nullable String value, boolean otherwise) {
        if (value == null || value.isEmpty()) {
            return otherwise;
        }
        if (!value.equals("true") && !value.equals("false")) {
            fault(name, FaultCode.UNKNOWN, name, "true、false");
        }
        return value.equals("true");
    }

    /** ISO 8601 with an offset; the plus that a query turns into a space is a plus. */
    public @Nullable Instant instant(String name, @Nullable String value) {
        OffsetDateTime time = time(name, value, text -> OffsetDateTime.parse(text.replace(' ', '+')),
                OffsetDateTime::toLocalDate, "带时区的时刻，例如 2026-10-01T00:00:00+08:00");
        return time == null ? null : time.toInstant();
    }

    public Instant instant(String name, @Nullable String value, Instant otherwise) {
        Instant instant = instant(name, value);
        return instant == null ? otherwise : instant;
    }

    public @Nullable LocalDate date(String name, @Nullable String value) {
        return time(name, value, LocalDate::parse, day -> day, "日期，例如 2026-03-02");
    }

    public LocalDate date(String name, @Nullable String value, LocalDate otherwise) {
        LocalDate date = date(name, value);
        return date == null ? otherwise : date;
    }

    private <T> @Nullable T time(String name, @Nullable String value, Function<String, T> reading,
            Function<T, LocalDate> dayOf, String form) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            T time = reading.apply(value);
            LocalDate day = dayOf.apply(time);
            if (day.isBefore(FROM) || day.isAfter(UNTIL)) {
                fault(name, FaultCode.OUT_OF_RANGE, name, FROM, UNTIL);
            }
            return time;
        } catch (DateTimeException unreadable) {
            fault(name, FaultCode.MALFORMED, name, form);
            return null;
        }
    }

    /** Tells that it is missing, unless it was faulty. */
    public void required(String name, @Nullable Object value) {
        if (value == null && !faults.at("?" + name)) {
            fault(name, FaultCode.MISSING, "参数 " + name);
        }
    }

    /** What only the caller can see to be wrong, told together with the others. */
    public void fault(String name, FaultCode code, Object... values) {
        faults.add("?" + name, code, values);
    }

    /** @throws Problem 400 with all faults found so far */
    public void orRefuse() {
        if (!faults.none()) {
            throw Problem.badRequest(faults.list());
        }
    }
}
