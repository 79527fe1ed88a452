package org.lianban.contracts;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Checks JSON against a schema, with formats asserted. */
final class Schemas {
    private static final SchemaRegistry REGISTRY = SchemaRegistry
            .withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Schemas() {}

    /** @return every fault, with its place; empty when valid */
    static List<String> faults(JsonNode schema, JsonNode document) {
        Schema compiled = REGISTRY.getSchema(schema.toString(), InputFormat.JSON);
        return compiled.validate(document.toString(), InputFormat.JSON,
                (context, schemaContext) -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream().map(Object::toString).toList();
    }
}
