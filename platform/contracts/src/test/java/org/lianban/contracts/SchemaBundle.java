package org.lianban.contracts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Many schemas as parts of one document, in which what they share stands once. */
final class SchemaBundle {
    private static final YAMLMapper YAML = YAMLMapper.builder().disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES).disable(YAMLWriteFeature.SPLIT_LINES).build();
    private static final String INDENT = "    ";

    private final String prefix;
    private final Map<String, ObjectNode> schemas = new TreeMap<>();

    /** @param prefix of a reference to one of them, such as {@code #/components/schemas/} */
    SchemaBundle(String prefix) {
        this.prefix = prefix;
    }

    static SchemaBundle of(List<Contract> contracts, String prefix) {
        SchemaBundle bundle = new SchemaBundle(prefix);
        for (Contract contract : contracts) {
            ObjectNode schema = SchemaMaker.make(contract, new Words());
            schema.remove(List.of("$schema", "$id"));
            JsonNode shared = schema.remove("$defs");
            bundle.put(contract.carrier().getSimpleName(), schema);
            if (shared != null) {
                shared.propertyStream().forEach(s -> bundle.put(s.getKey(), (ObjectNode) s.getValue()));
            }
        }
        return bundle;
    }

    private void put(String name, ObjectNode schema) {
        refer(schema);
        ObjectNode before = schemas.putIfAbsent(name, schema);
        if (before != null && !before.equals(schema)) {
            throw new IllegalStateException("Two schemas share the name " + name);
        }
    }

    private void refer(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("$ref").isString()) {
            object.put("$ref", object.path("$ref").stringValue().replace("#/$defs/", prefix));
        }
        node.forEach(this::refer);
    }

    /** Indented as the members of {@code components.schemas}. */
    String yaml() {
        return YAML.writeValueAsString(schemas).lines().map(line -> INDENT + line + "\n")
                .collect(Collectors.joining());
    }
}
