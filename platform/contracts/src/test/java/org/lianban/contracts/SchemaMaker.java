package org.lianban.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says as JSON Schema 2020-12 what a record says: required unless {@code @Nullable}, records as objects open to further
 * properties, enums by name. A type it does not know is refused and not guessed.
 */
final class SchemaMaker {
    private final Words words;
    private final Map<String, Class<?>> named = new TreeMap<>();
    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    private SchemaMaker(Words words) {
        this.words = words;
    }

    static ObjectNode make(Contract contract, Words words) {
        SchemaMaker maker = new SchemaMaker(words);
        ObjectNode schema = Contract.JSON.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:lianban:" + contract.type()).put("title", contract.type());
        schema.setAll(maker.object(contract.carrier()));
        if (!maker.definitions.isEmpty()) {
            ObjectNode defs = schema.putObject("$defs");
            maker.definitions.forEach(defs::set);
        }
        return schema;
    }

    private ObjectNode object(Class<?> carrier) {
        String name = nameOf(carrier);
        ObjectNode object = Contract.JSON.createObjectNode().put("description", words.about(name)).put("type",
                "object");
        ObjectNode properties = object.putObject("properties");
        ArrayNode required = Contract.JSON.createArrayNode();
        for (RecordComponent component : carrier.getRecordComponents()) {
            properties.set(component.getName(), property(name, component));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class) && !leftOut(component)) {
                required.add(component.getName());
            }
        }
        if (!required.isEmpty()) {
            object.set("required", required);
        }
        return object;
    }

    /** Empty and false are said by saying nothing, as messages did before the component existed. */
    private static boolean leftOut(RecordComponent component) {
        return Stream.of(JsonInclude.class, OmitEmpty.class, OmitFalse.class)
                .anyMatch(component.getAccessor()::isAnnotationPresent);
    }

    private ObjectNode property(String owner, RecordComponent component) {
        ObjectNode said = words.component(owner, component.getName());
        JsonNode each = said.remove("each");
        AnnotatedType type = component.getAnnotatedType();
        ObjectNode property = typed(type.getType());
        if (each != null) {
            ((ObjectNode) property.get("items")).setAll((ObjectNode) each);
        }
        property.setAll(said);
        return property;
    }

    private ObjectNode typed(Type type) {
        ObjectNode schema = Contract.JSON.createObjectNode();
        if (type instanceof ParameterizedType generic
                && (generic.getRawType() == List.class || generic.getRawType() == Set.class)) {
            schema.put("type", "array").set("items", typed(generic.getActualTypeArguments()[0]));
            return schema;
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            schema.put("type", "object").set("additionalProperties", typed(generic.getActualTypeArguments()[1]));
            return schema;
        }
        if (type instanceof Class<?> plain) {
            return plain(schema, plain);
        }
        throw new IllegalStateException("Cannot say " + type.getTypeName() + " in a schema");
    }

    private ObjectNode plain(ObjectNode schema, Class<?> type) {
        if (type == String.class) {
            return schema.put("type", "string");
        }
        if (type == boolean.class || type == Boolean.class) {
            return schema.put("type", "boolean");
        }
        if (Stream.of(int.class, long.class, Integer.class, Long.class).anyMatch(type::equals)) {
            return schema.put("type", "integer");
        }
        if (type == Instant.class) {
            return schema.put("type", "string").put("format", "date-time");
        }
        if (type == LocalDate.class) {
            return schema.put("type", "string").put("format", "date");
        }
        if (type == LocalTime.class) {
            return schema.put("type", "string").put("pattern", "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$");
        }
        if (type == JsonNode.class) {
            return schema;
        }
        return schema.put("$ref", "#/$defs/" + define(type));
    }

    private String define(Class<?> type) {
        String name = nameOf(type);
        Class<?> before = named.putIfAbsent(name, type);
        if (before == null) {
            definitions.put(name, type.isEnum() ? enumeration(type) : object(type));
        } else if (before != type) {
            throw new IllegalStateException(before + " and " + type + " share the name " + name);
        }
        return name;
    }

    private ObjectNode enumeration(Class<?> type) {
        String name = nameOf(type);
        List<String> constants = Stream.of(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
        String meanings = constants.stream().map(c -> words.value(name, c)).collect(Collectors.joining("; "));
        ObjectNode schema = Contract.JSON.createObjectNode()
                .put("description", words.about(name) + " " + meanings + ".").put("type", "string");
        ArrayNode values = schema.putArray("enum");
        constants.forEach(values::add);
        return schema;
    }

    /** {@code OneThing.Item} for a nested class, the simple name for others. */
    private static String nameOf(Class<?> type) {
        if (!type.isRecord() && !type.isEnum()) {
            throw new IllegalStateException("Cannot say " + type + " in a schema");
        }
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }
}
