package org.lianban.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the columns of a row as what they are, and makes arrays of what is to be written ({@code unnest}). A column that
 * may be null is read by the method that says so; where another is null, that is a bug of the statement or of the table,
 * and the exception names the column.
 */
public final class Columns {
    private static final ClassValue<Function<Readable, ? extends Record>> READERS = new ClassValue<>() {
        @Override
        protected Function<Readable, ? extends Record> computeValue(Class<?> type) {
            return Component.reader(type.asSubclass(Record.class));
        }
    };

    private Columns() {}

    /**
     * Reads a whole row into a record: component {@code caseNo} from column {@code case_no}. Null is what a component takes
     * that is {@code @Nullable}.
     *
     * @param type of texts and lists of texts, whole numbers, doubles, booleans, instants, days, constants by their name, and
     *        records that are read from the same row
     */
    public static <R extends Record> Function<Readable, R> into(Class<R> type) {
        var reader = READERS.get(type);
        return row -> type.cast(reader.apply(row));
    }

    public static String text(Readable row, String column) {
        return required(row, column, String.class);
    }

    public static @Nullable String textOrNull(Readable row, String column) {
        return row.get(column, String.class);
    }

    public static int integer(Readable row, String column) {
        return required(row, column, Integer.class);
    }

    public static @Nullable Integer integerOrNull(Readable row, String column) {
        return row.get(column, Integer.class);
    }

    public static long bigint(Readable row, String column) {
        return required(row, column, Long.class);
    }

    public static double number(Readable row, String column) {
        return required(row, column, Double.class);
    }

    public static boolean bool(Readable row, String column) {
        return required(row, column, Boolean.class);
    }

    public static Instant instant(Readable row, String column) {
        return required(row, column, Instant.class);
    }

    public static @Nullable Instant instantOrNull(Readable row, String column) {
        return row.get(column, Instant.class);
    }

    public static LocalDate day(Readable row, String column) {
        return required(row, column, LocalDate.class);
    }

    public static @Nullable LocalDate dayOrNull(Readable row, String column) {
        return row.get(column, LocalDate.class);
    }

    /** Of text[]. */
    public static List<String> list(Readable row, String column) {
        return List.copyOf(Arrays.asList(required(row, column, String[].class)));
    }

    /** The constant whose name the column holds. */
    public static <E extends Enum<E>> E name(Readable row, String column, Class<E> type) {
        return Enum.valueOf(type, text(row, column));
    }

    public static <E extends Enum<E>> @Nullable E nameOrNull(Readable row, String column, Class<E> type) {
        String name = textOrNull(row, column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    /** Of text that holds JSON. */
    public static <T> T json(Readable row, String column, JsonMapper json, Class<T> type) {
        return json.readValue(text(row, column), type);
    }

    public static <T> @Nullable T jsonOrNull(Readable row, String column, JsonMapper json, Class<T> type) {
        String text = textOrNull(row, column);
        return text == null ? null : json.readValue(text, type);
    }

    /** @throws IllegalStateException naming the column where it is null */
    public static <T> T required(Readable row, String column, Class<T> type) {
        T value = row.get(column, type);
        if (value == null) {
            throw new IllegalStateException("Column " + column + " is null");
        }
        return value;
    }

    /** The driver's type for timestamptz. */
    public static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** A parameter for a timestamptz column that may be null. */
    public static Object utcOrNull(@Nullable Instant at) {
        return Database.Null.or(at == null ? null : utc(at), OffsetDateTime.class);
    }

    /** A parameter for a text column that may be null. */
    public static Object orNull(@Nullable String text) {
        return Database.Null.or(text, String.class);
    }

    public static <T> String[] texts(Collection<? extends T> rows, Function<? super T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    public static String[] texts(Collection<String> column) {
        return column.toArray(String[]::new);
    }

    public static <T> Integer[] integers(Collection<? extends T> rows, Function<? super T, @Nullable Integer> column) {
        return rows.stream().map(column).toArray(Integer[]::new);
    }

    public static <T> Short[] smallints(Collection<? extends T> rows, Function<? super T, Integer> column) {
        return rows.stream().map(row -> column.apply(row).shortValue()).toArray(Short[]::new);
    }

    public static <T> Long[] bigints(Collection<? extends T> rows, Function<? super T, @Nullable Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    public static <T> Boolean[] bools(Collection<? extends T> rows, Function<? super T, @Nullable Boolean> column) {
        return rows.stream().map(column).toArray(Boolean[]::new);
    }

    public static <T> LocalDate[] days(Collection<? extends T> rows, Function<? super T, @Nullable LocalDate> column) {
        return rows.stream().map(column).toArray(LocalDate[]::new);
    }

    public static <T> OffsetDateTime[] instants(Collection<? extends T> rows,
            Function<? super T, @Nullable Instant> column) {
        return rows.stream().map(row -> {
            Instant at = column.apply(row);
            return at == null ? null : utc(at);
        }).toArray(OffsetDateTime[]::new);
    }
}
