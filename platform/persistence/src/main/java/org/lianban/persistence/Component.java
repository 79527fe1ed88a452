package org.lianban.persistence;

import io.r2dbc.spi.Readable;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A component of a record that a row is read into; the column is its name in small letters, words parted by {@code _}. */
record Component(String column, Class<?> type, boolean nullable) {
    private static final Set<Class<?>> TYPES = Set.of(String.class, Integer.class, Long.class, Boolean.class,
            Double.class, Instant.class, LocalDate.class, List.class);

    private static Component of(RecordComponent component) {
        var type = MethodType.methodType(component.getType()).wrap().returnType();
        if (!type.isEnum() && !type.isRecord() && !TYPES.contains(type)) {
            throw new IllegalArgumentException("Expected a component that one column holds, but got " + component);
        }
        return new Component(component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT), type,
                component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    private @Nullable Object read(Readable row) {
        if (type.isRecord()) {
            return Columns.into(type.asSubclass(Record.class)).apply(row);
        }
        if (type == List.class) {
            return Columns.list(row, column);
        }
        Class<?> raw = type.isEnum() ? String.class : type;
        var value = nullable ? row.get(column, raw) : Columns.required(row, column, raw);
        return !type.isEnum() || value == null
                ? value
                : Arrays.stream(type.getEnumConstants()).filter(constant -> ((Enum<?>) constant).name().equals(value))
                        .findFirst().orElseThrow(() -> new IllegalArgumentException(
                                "Column " + column + " holds no " + type.getSimpleName() + ": " + value));
    }

    /** @throws IllegalArgumentException where a component is of no column's type */
    static <R extends Record> Function<Readable, R> reader(Class<R> type) {
        var components = Arrays.stream(Objects.requireNonNull(type.getRecordComponents())).map(Component::of).toList();
        Constructor<R> constructor;
        try {
            constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("Expected a record, but got " + type, e);
        }
        return row -> {
            try {
                return constructor.newInstance(components.stream().map(c -> c.read(row)).toArray());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("A row makes no " + type.getSimpleName(), e);
            }
        };
    }
}
