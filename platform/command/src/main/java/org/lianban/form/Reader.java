package org.lianban.form;

import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;
import org.lianban.form.Shape.Part;
import org.lianban.form.Shape.Slot;
import org.lianban.text.Characters;
import org.lianban.text.Text;
import org.lianban.text.TextKind;
import org.lianban.text.Unclean;
import tools.jackson.databind.JsonNode;

/** Reads one tree; null comes back where there is a fault, or where nothing was sent and nothing is needed. */
final class Reader {
    private static final int LONGEST_KEY = 100;
    /** More digits than this fit in no column and in no sum of money. */
    private static final int MOST_DIGITS = 18;
    private static final int FREE_DIGITS = 40;

    /** Of a document with rules of its own. */
    private static final int LONGEST_OF_DOCUMENT = 10_000;
    private static final int MOST_OF_DOCUMENT = 2_000;

    private final Faults faults;
    /** Whether what is read now has rules of its own, see {@link OwnRules}. */
    private boolean ownRules;

    Reader(Faults faults, boolean ownRules) {
        this.faults = faults;
        this.ownRules = ownRules;
    }

    @Nullable
    Object record(JsonNode node, Shape shape, String at, String label) {
        if (!node.isObject()) {
            faults.add(at, FaultCode.WRONG_TYPE, label, "对象");
            return null;
        }
        int before = faults.count();
        for (String name : node.propertyNames()) {
            if (!shape.has(name)) {
                faults.add(at + Faults.step(name), FaultCode.UNKNOWN_FIELD, "");
            }
        }
        boolean outside = ownRules;
        ownRules |= shape.ownRules();
        List<Part> parts = shape.parts();
        @Nullable
        Object[] values = new Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            Part part = parts.get(i);
            values[i] = value(node.get(part.name()), part, part.slot(), at + Faults.step(part.name()));
        }
        ownRules = outside;
        return faults.count() > before ? null : made(shape, values, at);
    }

    private @Nullable Object made(Shape shape, @Nullable Object[] values, String at) {
        try {
            return shape.constructor().newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof IllegalArgumentException
                    || thrown.getCause() instanceof NullPointerException
                    || thrown.getCause() instanceof DateTimeException) {
                faults.add(at, FaultCode.INCONSISTENT, saying(thrown.getCause().getMessage()));
                return null;
            }
            throw new IllegalStateException(shape.type() + " cannot be made", thrown.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(shape.type() + " cannot be made", impossible);
        }
    }

    /** What a record says of itself is for people only where it is in their language. */
    private static String saying(@Nullable String message) {
        return message != null && message.codePoints().anyMatch(Character::isIdeographic) ? message : "内容前后不一致或不符合要求";
    }

    private @Nullable Object value(@Nullable JsonNode node, Part part, Slot slot, String at) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return missing(part, slot, at);
        }
        Class<?> type = slot.type();
        if (type == String.class) {
            return text(node, part, slot, at);
        }
        if (type.isEnum()) {
            return choice(node, part, type, at);
        }
        if (type.isRecord()) {
            return record(node, Shape.of(type), at, part.field().label());
        }
        if (Collection.class.isAssignableFrom(type)) {
            return list(node, part, slot, at);
        }
        if (type == Map.class) {
            return map(node, part, slot, at);
        }
        if (type == boolean.class || type == Boolean.class) {
            return node.isBoolean() ? node.booleanValue() : wrong(part, at, " true 或 false");
        }
        if (type == JsonNode.class || type == Object.class) {
            int before = faults.count();
            free(node, at, part.field().label());
            return faults.count() > before ? null : node;
        }
        return Number.class.isAssignableFrom(type) || type.isPrimitive()
                ? number(node, part, type, at)
                : moment(node, part, type, at);
    }

    private @Nullable Object missing(Part part, Slot slot, String at) {
        Class<?> type = slot.type();
        if (Collection.class.isAssignableFrom(type) || type == Map.class) {
            if (part.field().least() > 0) {
                faults.add(at, FaultCode.MISSING, what(part));
                return null;
            }
            return slot.optional() ? null : empty(type);
        }
        if (type == boolean.class) {
            return false;
        }
        if (type.isPrimitive() && ownRules) {
            return type == long.class ? (Object) 0L : type == double.class ? (Object) 0.0 : (Object) 0;
        }
        if (!slot.optional() && !ownRules) {
            faults.add(at, FaultCode.MISSING, what(part));
        }
        return null;
    }

    private static Object empty(Class<?> type) {
        return type == Map.class ? Map.of() : type == Set.class ? Set.of() : List.of();
    }

    private static String what(Part part) {
        return part.field().label().isEmpty() ? part.name() : part.field().label();
    }

    private @Nullable Object wrong(Part part, String at, String expected) {
        faults.add(at, FaultCode.WRONG_TYPE, part.field().label(), expected);
        return null;
    }

    private @Nullable Object text(JsonNode node, Part part, Slot slot, String at) {
        if (!node.isString()) {
            return wrong(part, at, "文本");
        }
        Field field = part.field();
        boolean document = ownRules && part.plain();
        String value = clean(node.stringValue(), document ? TextKind.LINES : field.kind(),
                document ? LONGEST_OF_DOCUMENT : limit(field), field.label(), at);
        if (value == null) {
            return null;
        }
        if (value.isEmpty()) {
            if (!slot.optional() && !ownRules) {
                faults.add(at, FaultCode.MISSING, what(part));
            }
            return null;
        }
        if (Characters.length(value) < field.min()) {
            faults.add(at, FaultCode.TOO_SHORT, field.label(), field.min());
        } else if (part.pattern() != null && !part.pattern().matcher(value).matches()) {
            faults.add(at, FaultCode.MALFORMED, field.label(), form(field));
        }
        return value;
    }

    private static String form(Field field) {
        return !field.form().isEmpty()
                ? field.form()
                : field.example().isEmpty() ? "规定的形式" : " " + field.example() + " 的形式";
    }

    static int limit(Field field) {
        return field.max() == Long.MAX_VALUE ? field.kind().limit() : Math.toIntExact(field.max());
    }

    private @Nullable String clean(String raw, TextKind kind, int max, String label, String at) {
        return switch (Text.read(kind, raw, max)) {
            case Text.Taken taken -> taken.value();
            case Text.Refused refused -> {
                faults.add(refused.code().saying(at, label + refused.message()));
                yield null;
            }
        };
    }

    private @Nullable Object choice(JsonNode node, Part part, Class<?> type, String at) {
        Enum<?>[] choices = (Enum<?>[]) Objects.requireNonNull(type.getEnumConstants());
        if (!node.isString()) {
            return wrong(part, at, "文本");
        }
        for (Enum<?> choice : choices) {
            if (choice.name().equals(node.stringValue().strip())) {
                return choice;
            }
        }
        faults.add(at, FaultCode.UNKNOWN, part.field().label(),
                Arrays.stream(choices).map(Enum::name).collect(Collectors.joining("、")));
        return null;
    }

    private @Nullable Object list(JsonNode node, Part part, Slot slot, String at) {
        if (!node.isArray()) {
            return wrong(part, at, "列表");
        }
        if (!counted(node.size(), part, at)) {
            return null;
        }
        Slot inner = Objects.requireNonNull(slot.inner());
        int before = faults.count();
        List<@Nullable Object> values = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            int known = faults.count();
            Object entry = value(node.get(i), part, inner, at + "/" + i);
            if (entry == null && !inner.optional() && faults.count() == known) {
                faults.add(at + "/" + i, FaultCode.MISSING, what(part));
            }
            values.add(entry);
        }
        if (faults.count() > before) {
            return null;
        }
        return slot.type() == Set.class
                ? Collections.unmodifiableSet(new LinkedHashSet<>(values))
                : Collections.unmodifiableList(values);
    }

    private boolean counted(int size, Part part, String at) {
        Field field = part.field();
        int most = ownRules && part.plain() ? MOST_OF_DOCUMENT : field.most();
        if (size > most) {
            faults.add(at, FaultCode.TOO_MANY, field.label(), most);
        } else if (size < field.least()) {
            if (size == 0) {
                faults.add(at, FaultCode.MISSING, what(part));
            } else {
                faults.add(at, FaultCode.TOO_FEW, field.label(), field.least());
            }
        }
        return size <= most && size >= field.least();
    }

    private @Nullable Object map(JsonNode node, Part part, Slot slot, String at) {
        if (!node.isObject()) {
            return wrong(part, at, "对象");
        }
        if (!counted(node.size(), part, at)) {
            return null;
        }
        Slot inner = Objects.requireNonNull(slot.inner());
        int before = faults.count();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String to = at + Faults.step(entry.getKey());
            String name = clean(entry.getKey(), TextKind.LINE, LONGEST_KEY, "字段名", to);
            Object value = value(entry.getValue(), part, inner, to);
            if (entry.getValue().isNull() && !inner.optional() && ownRules) {
                faults.add(to, FaultCode.MISSING, what(part));
            }
            if (name != null && !name.equals(entry.getKey())) {
                faults.add(to, FaultCode.UNKNOWN_FIELD, "");
            }
            values.put(entry.getKey(), value);
        }
        return faults.count() > before ? null : Collections.unmodifiableMap(values);
    }

    private @Nullable Object number(JsonNode node, Part part, Class<?> type, String at) {
        if (!node.isNumber()) {
            return wrong(part, at, "数字");
        }
        if (node.isFloat() || node.isDouble()) {
            if (!Double.isFinite(node.doubleValue())) {
                return outside(part, type, at);
            }
        }
        BigDecimal value = node.decimalValue();
        // Compared before it is counted out: 1E+999999999 has one digit and would fill the memory.
        if (value.signum() != 0 && Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS
                || value.precision() > 2 * MOST_DIGITS || Math.abs((long) value.scale()) > 2 * MOST_DIGITS) {
            return outside(part, type, at);
        }
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (plain.compareTo(BigDecimal.valueOf(least(part.field(), type))) < 0
                || plain.compareTo(BigDecimal.valueOf(most(part.field(), type))) > 0) {
            return outside(part, type, at);
        }
        int scale = Math.max(plain.scale(), 0);
        if (type == BigDecimal.class || type == double.class || type == Double.class) {
            if (scale > part.field().scale()) {
                faults.add(at, FaultCode.MALFORMED, part.field().label(), "最多 " + part.field().scale() + " 位小数");
                return null;
            }
            return type == BigDecimal.class ? plain.setScale(scale) : (Object) plain.doubleValue();
        }
        if (scale > 0) {
            return wrong(part, at, "整数");
        }
        if (type == int.class || type == Integer.class) {
            return plain.intValueExact();
        }
        if (type == long.class || type == Long.class) {
            return plain.longValueExact();
        }
        throw new IllegalStateException("no form knows " + type);
    }

    private @Nullable Object outside(Part part, Class<?> type, String at) {
        faults.add(at, FaultCode.OUT_OF_RANGE, part.field().label(), least(part.field(), type),
                most(part.field(), type));
        return null;
    }

    static long least(Field field, Class<?> type) {
        boolean small = type == int.class || type == Integer.class;
        return field.min() != Long.MIN_VALUE ? field.min() : small ? Integer.MIN_VALUE : -999_999_999_999_999_999L;
    }

    static long most(Field field, Class<?> type) {
        boolean small = type == int.class || type == Integer.class;
        return field.max() != Long.MAX_VALUE ? field.max() : small ? Integer.MAX_VALUE : 999_999_999_999_999_999L;
    }

    private @Nullable Object moment(JsonNode node, Part part, Class<?> type, String at) {
        if (!node.isString()) {
            return wrong(part, at, "文本");
        }
        Field field = part.field();
        try {
            Moment moment = Moment.read(node.stringValue().strip(), type);
            if (moment.day() == null || Moment.within(moment.day(), field)) {
                return moment.value();
            }
            faults.add(at, FaultCode.OUT_OF_RANGE, field.label(), field.from(), field.until());
        } catch (DateTimeException unreadable) {
            faults.add(at, FaultCode.MALFORMED, field.label(), Moment.form(type));
        }
        return null;
    }

    /** Content whose fields are known elsewhere: here only what can never be kept is looked for. */
    private void free(JsonNode node, String at, String label) {
        if (node.isString()) {
            uncleanIn(node.stringValue(), at, label);
        } else if (node.isNumber()) {
            if ((node.isFloat() || node.isDouble()) && !Double.isFinite(node.doubleValue())
                    || Math.abs((long) node.decimalValue().precision() - node.decimalValue().scale()) > FREE_DIGITS
                    || node.decimalValue().precision() > FREE_DIGITS) {
                faults.add(at, FaultCode.OUT_OF_RANGE, label, "-1E40", "1E40");
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                free(node.get(i), at + "/" + i, label);
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                String to = at + Faults.step(entry.getKey());
                uncleanIn(entry.getKey(), to, label);
                free(entry.getValue(), to, label);
            }
        }
    }

    private void uncleanIn(String text, String at, String label) {
        Unclean.first(text).ifPresent(c -> faults.add(at, FaultCode.UNCLEAN, label, Unclean.reason(c)));
    }
}
