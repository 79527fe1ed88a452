package org.lianban.form;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A record class as a form: looked at once, when it is first read. */
public final class Shape {
    private static final Map<Class<?>, Shape> KNOWN = new ConcurrentHashMap<>();

    private final Class<?> type;
    private final Constructor<?> constructor;
    private final List<Part> parts;
    private final Set<String> names;

    /**
     * One component.
     *
     * @param name its name in JSON
     * @param pattern null: none beside its kind's
     */
    public record Part(String name, Slot slot, Field field, @Nullable Pattern pattern) {
        /** Whether it has no {@link Field} of its own. */
        public boolean plain() {
            return field == Plain.FIELD;
        }
    }

    /**
     * The type of a component, or of what is in it.
     *
     * @param inner of a list's entries or a map's values
     */
    public record Slot(Class<?> type, boolean optional, @Nullable Slot inner) {
        static Slot of(AnnotatedType annotated) {
            Type type = annotated.getType();
            boolean optional = annotated.isAnnotationPresent(Nullable.class);
            if (type instanceof Class<?> plain) {
                return new Slot(plain, optional, null);
            }
            if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw
                    && annotated instanceof AnnotatedParameterizedType parameters) {
                AnnotatedType[] arguments = parameters.getAnnotatedActualTypeArguments();
                return new Slot(raw, optional, of(arguments[arguments.length - 1]));
            }
            throw new IllegalArgumentException("no form knows " + type);
        }
    }

    private Shape(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type + " is no record");
        }
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        parts = Arrays.stream(components).map(Shape::part).toList();
        OwnRules rules = type.getAnnotation(OwnRules.class);
        names = Stream
                .concat(parts.stream().map(Part::name), rules == null ? Stream.empty() : Stream.of(rules.ignoring()))
                .collect(Collectors.toUnmodifiableSet());
        try {
            constructor = type
                    .getDeclaredConstructor(
                            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static Shape of(Class<?> type) {
        Shape known = KNOWN.get(type);
        return known == null ? KNOWN.computeIfAbsent(type, Shape::new) : known;
    }

    static boolean marked(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).anyMatch(c -> c.isAnnotationPresent(Field.class));
    }

    private static Part part(RecordComponent component) {
        Field given = component.getAnnotation(Field.class);
        Field field = given == null ? Plain.FIELD : given;
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return new Part(named == null || named.value().isEmpty() ? component.getName() : named.value(),
                Slot.of(component.getAnnotatedType()), field,
                field.pattern().isEmpty() ? null : Pattern.compile(field.pattern()));
    }

    /** Where the defaults of {@link Field} come from for a component without one. */
    private record Plain(@Field String text) {
        static final Field FIELD = Plain.class.getRecordComponents()[0].getAnnotation(Field.class);
    }

    public Class<?> type() {
        return type;
    }

    public List<Part> parts() {
        return parts;
    }

    /** Whether its own rules say what may not be missing, see {@link OwnRules}. */
    public boolean ownRules() {
        return type.isAnnotationPresent(OwnRules.class);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    Constructor<?> constructor() {
        return constructor;
    }
}
