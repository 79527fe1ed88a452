package org.lianban.scenarios;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code --name value}, {@code --name=value} and {@code --flag}, each at most once; whatever else is refused. */
public final class Arguments {
    private final Map<String, String> given;

    /** The command line says something that cannot be done; the message tells the person what. */
    public static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public UsageException(String message) {
            super(message);
        }
    }

    private Arguments(Map<String, String> given) {
        this.given = given;
    }

    /**
     * @param options that take a value, without dashes
     * @param flags that take none
     */
    public static Arguments parse(List<String> words, Set<String> options, Set<String> flags) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--")) {
                throw new UsageException("Unexpected \"" + word + "\"; options begin with --");
            }
            int equals = word.indexOf('=');
            String name = equals < 0 ? word.substring(2) : word.substring(2, equals);
            String value;
            if (flags.contains(name) && equals < 0) {
                value = "true";
            } else if (!options.contains(name)) {
                throw new UsageException("Unknown option --" + name + "; known are " + known(options, flags));
            } else if (equals >= 0) {
                value = word.substring(equals + 1);
            } else if (i + 1 < words.size() && !words.get(i + 1).startsWith("--")) {
                value = words.get(++i);
            } else {
                throw new UsageException("--" + name + " needs a value");
            }
            if (given.put(name, value) != null) {
                throw new UsageException("--" + name + " is given twice");
            }
        }
        return new Arguments(given);
    }

    private static String known(Set<String> options, Set<String> flags) {
        Set<String> all = new TreeSet<>(options);
        all.addAll(flags);
        return "--" + String.join(", --", all);
    }

    public boolean has(String flag) {
        return given.containsKey(flag);
    }

    public String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    public String oneOf(String name, String otherwise, List<String> allowed) {
        String value = text(name, otherwise);
        if (!allowed.contains(value)) {
            throw new UsageException("--" + name + " is " + String.join(" or ", allowed) + ", not \"" + value + "\"");
        }
        return value;
    }

    public int number(String name, int otherwise, int least, int most) {
        String value = given.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, together with what is out of range.
        }
        throw new UsageException(
                "--" + name + " is a number from " + least + " to " + most + ", not \"" + value + "\"");
    }

    public @Nullable Instant instant(String name) {
        String value = given.get(name);
        try {
            return value == null ? null : Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw new UsageException("--" + name + " is an instant such as 2026-06-17T01:00:00Z or "
                    + "2026-06-17T09:00:00+08:00, not \"" + value + "\"");
        }
    }

    public Path path(String name, Path otherwise) {
        String value = given.get(name);
        try {
            return value == null ? otherwise : Path.of(value);
        } catch (InvalidPathException e) {
            throw new UsageException("--" + name + " is no path: " + e.getMessage());
        }
    }
}
