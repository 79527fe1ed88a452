package org.lianban.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianban.form.Field;
import org.lianban.form.Forms;
import org.lianban.form.OwnRules;
import org.lianban.form.Shape;
import org.lianban.text.TextKind;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Describes records in the OpenAPI document from what reads them: a form from its {@link Field}s, any record from which of
 * its components may be missing. Names are unique in a service: what is nested bears its owner's name, and a name that
 * two classes would have is an error.
 */
public final class FormSchemas implements ModelConverter {
    private static final Map<String, Set<Class<?>>> NAMES = new ConcurrentHashMap<>();
    private static final String OURS = "org.lianban.";
    /** What a type is called for our sake, and nobody's who reads the document. */
    private static final String ROOMS = "(Controller|Handler|Queries|Commands|Repository)$";

    @Override
    public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
            Iterator<ModelConverter> chain) {
        JavaType java = Json31.mapper().constructType(type.getType());
        Class<?> raw = java.getRawClass();
        if (tools.jackson.databind.JsonNode.class.isAssignableFrom(raw)) {
            return new Schema<>().description("Any JSON");
        }
        boolean ours = raw.getName().startsWith(OURS) && !raw.isEnum() && !raw.isInterface()
                && raw.getTypeParameters().length == 0;
        if (ours && type.getName() == null) {
            type.name(name(raw));
        }
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (ours && raw.isRecord() && type.getName() != null) {
            Schema<?> model = context.getDefinedModels().get(type.getName());
            if (model != null && model.getProperties() != null) {
                describe(model, raw);
            }
        }
        return schema;
    }

    /**
     * What the schema of a class is called.
     *
     * @throws IllegalStateException where another class of the same service is called so
     */
    static String name(Class<?> type) {
        io.swagger.v3.oas.annotations.media.Schema given = type
                .getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        String name = given != null && !given.name().isEmpty() ? given.name() : derived(type);
        Set<Class<?>> known = NAMES.computeIfAbsent(name, key -> ConcurrentHashMap.newKeySet());
        known.add(type);
        for (Class<?> other : known) {
            if (other != type && (service(other).equals(service(type)) || shared(other) || shared(type))) {
                throw new IllegalStateException("two schemas would be called " + name + ": " + other + " and " + type);
            }
        }
        return name;
    }

    private static String derived(Class<?> type) {
        Class<?> owner = type.getEnclosingClass();
        String simple = type.getSimpleName();
        String stem = owner == null ? "" : owner.getSimpleName().replaceFirst(ROOMS, "");
        String name = simple.startsWith(stem) ? simple : stem + simple;
        boolean sent = owner != null && owner.getSimpleName().endsWith("Controller") && Forms.binds(type);
        // What is sent is often called as what becomes of it; generated clients call their own parameters Request.
        return sent && !name.endsWith("Form") ? name.replaceFirst("Request$", "") + "Form" : name;
    }

    private static String service(Class<?> type) {
        return type.getName().split("\\.")[2];
    }

    /** Platform and contracts are in the documents of all services. */
    private static boolean shared(Class<?> type) {
        return Set.of("contracts", "http", "command", "kit", "messaging", "time").contains(service(type));
    }

    private static void describe(Schema<?> model, Class<?> type) {
        boolean form = Forms.binds(type);
        List<String> required = new ArrayList<>();
        for (Shape.Part part : parts(type)) {
            Schema<?> property = model.getProperties().get(part.name());
            if (property == null) {
                continue;
            }
            // A set is a list to most generators, and what they make of sets of names does not compile.
            property.setUniqueItems(null);
            if (form && !(Forms.ownRules(type) && part.plain())) {
                constrain(property, part);
            }
            if (form ? needed(part) && !Forms.ownRules(type) : always(type, part)) {
                required.add(part.name());
            }
        }
        model.setRequired(required.isEmpty() ? null : required);
        if (form) {
            model.setAdditionalProperties(false);
        }
        OwnRules rules = type.getAnnotation(OwnRules.class);
        if (rules != null && !rules.example().isEmpty()) {
            model.setExample(tree(rules.example()));
        }
    }

    /** An answer may hold what no form does, such as another generic type: then it stays as it was described. */
    private static List<Shape.Part> parts(Class<?> type) {
        try {
            return Shape.of(type).parts();
        } catch (IllegalArgumentException generic) {
            return List.of();
        }
    }

    private static boolean needed(Shape.Part part) {
        Class<?> type = part.slot().type();
        boolean many = Collection.class.isAssignableFrom(type) || type == Map.class;
        return many ? part.field().least() > 0 : !part.slot().optional() && type != boolean.class;
    }

    /** Of an answer: what is left out when it is empty is not promised. */
    private static boolean always(Class<?> type, Shape.Part part) {
        JsonInclude include = AnnotatedElementUtils.findMergedAnnotation(type, JsonInclude.class);
        for (RecordComponent component : type.getRecordComponents()) {
            JsonInclude own = AnnotatedElementUtils.findMergedAnnotation(component.getAccessor(), JsonInclude.class);
            if (own != null && component.getName().equals(part.name())) {
                include = own;
            }
        }
        boolean left = include != null && include.value() != JsonInclude.Include.NON_NULL
                && include.value() != JsonInclude.Include.ALWAYS;
        return !part.slot().optional() && !left;
    }

    private static void constrain(Schema<?> property, Shape.Part part) {
        Field field = part.field();
        if (!field.label().isEmpty()) {
            property.setDescription(field.label());
        }
        Class<?> type = part.slot().type();
        if (Collection.class.isAssignableFrom(type)) {
            property.setMaxItems(field.most());
            property.setMinItems(field.least() > 0 ? field.least() : null);
            Schema<?> items = property.getItems();
            if (items != null) {
                limit(items, Objects.requireNonNull(part.slot().inner()).type(), field);
            }
        } else if (type == Map.class) {
            property.setMaxProperties(field.most());
        } else {
            limit(property, type, field);
        }
        example(property, type, field);
    }

    private static void limit(Schema<?> schema, Class<?> type, Field field) {
        if (type == String.class) {
            schema.setMaxLength(Math.toIntExact(
                    field.max() == Long.MAX_VALUE ? field.kind().limit() : field.max()));
            schema.setMinLength(field.min() > 0 ? Math.toIntExact(field.min()) : null);
            schema.setPattern(pattern(field));
        } else if (type == int.class || type == Integer.class || type == long.class || type == Long.class
                || type == BigDecimal.class) {
            schema.setMinimum(field.min() == Long.MIN_VALUE ? null : BigDecimal.valueOf(field.min()));
            schema.setMaximum(field.max() == Long.MAX_VALUE ? null : BigDecimal.valueOf(field.max()));
        }
    }

    /** As JSON Schema reads it: anchored. */
    private static @Nullable String pattern(Field field) {
        Pattern kind = field.kind().pattern();
        if (!field.pattern().isEmpty()) {
            return "^(?:" + field.pattern() + ")$";
        }
        // What is repaired may be sent: spaces and full width are no fault of the one who sends them.
        return kind == null || field.kind() == TextKind.PHONE ? null : "^(?:" + kind.pattern() + ")$";
    }

    private static void example(Schema<?> property, Class<?> type, Field field) {
        if (field.example().isEmpty()) {
            return;
        }
        boolean json = type != String.class && !type.isEnum()
                && !java.time.temporal.Temporal.class.isAssignableFrom(type);
        Object example = !json
                ? field.example()
                : Collection.class.isAssignableFrom(type) && !field.example().startsWith("[")
                        ? List.of(field.example())
                        : tree(field.example());
        property.setExample(example);
    }

    private static Object tree(String example) {
        try {
            return Json31.mapper().readTree(example);
        } catch (com.fasterxml.jackson.core.JsonProcessingException wrong) {
            throw new IllegalStateException("the example is no JSON: " + example, wrong);
        }
    }
}
